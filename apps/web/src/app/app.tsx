import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { useMe } from '../api/me.js';
import { Failure, Loading, OfflineBanner } from '../design/parts.js';
import { speak } from '../i18n/index.js';
import { HomePage } from './home-page.js';
import { useNotifications } from '../notifications/use-notifications.js';
import { page } from './lazy-page.js';
import { useInboxNews } from '../realtime/use-inbox-news.js';
import { ReadAloud } from './read-aloud.js';
import { useArrival } from './use-arrival.js';
import { useSignOut } from './use-sign-out.js';

const SignInPage = page(() => import('../sign-in/sign-in-page.js'), 'SignInPage');
const StaffSignInPage = page(() => import('../sign-in/staff-sign-in-page.js'), 'StaffSignInPage');
const SetUpPage = page(() => import('../sign-in/set-up-page.js'), 'SetUpPage');
const OidcReturnPage = page(() => import('../sign-in/staff-oidc.js'), 'OidcReturnPage');
const FilePage = page(() => import('../filing/file-page.js'), 'FilePage');
const ReceiptPage = page(() => import('../case/receipt-page.js'), 'ReceiptPage');
const CasesPage = page(() => import('../case/cases-page.js'), 'CasesPage');
const CasePage = page(() => import('../case/case-page.js'), 'CasePage');
const CaseRightsPage = page(() => import('../case-rights/index.js'), 'CaseRightsPage');
const CasePapersPage = page(() => import('../case-papers/index.js'), 'CasePapersPage');
const CaseEvidencePage = page(() => import('../case-evidence/index.js'), 'CaseEvidencePage');
const LawyersPage = page(() => import('../lawyers/lawyers-page.js'), 'LawyersPage');
const RoomPage = page(() => import('../chat/room-page.js'), 'RoomPage');
const InvitePage = page(() => import('../invite/invite-page.js'), 'InvitePage');
const SessionPage = page(() => import('../session/session-page.js'), 'SessionPage');
const MinutesPage = page(() => import('../session/minutes/minutes-page.js'), 'MinutesPage');
const AgreementPage = page(() => import('../agreement/agreement-page.js'), 'AgreementPage');
const RightsPage = page(() => import('../rights/rights-page.js'), 'RightsPage');
const RulesPage = page(() => import('../rights/rules-page.js'), 'RulesPage');
const VerifyPage = page(() => import('../verify/verify-page.js'), 'VerifyPage');
const NotificationsPage = page(() => import('../notifications/notifications-page.js'), 'NotificationsPage');
const GroupsPage = page(() => import('../group/groups-page.js'), 'GroupsPage');
const AccountPage = page(() => import('../account/account-page.js'), 'AccountPage');
const Desk = page(() => import('../desk/index.js'), 'Desk');
const DeskFrame = lazy(async () => ({ default: (await import('../desk/index.js')).DeskFrame }));
const DevMessagesPage = page(() => import('../sign-in/dev-messages-page.js'), 'DevMessagesPage');

