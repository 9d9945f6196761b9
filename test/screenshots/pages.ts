import type { CasesUnderWay } from '../scenarios/cases-under-way.js';

type Who = 'worker' | 'employer' | 'newcomer';

/** One main page of the phone's face and how to come to it. */
export interface MainPage {
  readonly name: string;
  /** Who looks; nobody signed in where it is left out. */
  readonly as?: Who;
  readonly path: (s: CasesUnderWay) => string;
  /** The request that holds what the page is about; without one the page has no states of its own. */
  readonly about?: RegExp;
  /** Who has nothing to see here: another's page is forbidden to them, a list is empty. */
  readonly forbidden?: boolean;
  readonly empty?: boolean;
}

/** Questions of each kind, then the pages after them. */
const QUESTIONS = ['work', 'matters', 'hireDate', 'monthlyWage'];
const STEPS = ['employer', 'findings', 'story', 'who', 'evidence', 'check', 'claims'];

export const MAIN_PAGES: readonly MainPage[] = [
  { name: 'home', path: () => '/' },
  { name: 'home-draft', as: 'worker', path: () => '/' },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'staff-sign-in', path: () => '/desk/sign-in' },
  { name: 'verify', path: () => '/verify' },
  { name: 'not-found', path: () => '/nowhere' },
  { name: 'invitation', path: (s) => `/i/${s.token}`, about: /\/api\/invitations\/[\w-]+$/ },
  { name: 'know-your-rights', path: () => '/rights' },
  ...QUESTIONS.map((id) => ({ name: `file-question-${id}`, as: 'worker' as const, path: (s: CasesUnderWay) => `/file/${s.draftId}/q/${id}`, ...(id === 'monthlyWage' ? { about: /\/draft$/, forbidden: true } : {}) })),
  ...STEPS.map((step) => ({ name: `file-${step}`, as: 'worker' as const, path: (s: CasesUnderWay) => `/file/${s.draftId}/${step}` })),
  { name: 'receipt', as: 'worker', path: (s) => `/cases/${s.filedId}/receipt`, about: /\/api\/cases\/[\w-]+\/receipt$/, forbidden: true },
  { name: 'cases', as: 'worker', path: () => '/cases', about: /\/api\/cases(\?.*)?$/, empty: true },
  { name: 'lawyers', as: 'worker', path: (s) => `/cases/${s.filedId}/lawyers`, about: /\/api\/lawyers/, forbidden: true },
  { name: 'case-filed', as: 'worker', path: (s) => `/cases/${s.filedId}` },
  { name: 'case-worker', as: 'worker', path: (s) => `/cases/${s.caseId}`, about: /\/api\/cases\/[\w-]+$/, forbidden: true },
  { name: 'case-employer', as: 'employer', path: (s) => `/cases/${s.caseId}` },
  { name: 'case-settled', as: 'worker', path: (s) => `/cases/${s.settledCaseId}` },
  { name: 'rights', as: 'worker', path: (s) => `/cases/${s.caseId}/rights`, about: /\/(clocks|sheets)$/, forbidden: true },
  { name: 'room', as: 'worker', path: (s) => `/rooms/${s.consultId}`, about: /\/api\/rooms\/[\w-]+(\/messages.*)?$/, forbidden: true },
  { name: 'session', as: 'worker', path: (s) => `/sessions/${s.sessionId}`, about: /\/api\/sessions\/[\w-]+$/, forbidden: true },
  { name: 'session-employer', as: 'employer', path: (s) => `/sessions/${s.sessionId}` },
  { name: 'agreement', as: 'worker', path: (s) => `/agreements/${s.agreementId}`, about: /\/api\/agreements\/[\w-]+$/, forbidden: true },
  { name: 'notifications', as: 'worker', path: () => '/notifications', about: /\/api\/notifications/, empty: true },
];
