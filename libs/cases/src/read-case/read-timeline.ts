import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { notFound, type Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { audiencesOf, CaseAccess, EVERYBODY, RESPONDENTS } from '../case/case-access.js';
import { CaseMembers } from '../case/case-members.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { SetAside } from '../set-aside/set-aside.js';
import { CaseEvent } from '../timeline/case-event.entity.js';
import { SessionsWith } from '../timeline/sessions-with.js';

/** What a joint respondent reads beside the meetings it is of and the agreements that bind it: what was asked, shown and answered. */
const FOR_CO_RESPONDENTS: readonly string[] = [
  'cases.file', 'cases.respondent_named', 'cases.respondent_corrected', 'cases.respondent_dropped', 'cases.respondent_invited', 'cases.respondent_joined', 'cases.answered', 'cases.evidence_added', 'cases.evidence_shared', 'cases.evidence_removed', 'cases.escalate', 'cases.withdraw',
];
/** Of a case, not of one of its meetings. */
const OF_MEDIATION: readonly string[] = ['cases.mediate', 'cases.fail_mediation'];

const NONE: ReadonlySet<string> = new Set();

/** The history of a case, newest first, without what is not for the reader. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
    private readonly members: CaseMembers,
    private readonly sessions: SessionsWith,
    private readonly accounts: Accounts,
  ) {}

  /** @throws NOT_FOUND */
  async execute(actor: Actor, caseId: string) {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const aside = await this.aside.from(actor, relations, caseId);
    const others = await this.aside.ofOthers(actor, relations, caseId);
    const all = await this.dataSource.getRepository(CaseEvent).find({
      where: { caseId, audience: In(audiencesOf(relations)) },
      order: { id: 'DESC' },
      take: 500,
    });
    const beside = relations.every((r) => r === 'co_respondent');
    const spokenFor = beside ? await this.members.spokenFor(caseId, actor.accountId) : null;
    if (beside && spokenFor === null) throw notFound();
    const met = spokenFor ? await this.sessions.of(caseId, spokenFor) : NONE;
    const binds = (e: CaseEvent) => bindsOf(e)?.includes(spokenFor ?? 'respondent');
    const theirs = (e: CaseEvent) => FOR_CO_RESPONDENTS.includes(e.kind) || binds(e) || (met.size > 0 && OF_MEDIATION.includes(e.kind)) || (e.kind.startsWith('mediation.') && met.has(String(e.data['sessionId'])));
    const ofMediation = beside ? new Set((await this.dataSource.getRepository(CaseEvidence).find({ where: { caseId, side: 'staff' }, select: { id: true } })).map((e) => e.id)) : NONE;
    const kept = all.filter((e) => !(e.actorId && others.has(e.actorId)) && !(relations.some((r) => RESPONDENTS.includes(r)) && binds(e) === false) && !(beside && (!theirs(e) || ofMediation.has(String(e.data['evidenceId'])))));
    const events = kept.filter((e) => !(e.actorId && aside.has(e.actorId) && (e.audience === 'respondent_side' || e.kind.startsWith('cases.evidence_'))));
    // whoever reads the partner's own word of the award needs no second line that the case moved by it
    const decided = events.some((e) => e.kind === 'escalation.awarded' || e.kind === 'escalation.closed');
    const names = await this.accounts.names(events.flatMap((e) => e.actorId ?? []));
    return {
      items: events.filter((e) => e.kind !== 'cases.decide' || !decided).map((e) => ({
        id: e.id,
        at: e.at.toISOString(),
        kind: e.kind,
        actorName: e.actorId ? (names.get(e.actorId)?.name ?? '') : null,
        data: e.data,
      })),
    };
  }
}

/** Of what is said of an agreement in a case with several respondents: whom it binds. Whom it does not reads nothing of it. */
function bindsOf({ data }: CaseEvent): readonly string[] | undefined {
  return data['binds'] as readonly string[] | undefined;
}
