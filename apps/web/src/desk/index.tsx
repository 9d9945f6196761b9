import { useTranslation } from 'react-i18next';
import { Suspense } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { useMe } from '../api/me.js';
import { Loading } from '../design/parts.js';
import './desk.css';
import { homeOf, SECTIONS, sectionsOf } from './sections.js';
import '../account/texts.js';
import '../agreement/texts.js';
import '../case/texts.js';
import '../escalation/texts.js';
import '../evidence/texts.js';
import '../filing/texts.js';
import '../invite/texts.js';
import '../notifications/texts.js';
import '../timeline/texts.js';
import './texts.js';

export { DeskFrame } from './shell/desk-frame.js';

/** What is open on the desk: the section of the address, if the person's role has it. */
export function Desk() {
  const roles = useMe().data?.roles ?? [];
  const [first] = sectionsOf(roles);
  return (
    <Suspense fallback={<main className="desk-page"><Loading /></main>}>
      <Switch>
        <Route path="/desk"><Redirect to={first ? homeOf(first) : '/cases'} replace /></Route>
        {SECTIONS.map((s) => <Route key={s.path} path={s.path} component={s.roles.some((r) => roles.includes(r)) ? s.component : Forbidden} />)}
        <Route component={Forbidden} />
      </Switch>
    </Suspense>
  );
}

function Forbidden() {
  const { t } = useTranslation();
  return (
    <main className="desk-page">
      <h1>{t('state.notFound')}</h1>
      <p>{t('desk.notYours')}</p>
      <Link href="/desk">{t('desk.backToDesk')}</Link>
    </main>
  );
}
