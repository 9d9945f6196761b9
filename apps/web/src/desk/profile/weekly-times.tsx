import { MAX_WEEKLY_TIMES, type WeeklyTime } from '@hejie/lawyers/contract';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { hourOfDay, weekdayName } from '../../design/format.js';
import { DeskIcon } from '../icons.js';

const upTo = (n: number, from = 0) => Array.from({ length: n - from + 1 }, (_, i) => from + i);

/** The hours that are free every week: none is fine, the directory then says no time. */
export function WeeklyTimes({ value, onChange }: { value: readonly WeeklyTime[]; onChange: (times: WeeklyTime[]) => void }) {
  const { t } = useTranslation();
  const set = (i: number, part: Partial<WeeklyTime>) => onChange(value.map((w, n) => (n === i ? { ...w, ...part } : w)));
  const next = (value.at(-1)?.weekday ?? 0) % 7;
  const hours = (from: number, to: number) => upTo(to, from).map((h) => ({ value: h, label: hourOfDay(h) }));
  return (
    <fieldset className="profile-times">
      <legend>{t('profile.times')} <span className="hint">{t('profile.timesHint')}</span></legend>
      {value.map((w, i) => (
        <div className="role-row" key={i}>
          <Select aria-label={t('profile.weekday')} value={w.weekday} onChange={(weekday) => set(i, { weekday })} options={upTo(7, 1).map((d) => ({ value: d, label: weekdayName(d) }))} />
          <Select aria-label={t('profile.from')} value={w.fromHour} onChange={(fromHour) => set(i, { fromHour, toHour: Math.max(w.toHour, fromHour + 1) })} options={hours(0, 23)} />
          <Select aria-label={t('profile.to')} value={w.toHour} onChange={(toHour) => set(i, { toHour })} options={hours(w.fromHour + 1, 24)} />
          <Button type="text" icon={<DeskIcon of="close" />} aria-label={t('profile.removeTime', { day: weekdayName(w.weekday), from: hourOfDay(w.fromHour) })} onClick={() => onChange(value.filter((_, n) => n !== i))} />
        </div>
      ))}
      {value.length < MAX_WEEKLY_TIMES ? <Button onClick={() => onChange([...value, { weekday: next + 1, fromHour: 9, toHour: 12 }])}>{t('profile.addTime')}</Button> : null}
    </fieldset>
  );
}
