import type { Terms } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { yuan } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import { useGroup } from '../group/use-group.js';
import './shares.css';
import './texts.js';

/** What an offer gives each worker, beside what is due to them: open while one may answer it, so that nobody agrees to a sum without its parts. */
export function TermsShares({ caseId, terms, open }: { caseId: string; terms: Terms; open: boolean }) {
  const { t } = useTranslation();
  const group = useGroup(caseId);
  if (!terms.shares) return null;
  if (!group.data) return group.error ? <Failure error={group.error} retry={() => void group.refetch()} /> : <Loading />;
  const members = new Map(group.data.members.map((m) => [m.id, m]));
  return (
    <details className="shares" open={open}>
      <summary>{t('shares.table', { count: terms.shares.length })}</summary>
      <table>
        <thead><tr><th scope="col">{t('shares.worker')}</th><th scope="col" className="money">{t('shares.due')}</th><th scope="col" className="money">{t('shares.amount')}</th></tr></thead>
        <tbody>
          {terms.shares.map((s, i) => {
            const member = members.get(s.memberId);
            return (
              <tr key={s.memberId}>
                <th scope="row"><span className="keep"><span className="muted">{i + 1}</span> {member?.name ?? t('shares.gone')}</span></th>
                <td className="money">{member ? yuan(member.dueFen) : ''}</td>
                <td className="money">{yuan(s.amountFen)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot><tr><th scope="row" colSpan={2}>{t('shares.sum')}</th><td className="money"><strong>{yuan(terms.totalFen)}</strong></td></tr></tfoot>
      </table>
    </details>
  );
}
