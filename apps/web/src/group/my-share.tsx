import type { MyShare } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { dayTime, yuan } from '../design/format.js';
import { PayShare } from '../shares/pay-share.js';
import { WithCode } from './with-code.js';
import './texts.js';

/** The own amount in an agreement: to agree to while it is signed, to be counted off as it is paid. */
export function MyShareCard({ share: s, employer, payBy }: { share: MyShare; employer: string; payBy: string }) {
  const { t } = useTranslation();
  const waits = s.status === 'signing' && !s.acceptedAt;
  return (
    <section className={waits || (s.status === 'sealed' && s.leftFen > 0) ? 'card next' : 'card'}>
      <div className="row"><h2>{t('group.agreed')}</h2><span className={s.status === 'sealed' ? 'tag ok' : 'tag due'}>{t(`group.agreement.${s.status}`)}</span></div>
      <p className="amount">{yuan(s.amountFen)}</p>
      <p className="muted">{employer} · {s.number} · {t('group.agreementTotal', { count: s.workers, amount: yuan(s.totalFen), date: payBy })}</p>
      <dl className="facts">
        <dt>{t('group.due')}</dt><dd>{yuan(s.dueFen)}</dd>
        {s.status === 'sealed' ? <><dt>{t('group.paid')}</dt><dd>{yuan(s.paidFen)}</dd><dt>{t('group.left')}</dt><dd><strong>{yuan(s.leftFen)}</strong></dd></> : null}
        {s.otherTerms ? <><dt>{t('group.otherTerms')}</dt><dd>{s.otherTerms}</dd></> : null}
      </dl>
      {s.amountFen < s.dueFen ? <p role="note">{t('group.below', { amount: yuan(s.dueFen - s.amountFen) })}</p> : null}
      {s.acceptedAt ? <p><span className="tag ok">{t('group.acceptedAt', { at: dayTime(s.acceptedAt) })}</span></p> : null}
      {waits ? <><p>{t('group.acceptHint')}</p><WithCode purpose="accept_share" subject={s.agreementId} act={(code) => api.post(`/agreements/${s.agreementId}/shares/acceptance`, { code })} /></> : null}
      {s.status === 'sealed' && s.leftFen === 0 ? <p role="status"><span className="tag ok">{t('group.allPaid')}</span></p> : null}
      {s.status === 'sealed' && s.leftFen > 0 ? <PayShare key={s.leftFen} agreementId={s.agreementId} memberId={s.memberId} leftFen={s.leftFen} /> : null}
    </section>
  );
}
