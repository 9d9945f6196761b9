import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { CalendarsInForce } from '@hejie/cases';
import { ChangeGroup, Evidence, ReadGroup } from '@hejie/cases/use-cases';
import { ConfirmationCodes } from '@hejie/identity';
import { addDays } from '@hejie/law';
import { civilDate, FileStore, storeTyped, type Actor } from '@hejie/platform';
import { CaseStory } from './case-story.js';
import { colleaguePhone } from './plot.js';

const HOLIDAYS = 4;
const HOURS_A_DAY = 10;
const REPRESENTATIVES = 3;

/** What workers do who stand together in one case. */
export class GroupStory extends CaseStory {
  /** Who filed lists everybody with the last holidays they worked. */
  async listWorkers(now: Date): Promise<void> {
    const days = (await this.holidaysBefore(addDays(civilDate(now), -10))).map((date) => ({ date, hours: HOURS_A_DAY }));
    for (const [n, { name, monthlyYuan }] of this.group.entries()) {
      await this.cast.use(ChangeGroup).add(await this.worker(), this.caseId, { requestId: randomUUID(), name, phone: this.phoneOf(n), monthlyWageFen: monthlyYuan * 100, days });
    }
  }

  /** Each asks for the code by which to agree; it comes by SMS. */
  async askToJoin(): Promise<void> {
    for (const [who, memberId] of await this.members()) await this.cast.use(ConfirmationCodes).request(who, { purpose: 'join_group', subject: memberId });
  }

  async joinGroup(): Promise<void> {
    for (const [n, [who]] of (await this.members()).entries()) await this.cast.use(ChangeGroup).join(who, this.caseId, this.cast.phones.read(this.phoneOf(n), /(\d{6})/));
  }

  /** Who filed and the next two are elected, on a paper all have signed. */
  async elect(): Promise<void> {
    const worker = await this.worker();
    const name = '推举代表人证明书.txt';
    const file = await storeTyped(Readable.from([Buffer.from(`推举代表人证明书\n${this.group.map((w) => `${w.name}（签名）`).join('\n')}\n`)]), name, this.cast.use(FileStore));
    const { id: evidenceId } = await this.cast.use(Evidence).add(worker, this.caseId, { ...file, name, fields: { title: '推举代表人证明书', proves: '全体劳动者推举了代表人', visibility: 'private' } });
    const memberIds = (await this.members()).slice(0, REPRESENTATIVES).map(([, id]) => id);
    await this.cast.use(ChangeGroup).elect(worker, this.caseId, { requestId: randomUUID(), memberIds, evidenceId });
  }

  private get group() {
    return this.plot.group ?? [];
  }

  private readonly phoneOf = (n: number) => (n === 0 ? this.workerPhone() : colleaguePhone(this.index, n));

  private async members(): Promise<[Actor, string][]> {
    const { members } = await this.cast.use(ReadGroup).execute(await this.worker(), this.caseId);
    return Promise.all(members.map(async ({ id, name }, n): Promise<[Actor, string]> => [await this.cast.person(name, this.phoneOf(n)), id]));
  }

  private async holidaysBefore(day: string): Promise<string[]> {
    const calendars = await this.cast.use(CalendarsInForce).now();
    const all = Object.entries(calendars).flatMap(([year, { statutory }]) => statutory.map((date) => `${year}-${date}`));
    return all.filter((date) => date < day).sort().slice(-HOLIDAYS);
  }
}
