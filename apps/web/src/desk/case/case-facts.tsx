import type { CaseView } from '@hejie/cases/contract';
import { CLAIM_KINDS, DISPUTE_TYPES } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { day, inLanguage, list, yuan } from '../../design/format.js';
import { AnswerText } from '../../case/answer-form.js';
import { RespondentsRows } from '../../respondents/respondents-rows.js';
import { DeskIcon } from '../icons.js';
import { readersOfPrivate } from './private-readers.js';

/** What is claimed and told; what only the worker's side may read carries a lock and its readers' names. */
export function CaseFactsCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { facts: f } = view;
  const rows: readonly [string, React.ReactNode][] = [
    ['case.type', list((f.disputeTypes ?? []).map((d) => inLanguage(DISPUTE_TYPES[d])))],
    ['case.claims', <ul>{(f.claims ?? []).map((c, i) => <li key={i}>{inLanguage(CLAIM_KINDS[c.kind])} {c.amountFen === undefined ? '' : yuan(c.amountFen)}</li>)}</ul>],
    ['case.region', f.region],
    ['file.employer.uscc', f.employer?.uscc],
    ['file.employer.address', f.employer?.address],
    ['desk.contract', f.employment?.contract && t(`answer.${f.employment.contract}`)],
    ['desk.insured', f.employment?.insured && t(`answer.${f.employment.insured}`)],
    ['case.since', f.employment?.startDate && day(f.employment.startDate)],
    ['case.left', f.employment?.endDate && day(f.employment.endDate)],
    ['file.employer.position', f.employment?.position],
    ['case.wage', f.employment?.monthlyWageFen && yuan(f.employment.monthlyWageFen)],
    ['case.story', f.story],
    ['case.filedFor', view.filedFor && t('desk.filedFor', { by: view.filedFor.by, consent: view.filedFor.consent })],
    ['case.answer', view.answer && <AnswerText answer={view.answer} />],
    ...view.otherAnswers.map(({ number, answer }): [string, React.ReactNode] => [t('respondents.answer', { nth: t(`respondents.nth.${number}`) }), <AnswerText answer={answer} />]),
  ];
  return (
    <section className="card">
      <h2>{t('case.facts')}</h2>
      <dl className="facts">{view.respondents.length > 1 || view.relations.some((r) => r === 'counsel' || r === 'officer') ? <RespondentsRows view={view} /> : null}{rows.map(([label, value]) => (value ? <div key={label}><dt>{t(label)}</dt><dd>{value}</dd></div> : null))}</dl>
      {f.privateNote ? (
        <div className="private-note">
          <h3><DeskIcon of="lock" /> {t('case.private')}</h3>
          <p>{f.privateNote}</p>
          <p className="muted">{t('desk.readers', { names: readersOfPrivate(view) })}</p>
        </div>
      ) : null}
    </section>
  );
}
