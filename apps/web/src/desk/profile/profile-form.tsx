import { SPECIALTIES, specialties, type Specialty } from '@hejie/law';
import { lawyerKindSchema, MAX_LANGUAGES, MAX_SPECIALTIES, type OwnProfile, type Profile, type WeeklyTime } from '@hejie/lawyers/contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { useSubmit } from '../../api/use-submit.js';
import { inLanguage } from '../../design/format.js';
import { Choice, Failure, Field } from '../../design/parts.js';
import { WeeklyTimes } from './weekly-times.js';

/** Everybody who works here speaks the first. */
const LANGUAGES = ['普通话', '粤语', '闽南语', '客家话', 'English'];
const NEW = { licenceNumber: '', specialties: [] as Specialty[], region: '', languages: LANGUAGES.slice(0, 1), capacity: 5, weeklyTimes: [] as WeeklyTime[] };

/** Takes the profile whole; what is missing is said by the field it is missing in. */
export function ProfileForm({ own }: { own: OwnProfile }) {
  const { t } = useTranslation();
  const atFirm = useMe().data?.organisations.some((o) => o.kind === 'law_firm');
  const { submit, busy, error } = useSubmit(({ requestId: _, ...body }: Profile & { requestId: string }) => api.put<OwnProfile>('/lawyers/me/profile', body));
  const [saved, setSaved] = useState(false);
  const [form, setForm] = useState<Profile>(() => ({ ...NEW, kind: atFirm ? 'law_firm' : 'volunteer', ...own.profile, licenceNumber: own.profile?.licenceNumber ?? '' }));
  const set = (part: Partial<Profile>) => {
    setSaved(false);
    setForm({ ...form, ...part });
  };
  const toggle = (s: Specialty) => set({ specialties: form.specialties.includes(s) ? form.specialties.filter((one) => one !== s) : [...form.specialties, s] });
  const full = form.specialties.length >= MAX_SPECIALTIES;
  const whole = form.specialties.length > 0 && form.languages.length > 0 && form.weeklyTimes.every((w) => w.fromHour < w.toHour);
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit(form).then((answer) => setSaved(answer !== undefined)); }}>
      {error ? <Failure error={error} labels={{ licenceNumber: t('profile.licence'), region: t('profile.region'), capacity: t('profile.capacity') }} /> : null}
      <section className="card two-columns">
        <div className="whole"><Choice legend={t('profile.kind')} name="kind" value={form.kind} options={lawyerKindSchema.options.map((value) => ({ value, label: t(`lawyerKind.${value}`) }))} onChange={(kind) => set({ kind })} /></div>
        <Field label={t('profile.licence')} hint={t('profile.licenceHint')}><input inputMode="numeric" value={form.licenceNumber} onChange={(e) => set({ licenceNumber: e.target.value.replace(/\s/g, '') })} required pattern="\d{17}" title={t('profile.licenceHint')} maxLength={17} autoComplete="off" /></Field>
        <Field label={t('profile.region')} hint={t('profile.regionHint')}><input value={form.region} onChange={(e) => set({ region: e.target.value })} required minLength={2} maxLength={50} /></Field>
        <div className="field">
          <label htmlFor="profile-languages">{t('profile.languages')} <span className="hint">{t('profile.languagesHint')}</span></label>
          <Select id="profile-languages" mode="tags" className="profile-languages" value={form.languages} maxCount={MAX_LANGUAGES} onChange={(languages) => set({ languages: languages.map((l) => l.trim()).filter((l) => l && l.length <= 20) })} options={LANGUAGES.map((value) => ({ value, label: value }))} />
        </div>
        <Field label={t('profile.capacity')} hint={t('profile.capacityHint')}><input type="number" inputMode="numeric" min={1} max={100} value={form.capacity || ''} onChange={(e) => set({ capacity: e.target.valueAsNumber || 0 })} required /></Field>
      </section>
      <section className="card">
        <fieldset className="profile-specialties">
          <legend>{t('profile.specialties')} <span className="hint">{t('profile.specialtiesHint', { max: MAX_SPECIALTIES })}</span></legend>
          {specialties.map((s) => (
            <label className="choice" key={s}>
              <input type="checkbox" checked={form.specialties.includes(s)} disabled={full && !form.specialties.includes(s)} onChange={() => toggle(s)} />
              {inLanguage(SPECIALTIES[s])}
            </label>
          ))}
        </fieldset>
      </section>
      <section className="card"><WeeklyTimes value={form.weeklyTimes} onChange={(weeklyTimes) => set({ weeklyTimes })} /></section>
      <div className="row profile-send">
        <Button htmlType="submit" type="primary" loading={busy} disabled={!whole}>{t('profile.save')}</Button>
        <span role="status" className={whole ? 'profile-saved' : 'muted'}>{saved ? t('profile.saved') : whole ? '' : t('profile.incomplete')}</span>
      </div>
    </form>
  );
}
