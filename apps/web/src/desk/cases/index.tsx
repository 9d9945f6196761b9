import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearch } from 'wouter';
import { useMe } from '../../api/me.js';
import { CasePane } from '../case/case-pane.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { AllCases } from './all-cases.js';
import { MyCases } from './my-cases.js';

/** The list of cases and, beside it, the one that is open. */
export function CasesSection() {
  const { t } = useTranslation();
  const { caseId } = useParams<{ caseId?: string }>();
  const [, go] = useLocation();
  const search = useSearch();
  const everything = useMe().data?.roles.includes('legal_officer');
  const before = useRef(caseId);
  const list = useRef<HTMLElement>(null);
  const close = () => go(`/desk/cases${search ? `?${search}` : ''}`);
  useShortcuts(caseId ? [{ keys: 'Escape', group: 'list', title: 'desk.keys.close', run: close }] : []);
  useEffect(() => {
    const left = before.current;
    before.current = caseId;
    // back from a case one stands on its row again; asked after the page's own arrival has taken the focus to its heading
    if (left && !caseId) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`a[href*="${left}"]`)?.focus());
  }, [caseId]);
  const Heading = caseId ? 'h2' : 'h1';
  const List = everything ? AllCases : MyCases;
  return (
    <main className="desk-split" data-open={caseId ? '' : undefined}>
      <section className="desk-list" ref={list}><List title={<Heading>{t(everything ? 'desk.allCases' : 'desk.cases')}</Heading>} openId={caseId} /></section>
      {caseId ? <section className="desk-thing" key={caseId}><CasePane caseId={caseId} close={close} /></section> : null}
    </main>
  );
}
