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
  /** What the page finds kept from earlier in the visit. */
  readonly kept?: Readonly<Record<string, unknown>>;
  /** What it then shows, and would not without it. */
  readonly shows?: RegExp;
}

const EMPLOYEE = { work: 'employee', age: 'adult', people: 'one' };
/** What one comes to the page of rights with. */
const RIGHTS = {
  question: EMPLOYEE,
  result: { ...EMPLOYEE, hireDate: '2023-03-01', stillEmployed: 'yes', monthlyWage: 6_525, contract: 'yes', insured: 'no', knewOn: '2026-08-03', demandedOn: null, stage: 'none', matters: ['injury'], licensed: 'yes', where: 'work', hurtOn: '2026-02-03', recognition: 'yes', grade: '8', conclusionOn: '2026-08-10', injuryEnds: 'no', nursing: 'none', stayMonths: 3, medicalCosts: 4_200, alreadyPaid: 0 },
  out: { work: 'household' },
};
/** For `addInitScript`: puts what a page finds kept where it looks for it. */
export const keepForPage = (kept: Readonly<Record<string, unknown>>) => {
  for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, JSON.stringify(value));
};

const rights = (answers: object, shows: RegExp) => ({ path: () => '/rights', kept: { 'hejie.visit.rights': answers }, shows });

/** Questions of each kind, then the pages after them. */
const QUESTIONS = ['work', 'matters', 'hireDate', 'monthlyWage'];
const STEPS = ['employer', 'findings', 'story', 'who', 'evidence', 'check', 'claims'];

export const MAIN_PAGES: readonly MainPage[] = [
  { name: 'home', path: () => '/' },
  { name: 'home-draft', as: 'worker', path: () => '/' },
  { name: 'rights', path: () => '/rights' },
  { name: 'rights-question', ...rights(RIGHTS.question, /已答 3 题/) },
  { name: 'rights-result', ...rights(RIGHTS.result, /用这些内容申请调解/) },
  { name: 'rights-out', ...rights(RIGHTS.out, /不在劳动争议调解范围内/) },
  { name: 'rights-rules', path: () => '/rights/rules', about: /\/api\/rules/ },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'staff-sign-in', path: () => '/desk/sign-in' },
  { name: 'verify', path: () => '/verify' },
  { name: 'dev-messages', path: () => '/dev/messages', about: /\/api\/dev\/messages/ },
  { name: 'not-found', path: () => '/nowhere' },
  { name: 'invitation', path: (s) => `/i/${s.token}`, about: /\/api\/invitations\/[\w-]+$/ },
  ...QUESTIONS.map((id) => ({ name: `file-question-${id}`, as: 'worker' as const, path: (s: CasesUnderWay) => `/file/${s.draftId}/q/${id}`, ...(id === 'monthlyWage' ? { about: /\/draft$/, forbidden: true } : {}) })),
  ...STEPS.map((step) => ({ name: `file-${step}`, as: 'worker' as const, path: (s: CasesUnderWay) => `/file/${s.draftId}/${step}` })),
  { name: 'receipt', as: 'worker', path: (s) => `/cases/${s.filedId}/receipt`, about: /\/api\/cases\/[\w-]+\/receipt$/, forbidden: true },
  { name: 'cases', as: 'worker', path: () => '/cases', about: /\/api\/cases(\?.*)?$/, empty: true },
  { name: 'lawyers', as: 'worker', path: (s) => `/cases/${s.filedId}/lawyers`, about: /\/api\/lawyers/, forbidden: true },
  { name: 'case-filed', as: 'worker', path: (s) => `/cases/${s.filedId}` },
  { name: 'case-worker', as: 'worker', path: (s) => `/cases/${s.caseId}`, about: /\/api\/cases\/[\w-]+$/, forbidden: true },
  { name: 'case-employer', as: 'employer', path: (s) => `/cases/${s.caseId}` },
  { name: 'case-settled', as: 'worker', path: (s) => `/cases/${s.settledCaseId}` },
  { name: 'case-rights', as: 'worker', path: (s) => `/cases/${s.caseId}/rights`, about: /\/(clocks|sheets)$/, forbidden: true },
  { name: 'case-papers', as: 'worker', path: (s) => `/cases/${s.caseId}/papers`, about: /\/api\/cases\/[\w-]+\/papers$/, forbidden: true },
  { name: 'case-paper', as: 'worker', path: (s) => `/cases/${s.caseId}/papers/arbitration_application`, about: /\/papers\/[\w-]+\/preview$/ },
  { name: 'case-evidence', as: 'worker', path: (s) => `/cases/${s.caseId}/evidence`, about: /\/api\/cases\/[\w-]+\/evidence$/, forbidden: true },
  { name: 'room', as: 'worker', path: (s) => `/rooms/${s.consultId}`, about: /\/api\/rooms\/[\w-]+(\/messages.*)?$/, forbidden: true },
  { name: 'session', as: 'worker', path: (s) => `/sessions/${s.sessionId}`, about: /\/api\/sessions\/[\w-]+$/, forbidden: true },
  { name: 'session-employer', as: 'employer', path: (s) => `/sessions/${s.sessionId}` },
  { name: 'agreement', as: 'worker', path: (s) => `/agreements/${s.agreementId}`, about: /\/api\/agreements\/[\w-]+$/, forbidden: true },
  { name: 'groups', as: 'worker', path: () => '/groups', about: /\/api\/(group-memberships|my-shares)/, empty: true },
  { name: 'case-group', as: 'worker', path: (s) => `/cases/${s.groupCaseId}`, about: /\/api\/cases\/[\w-]+\/(group|delegations)$/, forbidden: true },
  { name: 'account', as: 'worker', path: () => '/account', about: /\/api\/auth\/sessions/ },
  { name: 'notifications', as: 'worker', path: () => '/notifications', about: /\/api\/notifications/, empty: true },
];
