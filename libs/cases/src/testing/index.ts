import type { CaseFacts, GroupView, QuickCase, Receipt } from '../contract/index.js';

/** Scenario A1: a work injury with neither contract nor insurance. */
export function injuryFacts(overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'],
    region: '平度市',
    employer: { name: '平度市某机械厂' },
    employment: { contract: 'no', insured: 'no', platformWork: false, startDate: '2019-06-01', position: '操作工', monthlyWageFen: 500_000 },
    claims: [
      { kind: 'injury_disability', amountFen: 5_500_000 },
      { kind: 'double_wage', amountFen: 5_500_000 },
    ],
    story: '2020年3月在车间操作机器时右手受伤，单位没有签合同，也没有缴纳工伤保险。',
    ...overrides,
  };
}

/** The same as it is told to the law's questions, all answered. */
export function injuryIntake(): NonNullable<CaseFacts['intake']> {
  return {
    work: 'employee', age: 'adult', people: 'one', matters: ['injury', 'noContract'], licensed: 'yes', hireDate: '2019-06-01', stillEmployed: 'yes', monthlyWage: 5_000,
    contract: 'no', insured: 'no', where: 'work', hurtOn: '2020-03-12', recognition: 'yes', grade: '8', conclusionOn: '2020-09-10', injuryEnds: 'yes', nursing: 'none',
    stayMonths: 3, medicalCosts: 4_200, alreadyPaid: 0, knewOn: '2020-03-12', demandedOn: null, stage: 'none',
  };
}

/** A whole case as `POST /api/cases/quick` takes it. */
export function aQuickCase(overrides: Partial<QuickCase> = {}): QuickCase {
  return { requestId: crypto.randomUUID(), claimant: { name: '姜小明' }, facts: injuryFacts(), ...overrides };
}

/** Files a case through the door; who asks is its claimant, or its officer when `behalf` is given. */
export async function aFiledCase(who: PostsJson, overrides: Partial<QuickCase> = {}): Promise<Receipt> {
  const { status, body } = await who.post('/api/cases/quick', aQuickCase(overrides));
  if (status !== 201) throw new Error(`the case was not filed: ${JSON.stringify(body)}`);
  return body as Receipt;
}

/** The n-th worker of a group that `aGroup` makes, counted from 0. */
export const groupWorker = (n: number) => ({ name: `${'陈李王张刘赵周吴郑孙冯褚'[n]}小${'一二三四五六七八九十甲乙'[n]}`, phone: `138006600${String(n).padStart(2, '0')}` });

/** Puts workers into the group of a case, whose officer writes down that each agreed. */
export async function aGroup(officer: PostsJson, caseId: string, workers = 10): Promise<GroupView> {
  let group: GroupView | undefined;
  for (let n = 0; n < workers; n++) {
    const { status, body } = await officer.post(`/api/cases/${caseId}/group/members`, { requestId: crypto.randomUUID(), ...groupWorker(n), monthlyWageFen: 234_900, days: [{ date: '2026-02-17', hours: 10 }], consent: '本人到场，听读后同意参加' });
    if (status !== 201) throw new Error(`nobody was added: ${JSON.stringify(body)}`);
    group = body as GroupView;
  }
  return group!;
}

/** Elects the first so many of a group, on a paper that is put among the case's evidence. */
export async function anElection(leader: PostsJson & UploadsFiles, caseId: string, group: GroupView, representatives = 3): Promise<GroupView> {
  const paper = await leader.upload(`/api/cases/${caseId}/evidence`, { name: '推举.txt', type: 'text/plain', bytes: Buffer.from('推举代表人证明书') }, { title: '推举代表人证明书' });
  const { status, body } = await leader.post(`/api/cases/${caseId}/group/representatives`, { requestId: crypto.randomUUID(), memberIds: group.members.slice(0, representatives).map((m) => m.id), evidenceId: (paper.body as { id: string }).id });
  if (status !== 201) throw new Error(`nobody was elected: ${JSON.stringify(body)}`);
  return body as GroupView;
}

/** What this needs of a test's client. */
interface PostsJson {
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
}
interface UploadsFiles {
  upload(path: string, file: { name: string; type: string; bytes: Buffer }, fields?: Record<string, string>): Promise<{ status: number; body: unknown }>;
}
