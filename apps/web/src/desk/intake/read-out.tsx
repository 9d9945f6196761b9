import type { Receipt } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayTime } from '../../design/format.js';
import { Bring, Clocks } from '../../guided/findings.js';
import type { Law } from '../../guided/use-law.js';
import { otherSide } from '../../respondents/names.js';

/** What the caller is told before they hang up: the number, the days not to miss, what to bring. */
export function ReadOut({ receipt, law, next }: { receipt: Receipt; law: Law; next: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="card next" role="status">
        <h2>{t('intake.readOut')}</h2>
        <p className="amount">{receipt.number}</p>
        <p>{receipt.claimantName} · {otherSide(receipt)} · {dayTime(receipt.filedAt)}</p>
        <p>{t('intake.told', { responsible: receipt.responsible, hotline: receipt.hotline })}</p>
        <div className="row">
          <Link className="btn" href={`/cases/${receipt.caseId}/lawyers`}>{t('receipt.chooseLawyer')}</Link>
          <Link className="btn plain" href={`/desk/cases/${receipt.caseId}`}>{t('receipt.toCase')}</Link>
          <Button onClick={next}>{t('intake.next')}</Button>
        </div>
      </section>
      <div className="desk-cols"><Clocks law={law} /><Bring conclusion={law.conclusion} /></div>
    </>
  );
}