export function App() {
  const { t } = useTranslation();
  useArrival(t('app.name'));
  useInboxNews();
  return (
    <>
      <OfflineBanner />
      <Suspense fallback={<main><Loading /></main>}>
        <Switch>
          <Route path="/"><Open page={HomePage} /></Route>
          <Route path="/sign-in"><Open page={SignInPage} /></Route>
          <Route path="/desk/sign-in"><Open page={StaffSignInPage} /></Route>
          <Route path="/desk/set-up"><Open page={SetUpPage} /></Route>
          <Route path="/desk/sign-in/oidc"><Open page={OidcReturnPage} /></Route>
          <Route path="/desk/*?"><SignedIn page={Desk} /></Route>
          <Route path="/file/:caseId/:step?/:question?"><SignedIn page={FilePage} /></Route>
          <Route path="/cases"><SignedIn page={CasesPage} /></Route>
          <Route path="/cases/:id"><SignedIn page={CasePage} /></Route>
          <Route path="/cases/:id/receipt"><SignedIn page={ReceiptPage} /></Route>
          <Route path="/cases/:id/rights"><SignedIn page={CaseRightsPage} /></Route>
          <Route path="/cases/:id/papers/:kind?"><SignedIn page={CasePapersPage} /></Route>
          <Route path="/cases/:id/evidence"><SignedIn page={CaseEvidencePage} /></Route>
          <Route path="/cases/:id/lawyers"><SignedIn page={LawyersPage} /></Route>
          <Route path="/rooms/:id"><SignedIn page={RoomPage} /></Route>
          <Route path="/sessions/:id"><SignedIn page={SessionPage} /></Route>
          <Route path="/sessions/:id/minutes"><SignedIn page={MinutesPage} /></Route>
          <Route path="/agreements/:id"><SignedIn page={AgreementPage} /></Route>
          <Route path="/account"><SignedIn page={AccountPage} /></Route>
          <Route path="/notifications"><SignedIn page={NotificationsPage} /></Route>
          <Route path="/groups"><SignedIn page={GroupsPage} /></Route>
          <Route path="/i/:token"><Open page={InvitePage} /></Route>
          <Route path="/rights"><Open page={RightsPage} /></Route>
          <Route path="/rights/rules"><Open page={RulesPage} /></Route>
          <Route path="/verify"><Open page={VerifyPage} /></Route>
          <Route path="/dev/messages"><Open page={DevMessagesPage} /></Route>
          <Route><Open page={NotFoundPage} /></Route>
        </Switch>
      </Suspense>
    </>
  );
}

/** Pages open to all; the bar stands while a page comes. */
function Open({ page: Page }: { page: ComponentType }) {
  return <><TopBar /><Suspense fallback={<main><Loading /></main>}><Page /></Suspense></>;
}

/** Pages for signed-in people; others are sent to sign in and come back. Staff have their desk around each of them. */
function SignedIn({ page: Page }: { page: ComponentType }) {
  const me = useMe();
  const [location, go] = useLocation();
  const nobody = me.data === null;
  useEffect(() => {
    if (nobody) go(`${location.startsWith('/desk') ? '/desk' : ''}/sign-in?next=${encodeURIComponent(location)}`, { replace: true });
  }, [nobody, location, go]);
  if (me.data && !me.data.roles.includes('person')) return <DeskFrame><Page /></DeskFrame>;
  if (me.data) return <Open page={Page} />;
  return <>{location.startsWith('/desk') ? null : <TopBar />}<main>{me.error ? <Failure error={me.error} retry={() => void me.refetch()} /> : <Loading />}</main></>;
}

function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <div className="card">
        <h1>{t('state.notFound')}</h1>
        <Link href="/" className="btn plain">{t('nav.home')}</Link>
      </div>
    </main>
  );
}

function TopBar() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const unread = useNotifications(Boolean(me.data)).data?.unread ?? 0;
  const signOut = useSignOut();
  const [elder, setElder] = useState(() => document.documentElement.hasAttribute('data-elder'));
  const toggleElder = () => {
    const now = document.documentElement.toggleAttribute('data-elder');
    localStorage.setItem('hejie.elder', now ? 'yes' : 'no');
    setElder(now);
  };
  const staff = me.data && !me.data.roles.includes('person');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="top">
      <Link href="/" className="brand">{t('app.name')}</Link>
      {me.data ? <Link href={staff ? '/desk' : '/cases'}>{t(staff ? 'nav.desk' : 'nav.cases')}</Link> : null}
      {me.data ? <Link href="/notifications">{unread ? t('nav.messagesUnread', { count: unread }) : t('nav.messages')}</Link> : null}
      {/* where one line is too short, these go to the second together */}
      <span className="set">
        <button aria-pressed={elder} onClick={toggleElder}>{t('nav.elder')}</button>
        {elder && 'speechSynthesis' in window ? <ReadAloud /> : null}
        {elder ? null : <button lang={other} onClick={() => void speak(other)}>{t('nav.otherLanguage')}</button>}
        {me.data ? <button onClick={() => void signOut()}>{t('nav.signOut')}</button> : null}
      </span>
    </header>
  );
}
