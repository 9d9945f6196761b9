import { staffRoleSchema, type StaffPlaces, type StaffRole } from '@hejie/identity/contract';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeskIcon } from '../icons.js';
import { OrganisationSelect } from './organisation-select.js';

/** As it is being chosen: the organisation may still be open. */
export type Place = { role: StaffRole; organisationId: string | null };

/** The places chosen, or undefined while one is not complete. */
export function chosenPlaces(places: readonly Place[]): StaffPlaces | undefined {
  const whole = places.flatMap(({ role, organisationId }) => (organisationId ? [{ role, organisationId }] : []));
  return whole.length && whole.length === places.length ? whole : undefined;
}

/** What somebody is, and where: a role stands once. */
export function RoleFields({ value, onChange }: { value: readonly Place[]; onChange: (places: Place[]) => void }) {
  const { t } = useTranslation();
  const free = staffRoleSchema.options.filter((r) => !value.some((p) => p.role === r));
  const set = (i: number, part: Partial<Place>) => onChange(value.map((p, n) => (n === i ? { ...p, ...part } : p)));
  const word = (role: StaffRole) => t(`staffRole.${role}`);
  return (
    <fieldset>
      <legend>{t('staffDesk.roles')} <span className="hint">{t('staffDesk.rolesHint')}</span></legend>
      {value.map((p, i) => (
        <div className="role-row" key={p.role}>
          <Select aria-label={t('staffDesk.role')} value={p.role} onChange={(role) => set(i, { role })} options={[p.role, ...free].map((r) => ({ value: r, label: word(r) }))} />
          <OrganisationSelect value={p.organisationId} onChange={(organisationId) => set(i, { organisationId })} />
          {value.length > 1 ? <Button type="text" icon={<DeskIcon of="close" />} aria-label={t('staffDesk.removeRole', { role: word(p.role) })} onClick={() => onChange(value.filter((_, n) => n !== i))} /> : null}
        </div>
      ))}
      {free.length ? <Button onClick={() => onChange([...value, { role: free[0]!, organisationId: value[0]?.organisationId ?? null }])}>{t('staffDesk.addRole')}</Button> : null}
    </fieldset>
  );
}
