import type { CaseClocksView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { day, daysLeft, inLanguage } from '../design/format.js';
import { Icon } from '../design/parts.js';
import './texts.js';

/** From how many days before its safe date on a period is told on the case's own page, and stands out there. */
const NEAR_DAYS = 30;
const SOON_DAYS = 7;
/** Told beside it. */
const MEDIATION = ['MEDIATION_END_15D', 'COURT_ONLINE_MEDIATION_30D'];
const OTHERS_TURN = ['employer', 'authority'];

/** Of the periods in which the worker's side can do something the one that ends first, if it is near: a right is lost by it. */
export function NextClock({ caseId, enabled }: { caseId: string; enabled: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['clocks', caseId], queryFn: () => api.get<CaseClocksView>(`/cases/${caseId}/clocks`), enabled, retry: false });
  const [next] = (data?.clocks ?? [])
    .filter((c) => c.state === 'running' && !MEDIATION.includes(c.rule) && !OTHERS_TURN.includes(c.who) && daysLeft(c.rawDate) <= NEAR_DAYS)
    .sort((a, b) => a.rawDate.localeCompare(b.rawDate));
  if (!next) return null;
  const left = daysLeft(next.rawDate);
  return (
    <p>
      <span className={left <= SOON_DAYS ? 'tag due' : 'tag'}><Icon of="clock" /> {left > 0 ? t('caseRights.left', { count: left }) : left === 0 ? t('caseRights.safeToday') : t('caseRights.lastDays')}</span>{' '}
      <strong>{t(next.rawDate === next.dueDate ? 'caseRights.nextOn' : 'caseRights.next', { what: inLanguage(next.title), safe: day(next.rawDate), last: day(next.dueDate) })}</strong>{' '}
      <span className="muted">{next.articles.map((a) => inLanguage(a.citation)).join(inLanguage({ zh: '；', en: '; ' }))}</span>
      {next.provisional.map((p) => <span key={p.zh} role="note"> {inLanguage(p)}</span>)}
    </p>
  );
}
