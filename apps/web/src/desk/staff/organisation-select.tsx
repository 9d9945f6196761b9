import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisations } from './use-organisations.js';

const STEP = 16;

/** One organisation within reach: found by typing, each set in below the one it belongs to. `all`: what stands for none of them. */
export function OrganisationSelect({ value, onChange, all }: { value: string | null; onChange: (id: string) => void; all?: string }) {
  const { t } = useTranslation();
  const options = useOrganisations().map((o) => ({ value: o.id, label: o.name, depth: o.depth }));
  return (
    <Select
      aria-label={t('staffDesk.organisation')}
      placeholder={t('staffDesk.organisation')}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={all ? [{ value: '', label: all, depth: 0 }, ...options] : options}
      optionRender={({ data }) => <span style={{ paddingInlineStart: data.depth * STEP }}>{data.label}</span>}
    />
  );
}
