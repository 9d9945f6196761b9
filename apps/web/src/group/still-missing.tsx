import type { CaseView, GroupView } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import './texts.js';

/** Of these, the worker's papers of a case are read. */
const PAPER_READERS: readonly string[] = ['claimant', 'representative', 'delegate', 'counsel', 'officer', 'department'];

/** What a group still lacks, for who leads it, and the paper that goes along with its filing: until they have elected, the form for it. */
export function StillMissing({ view, group }: { view: CaseView; group: GroupView }) {
  const { t } = useTranslation();
  const { collective: { isCollective, minReps, maxReps }, members } = group;
  const elected = members.filter((m) => m.representative).length;
  const fits = minReps !== null && maxReps !== null && elected >= minReps && elected <= maxReps;
  return (
    <>
      {isCollective && !fits ? <p><span className="tag due">{t('group.lacksElection', { min: minReps, max: maxReps })}</span></p> : null}
      {isCollective && view.relations.some((r) => PAPER_READERS.includes(r)) ? <p><Link href={`/cases/${view.id}/papers/representatives_proof`}>{t(fits ? 'group.proof' : 'group.proofForm')}</Link></p> : null}
    </>
  );
}
