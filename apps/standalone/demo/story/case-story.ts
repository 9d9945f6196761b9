import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { AnswerClaim, ChoosePath, Evidence, FileQuickCase, Invitations } from '@hejie/cases/use-cases';
import { AnswerRequest, AskLawyer } from '@hejie/lawyers/use-cases';
import { FileStore, storeTyped, type Actor } from '@hejie/platform';
import { RoomList, SendMessage } from '@hejie/rooms/use-cases';
import type { RoomKind } from '@hejie/rooms/contract';
import type { Cast } from './cast.js';
import { workerPhone, type Plot } from './plot.js';

const DAY_MS = 86_400_000;

/** One case and what its people do up to its way of being solved; each act is a use case of the product. */
export class CaseStory {
  caseId = '';
  private claimant: Actor | undefined;
  private respondent: Actor | undefined;

  constructor(
    protected readonly cast: Cast,
    readonly plot: Plot,
    /** Its people's numbers end in this. */
    protected readonly index: number,
  ) {}

  readonly workerPhone = () => workerPhone(this.index);
  readonly employerPhone = () => `1990001${String(this.index).padStart(4, '0')}`;
  readonly worker = async () => (this.claimant ??= await this.cast.person(this.plot.worker, this.workerPhone()));
  readonly employer = async () => (this.respondent ??= await this.cast.person(this.plot.representative, this.employerPhone()));

  /** @param by the operator who takes it down on the phone; left out, the worker files */
  async file(now: Date, by?: string): Promise<void> {
    const { plot } = this;
    const receipt = await this.cast.use(FileQuickCase).execute(by ? this.cast.staff(by) : await this.worker(), {
      requestId: randomUUID(),
      ...(by ? { behalf: { name: plot.worker, phone: this.workerPhone(), consent: '已向来电人说明用途，本人同意工会代为提交申请并保存其信息。' } } : { claimant: { name: plot.worker, address: '平度市东阁街道' } }),
      facts: {
        disputeTypes: [plot.type],
        region: '平度市',
        employer: { name: plot.employer, address: '平度市经济开发区' },
        employment: { contract: plot.type === 'NO_CONTRACT' ? 'no' : 'yes', insured: 'unsure', platformWork: plot.type === 'RIDER_INJURY', startDate: startDate(now, this.index), monthlyWageFen: (plot.group?.[0]?.monthlyYuan ?? 6_200) * 100 },
        claims: [{ kind: plot.claim, amountFen: plot.yuan * 100 }],
        story: plot.story,
        ...(plot.groupSize ? { groupSize: plot.groupSize } : {}),
      },
    });
    this.caseId = receipt.caseId;
  }

  async showEvidence(): Promise<void> {
    const name = '与主管的聊天记录.txt';
    const file = await storeTyped(Readable.from([Buffer.from(`聊天记录导出\n${this.plot.worker}：主管，${this.plot.story}\n主管：再等等，公司会处理的。\n`)]), name, this.cast.use(FileStore));
    await this.cast.use(Evidence).add(await this.worker(), this.caseId, { ...file, name, fields: { title: '与主管的聊天记录', proves: '单位知道这件事，一直没有解决', visibility: 'shared' } });
  }

  async ask(by?: string): Promise<void> {
    const { accountId: lawyerId } = this.cast.staff(this.plot.lawyer);
    await this.cast.use(AskLawyer).execute(by ? this.cast.staff(by) : await this.worker(), this.caseId, { requestId: randomUUID(), lawyerId });
  }

  async accept(): Promise<void> {
    const lawyer = this.cast.staff(this.plot.lawyer);
    const requests = this.cast.use(AnswerRequest);
    const open = (await requests.mine(lawyer.accountId)).find((r) => r.status === 'open' && r.claimantName === this.plot.worker)!;
    await requests.declare(lawyer, open.id, false);
    await requests.accept(lawyer, open.id);
  }

  async say(who: Actor, kind: RoomKind, text: string): Promise<void> {
    const room = (await this.cast.use(RoomList).mine(who.accountId, { caseId: this.caseId })).find((r) => r.kind === kind)!;
    await this.cast.use(SendMessage).execute(who, room.id, { clientId: randomUUID(), kind: 'text', body: { text } });
  }

  /** The worker asks, the lawyer answers, the worker has the last word. */
  async consult(): Promise<void> {
    const [worker, lawyer] = [await this.worker(), this.cast.staff(this.plot.lawyer)];
    await this.say(worker, 'consult', `您好，${this.plot.story}我该怎么办？`);
    await this.say(lawyer, 'consult', '您好，材料我看过了。请把工资流水和聊天记录都传上来，我们先争取调解。');
    await this.say(worker, 'consult', '好的，我今晚整理好发给您。');
  }

  async negotiate(): Promise<void> {
    await this.cast.use(ChoosePath).execute(await this.worker(), this.caseId, { requestId: randomUUID(), path: 'negotiate', expectedStatus: 'consulting' });
  }

  async invite(): Promise<void> {
    await this.cast.use(Invitations).send(this.cast.staff(this.plot.lawyer), this.caseId, { requestId: randomUUID(), phone: this.employerPhone() });
  }

  async join(): Promise<void> {
    const token = this.cast.phones.read(this.employerPhone(), /\/i\/([\w-]{43})/);
    await this.cast.use(Invitations).accept(await this.employer(), token, { representativeName: this.plot.representative, position: '人事经理' });
  }

  async answer(): Promise<void> {
    await this.cast.use(AnswerClaim).execute(await this.employer(), this.caseId, {
      requestId: randomUUID(),
      text: '情况属实，愿意在工会主持下协商。',
      claims: [{ claim: 0, position: 'partly', amountFen: Math.round(this.plot.yuan / 2) * 100, reason: '对计算的期间有异议', evidenceIds: [] }],
    });
  }
}

/** Some years of service, different for each. */
function startDate(now: Date, index: number): string {
  return new Date(now.getTime() - (400 + index * 97) * DAY_MS).toISOString().slice(0, 10);
}
