import type { GroupMemberView } from '@hejie/cases/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../design/format.js';
import { byDayType } from './by-day-type.js';
import './texts.js';

/** As many rows are shown before one asks for all: a group may have hundreds. */
const FIRST = 10;
const ORDER = { in: 0, invited: 1, out: 2 };

/** The workers of a group: who has agreed, who leads, what is due to each. */
export function MemberRows({ members }: { members: readonly GroupMemberView[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const sorted = [...members].sort((a, b) => ORDER[a.status] - ORDER[b.status] || Number(b.representative) - Number(a.representative));
  return (
    <>
      <ul className="list member-rows">
        {(all ? sorted : sorted.slice(0, FIRST)).map((m) => (
          <li key={m.id}>
            <span>
              <strong>{m.name}</strong>{' '}
              {m.representative ? <span className="tag new">{t('group.representative')}</span> : null}{' '}
              {m.status === 'in' ? null : <span className={m.status === 'invited' ? 'tag due' : 'tag'}>{t(`group.row.${m.status}`)}</span>}
            </span>
            <span className="muted">{byDayType(m.days).map((g) => <span key={g.dayType}>{t(`group.kind.${g.dayType}`, { count: g.days.length, hours: g.hours })} · </span>)}{t('group.rowWage', { wage: yuan(m.monthlyWageFen) })}</span>
            <strong className="sum">{yuan(m.dueFen)}</strong>
          </li>
        ))}
      </ul>
      {all || sorted.length <= FIRST ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{t('group.showAll', { count: sorted.length })}</button>}
    </>
  );
}
