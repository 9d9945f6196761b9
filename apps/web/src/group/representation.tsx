import type { GroupMembership } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { list } from '../design/format.js';
import { LetterScope } from '../delegation/letter-scope.js';
import './texts.js';

/** Who speaks for the group: elected colleagues, and who acts by a letter, for what and until when. */
export function Representation({ m }: { m: GroupMembership }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('group.represented')}</h2>
      <p>{m.representatives.length ? t('group.representatives', { names: list(m.representatives) }) : t(m.mayElect ? 'group.noRepresentatives' : 'group.eachOwn')}</p>
      {m.delegates.length ? (
        <ul className="list">
          {m.delegates.map((d) => <li key={d.name}><strong>{d.name}</strong> <LetterScope powers={d.powers} validUntil={d.validUntil} state="valid" /></li>)}
        </ul>
      ) : <p className="muted">{t('group.noDelegates')}</p>}
      <p className="muted">{t('group.yourSay')}</p>
    </section>
  );
}
