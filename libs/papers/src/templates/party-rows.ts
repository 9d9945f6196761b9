import type { FieldId } from './fields.js';
import type { EachRow, Point, Row } from './template.js';

const named = (label: string, field: FieldId): Row => ({ label, text: `{${field}}` });

/** The worker as every application names a natural person (劳动争议调解仲裁法 Art 28, 民事诉讼法 Art 124). */
export const workerRows = (role: string, more: readonly FieldId[] = []): readonly Row[] => [
  named(role, 'claimant.name'), 'claimant.sex', 'claimant.bornOn', ...more, 'claimant.idNumber', 'claimant.address', 'claimant.mailing', 'claimant.phone', 'claimant.electronic',
];

/** One employer: it gives the paper itself. */
export const employerRows = (role: string): readonly Row[] => [
  named(role, 'employer.name'), 'employer.uscc', 'employer.legalPerson', 'employer.legalPost', named('住所地', 'employer.address'), 'employer.mailing', 'employer.phone',
];

/** Whom an agreement binds, each with its own rows. */
export const boundRows = (role: string, more: readonly EachRow[] = []): Row => ({
  each: [{ label: role, text: '{employer.name}', numbered: true }, 'employer.uscc', 'employer.legalPerson', 'employer.legalPost', { label: '住所地', text: '{employer.address}' }, 'employer.mailing', 'employer.phone', ...more],
});

/** Everybody on the other side, each with its own rows. A person has no legal representative. */
export const respondentRows = (role: string): Row => ({
  each: [
    { label: role, text: '{employer.name}', numbered: true }, { label: '身份', text: '{employer.role}', when: 'employer.role' }, 'employer.uscc', { field: 'employer.legalPerson', unless: 'employer.person' }, { field: 'employer.legalPost', unless: 'employer.person' },
    { label: '住所地', text: '{employer.address}' }, 'employer.mailing', 'employer.phone',
  ],
});

/** Who acts for the worker, where somebody does. */
export const AGENT: Row = { label: '委托代理人', text: '{agent.name}　{agent.phone}', when: 'agent.name' };
export const AGENT_FIELDS = ['agent.name', 'agent.phone'] as const;
export const AGENT_PAPERS: Point = { text: '授权委托书及代理人身份证明', when: 'agent.name' };

/** What the rows above need, and what they may have beside it. */
export const WORKER_REQUIRED = [
  'claimant.name',
  'claimant.idNumber',
  // both follow from the identity number: one lack is told, not three
  { field: 'claimant.sex', when: 'claimant.idNumber' },
  { field: 'claimant.bornOn', when: 'claimant.idNumber' },
  'claimant.address',
  'claimant.phone',
] as const;
export const WORKER_OPTIONAL = ['claimant.mailing', 'claimant.electronic'] as const;
export const EMPLOYER_REQUIRED = ['employer.name', 'employer.address', 'employer.legalPerson'] as const;
export const RESPONDENTS_REQUIRED = ['employer.name', 'employer.address', { field: 'employer.legalPerson', unless: 'employer.person' }] as const;
export const RESPONDENTS_OPTIONAL = ['employer.uscc', 'employer.legalPost', 'employer.mailing', 'employer.phone', 'employer.role', 'employer.person'] as const;
export const EMPLOYER_OPTIONAL = ['employer.uscc', 'employer.legalPost', 'employer.mailing', 'employer.phone'] as const;

/** The employment, for the facts of an application. */
export const EMPLOYMENT_ROWS = [
  'dispute.types', 'employment.startDate', 'employment.endDate', 'employment.position', 'employment.wage', 'employment.contract', 'employment.insured', 'employment.platform', 'dispute.happenedOn',
] as const satisfies readonly FieldId[];

/** The claims one by one, then their sum. */
export const CLAIMS = [
  { items: 'claims.list' },
  { paragraph: '以上金额合计{claims.total}。', when: 'claims.total' },
  // ten and more may elect; fewer each stand for themselves (劳动争议调解仲裁法 Art 7)
  { paragraph: '本案申请人共{people.count}，推举{people.representatives}为代表人参加调解、仲裁活动。', when: 'people.elect' },
  { paragraph: '本案共同申请人共{people.count}，各自参加调解、仲裁活动：', when: 'people.few' },
  { table: 'group.members', head: ['序号', '姓名', '身份证号码', '签名'], widths: [0.1, 0.2, 0.4, 0.3], align: ['center', 'center', 'left', 'left'], toWrite: true, when: 'people.few' },
] as const;
export const PEOPLE = ['people.count', 'people.elect', 'people.few', 'group.members'] as const;
