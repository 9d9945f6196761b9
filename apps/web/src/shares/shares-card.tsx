import type { SharesView, ShareView } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { monthDay, yuan } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import { AcceptFor } from './accept-for.js';
import { PayOut } from './pay-out.js';
import './shares.css';
import './texts.js';

export const useShares = (agreementId: string, enabled: boolean) =>
  useQuery({ queryKey: ['shares', agreementId], queryFn: () => api.get<SharesView>(`/agreements/${agreementId}/shares`), enabled, refetchInterval: 5000 });

/** The per-worker table of a group's agreement: each amount, who agreed to it, what was paid of it; and entering both where one may. */
export function SharesCard({ agreementId }: { agreementId: string }) {
  const { t } = useTranslation();
  const query = useShares(agreementId, true);
  const shares = query.data;
  if (!shares) return query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  const accepted = shares.items.filter((i) => i.acceptedAt).length;
  const sealed = shares.status === 'sealed';
  return (
    <section className="card shares" aria-labelledby="shares-title">
      <h2 id="shares-title">{t('shares.title', { count: shares.items.length })}</h2>
      <p role="status">{sealed ? t('shares.paidSoFar', { paid: yuan(shares.paidFen), left: yuan(shares.leftFen) }) : t('shares.acceptedSoFar', { accepted, count: shares.items.length })}</p>
      <table>
        <thead><tr><th scope="col">{t('shares.worker')}</th><th scope="col" className="money">{t('shares.agreed')}</th><th scope="col">{t(sealed ? 'shares.payment' : 'shares.consent')}</th></tr></thead>
        <tbody>
          {shares.items.map((s, i) => (
            <tr key={s.memberId}>
              <th scope="row"><span className="keep"><span className="muted">{i + 1}</span> {s.name}</span><div className="muted">{t('shares.work', { count: s.days, due: yuan(s.dueFen) })}</div></th>
              <td className="money"><strong>{yuan(s.amountFen)}</strong></td>
              <td>{sealed ? <Paid share={s} /> : <Accepted share={s} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('shares.sum')}</th><td className="money"><strong>{yuan(shares.totalFen)}</strong></td><td>{sealed && shares.leftFen > 0 ? t('shares.leftOf', { amount: yuan(shares.leftFen) }) : ''}</td></tr></tfoot>
      </table>
      {sealed && shares.mayPay && shares.leftFen > 0 ? <PayOut shares={shares} /> : null}
      {shares.status === 'signing' && shares.mayAccept && accepted < shares.items.length ? <AcceptFor shares={shares} /> : null}
    </section>
  );
}

function Accepted({ share: s }: { share: ShareView }) {
  const { t } = useTranslation();
  return s.acceptedAt ? <><span className="tag ok">{t('shares.accepted')}</span><div className="muted">{monthDay(s.acceptedAt)}</div></> : <span className="tag due">{t('shares.pending')}</span>;
}

function Paid({ share: s }: { share: ShareView }) {
  const { t } = useTranslation();
  if (s.leftFen === 0) return <span className="tag ok">{t('shares.settled')}</span>;
  return <><span className="tag due">{t('shares.leftOf', { amount: yuan(s.leftFen) })}</span>{s.paidFen ? <div className="muted">{t('shares.paidOf', { amount: yuan(s.paidFen) })}</div> : null}</>;
}
