import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, type Client, type TestApp } from '@hejie/test-kit';
import { RULES_VERSION, type Terms } from '../contract/index.js';

/** The people of one session, signed in, and the case between them. */
export interface Meeting {
  readonly worker: Client;
  readonly employer: Client;
  readonly mediator: Client;
  /** Of the worker and the employer's representative. */
  readonly phones: { readonly worker: string; readonly employer: string };
  caseId: string;
  sessionId: string;
}

let meetings = 0;

/** Signs in a worker, an employer's representative and a mediator who have nothing to do with each other yet. */
export async function aMeeting(t: TestApp): Promise<Meeting> {
  const n = String(++meetings).padStart(3, '0');
  const phones = { worker: `13800771${n}`, employer: `13900772${n}` };
  const [worker, employer, mediator] = [
    await signInByPhone(t.url, phones.worker, '姜小明'),
    await signInByPhone(t.url, phones.employer, '孙经理'),
    await createStaff(t, 'mediator', '陈调解'),
  ];
  return { worker, employer, mediator, phones, caseId: '', sessionId: '' };
}

/** Files a fresh case, lets the employer's representative join it, and schedules a session. */
export async function schedule(t: TestApp, m: Meeting, inMinutes = 60): Promise<void> {
  ({ caseId: m.caseId } = await aFiledCase(m.worker));
  await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, m.employer.accountId, 'respondent'));
  m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, inMinutes))).body.id;
}

export function aSchedule(t: TestApp, m: Pick<Meeting, 'mediator'>, inMinutes = 60) {
  return { requestId: crypto.randomUUID(), startsAt: new Date(t.now().getTime() + inMinutes * 60_000).toISOString(), minutes: 60, mode: 'online', mediatorId: m.mediator.accountId };
}

/** So long before the start that the door is open. */
export const SOON = 20;

/** They agree to the rules and come into the waiting room. */
export async function attend(sessionId: string, ...people: readonly Client[]): Promise<void> {
  for (const who of people) {
    for (const [act, body] of [['consent', { rulesVersion: RULES_VERSION }], ['arrive', {}]] as const) {
      const answer = await who.post(`/api/sessions/${sessionId}/${act}`, body);
      if (answer.status !== 201 && answer.status !== 200) throw new Error(`${act}: ${JSON.stringify(answer.body)}`);
    }
  }
}

/** A session that is open: both sides have come and sit in the joint room. */
export async function open(t: TestApp, m: Meeting): Promise<void> {
  await schedule(t, m, SOON);
  await attend(m.sessionId, m.worker, m.employer);
  const { status, body } = await m.mediator.post(`/api/sessions/${m.sessionId}/open`);
  if (status !== 200) throw new Error(`the session did not open: ${JSON.stringify(body)}`);
}

/** Terms whose items and two instalments add up. */
export function someTerms(totalFen = 5_280_000): Terms {
  return {
    items: [{ kind: 'injury_disability', amountFen: totalFen - 2_000_000 }, { kind: 'double_wage', amountFen: 2_000_000 }],
    totalFen,
    instalments: [{ dueDate: '2030-12-15', amountFen: totalFen - 1_000_000 }, { dueDate: '2031-01-15', amountFen: 1_000_000 }],
  };
}
