import type { GroupMembership } from '@hejie/cases/contract';
import type { MyShare } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { day, inLanguage, yuan } from '../design/format.js';
import { lawText } from '../design/law-text.js';
import { Icon } from '../design/parts.js';
import { otherSide } from '../respondents/names.js';
import { byDayType } from './by-day-type.js';
import { LeaveGroup } from './leave-group.js';
import { MyShareCard } from './my-share.js';
import { Representation } from './representation.js';
import { WithCode } from './with-code.js';
import './texts.js';

/** More days of a kind than this are folded away. */
const FEW = 8;
const ENDED: readonly string[] = ['agreed', 'escalated', 'closed', 'withdrawn'];

/** One group of a worker: what there is to decide now first, then the own row, then who acts for them. */
export function Membership({ m, share }: { m: GroupMembership; share: MyShare | undefined }) {
  const { t } = useTranslation();
  const ended = ENDED.includes(m.caseStatus);
  const invited = m.status === 'invited';
  return (
    <article aria-labelledby={`group-${m.id}`}>
      {share ? <MyShareCard share={share} employer={m.employerName} payBy={day(share.payBy.at(-1)!)} /> : null}
      <section className={invited && !ended ? 'card next' : 'card'}>
        <div className="row"><h2 id={`group-${m.id}`}>{otherSide(m)}</h2><span className={invited ? 'tag due' : 'tag ok'}>{t(`group.status.${m.status}`)}</span></div>
        <p className="muted">{m.caseNumber} · {m.workers ? t('group.joined', { count: m.workers, amount: yuan(m.groupDueFen) }) : t('group.nobodyYet')}</p>
        {invited ? <p>{t(ended ? 'group.tooLate' : 'group.asked', { by: m.addedBy, employer: otherSide(m) })}</p> : null}
        <h3>{t('group.yours', { name: m.name })}</h3>
        <dl className="facts">
          <dt>{t('group.wage')}</dt><dd>{yuan(m.monthlyWageFen)}</dd>
          <dt>{t('group.ownDays')}</dt><dd>{byDayType(m.days).map((g) => <details key={g.dayType} open={g.days.length <= FEW}><summary>{t(`group.kind.${g.dayType}`, { count: g.days.length, hours: g.hours })}</summary><ul className="own-days">{g.days.map((d) => <li key={d.date}><span>{day(d.date)}</span><span>{t('group.hours', { count: d.hours })}</span></li>)}</ul></details>)}</dd>
          <dt>{t('group.due')}</dt><dd><span className="amount">{yuan(m.dueFen)}</span></dd>
        </dl>
        {m.days.some((d) => d.dayType === 'statutory_holiday') ? <p className="muted">{t('group.noTimeOff')}</p> : null}
        <details><summary>{t('group.working')}</summary><ol>{m.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol><p className="muted">{lawText(m.source)}</p></details>
        <p className="muted"><Icon of="lock" /> {t('group.yourRow')}</p>
        {invited && !ended ? <WithCode purpose="join_group" subject={m.id} act={(code) => api.post(`/cases/${m.caseId}/group/me/confirmation`, { code })} /> : null}
        {m.representative ? <p><Link className="btn" href={`/cases/${m.caseId}`}>{t('group.openCase')}</Link></p> : null}
        {ended ? null : <LeaveGroup m={m} />}
      </section>
      {m.status === 'in' ? <Representation m={m} /> : null}
    </article>
  );
}
