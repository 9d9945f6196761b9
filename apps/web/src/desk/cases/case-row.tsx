import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import { yuan } from '../../design/format.js';
import { StatusTag } from '../../case/status-tag.js';
import { otherSide } from '../../respondents/names.js';
import type { DeskCase } from './desk-case.js';
import { DueMark } from './due-mark.js';

/** A case as a line: what is due first, then who and what, then where it stands. */
export function CaseRow({ of: c, open = false }: { of: DeskCase; open?: boolean }) {
  const { t } = useTranslation();
  const search = useSearch(); // the list beside the case stays as it is filtered
  return (
    <article className={`case-row${open ? ' open' : ''}`}>
      <div className="case-due">{c.next ? <DueMark due={c.next} /> : <span className="muted">{t('due.none')}</span>}</div>
      <div className="case-who">
        <Link href={`/desk/cases/${c.id}${search ? `?${search}` : ''}`} aria-current={open ? 'true' : undefined}>{c.number}</Link>
        <span className="name">{c.claimantName}</span> <span className="muted">{otherSide(c)}</span>
      </div>
      <div className="case-what muted">{c.type} {yuan(c.amountClaimedFen)}</div>
      <div className="case-state">
        <StatusTag status={c.status} outcome={c.outcome} />
        {c.waitsFor ? <span className="tag due">{t(`waits.${c.waitsFor}`)}</span> : null}
        {c.unread ? <span className="tag new">{t('desk.unreadCount', { count: c.unread })}</span> : null}
        {c.mentions ? <span className="tag due">{t('desk.mentions')}</span> : null}
      </div>
    </article>
  );
}
