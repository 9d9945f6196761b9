import type { DraftAnswers } from '@hejie/cases/contract';
import { DISPUTE_TYPES } from '@hejie/law';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, list } from '../../design/format.js';
import { ClaimsEditor } from '../../guided/claims-editor.js';
import { Bring, Clocks, Notes, Referrals, Working } from '../../guided/findings.js';
import type { Law } from '../../guided/use-law.js';

type Claims = NonNullable<DraftAnswers['claims']>;
interface Props { law: Law; begun: boolean; claims: Claims; onClaims: (claims: Claims) => void; busy: boolean; children: ReactNode }

/** What it comes to so far, claims to correct, and the way to file it; what is for somebody else is told with the telephone to read out. */
export function CallFindings({ law, begun, claims, onClaims, busy, children }: Props) {
  const { t } = useTranslation();
  const { conclusion, sheet } = law;
  const can = conclusion.claims.length > 0;
  return (
    <div className="call-findings">
      {conclusion.referrals.length ? <section aria-label={t('intake.elsewhere')}>{can ? null : <h2>{t('guided.scope.out')}</h2>}<Referrals conclusion={conclusion} /></section> : null}
      {can ? (
        <section className="card">
          <h2>{list(conclusion.disputeTypes.map((d) => inLanguage(DISPUTE_TYPES[d])))}</h2>
          <ClaimsEditor sheet={sheet} own={claims} onChange={onClaims} />
          {sheet.lines.map((line) => <Working key={line.claim} line={line} />)}
        </section>
      ) : begun && !conclusion.referrals.length ? <p className="card muted">{t('intake.notYet')}</p> : null}
      <section className="card">
        {children}
        <Button htmlType="submit" type="primary" loading={busy} disabled={!can}>{t('file.submit')}</Button>
      </section>
      <Clocks law={law} />
      <Notes conclusion={conclusion} />
      {can ? <Bring conclusion={conclusion} folded /> : null}
    </div>
  );
}
