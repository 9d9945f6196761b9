import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseMembers, CaseReader, CLAIMANTS_OWN, RESPONDENTS, type UnsafeCase } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { articlesOf } from '@hejie/law';
import { MediationPapers, type MediationPaper } from '@hejie/mediation';
import { compose, fieldOf, labelOf, maskIdNumber, missingOf, optionsOf, paperKinds, templateOf, type FieldId, type Paper, type PaperKind, type Values } from '@hejie/papers';
import { AuditLog, Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import type { CasePapers, FillPapers, PaperField, PaperItem, PaperSide } from '../contract/index.js';
import { caseValues, filled, forSigners, jointAnswers, namingOnly, signersFor, type CasePaperFacts } from './case-values.js';
import { GatherFacts } from './gather-facts.js';
import { KeepAnswers, type Answers } from './keep-answers.js';
import { askedOf, givenBy, mayFill, ofUse, readsParticulars, sideFor, writtenKinds, type WrittenKind } from './whose-paper.js';

/** Stands for the worker's phone where it is only asked whether it is known. */
const KNOWN_PHONE = '（已留）';
/** What the other party, fellow workers and delegates read in place of the worker's particulars. */
const WITHHELD = '（由劳动者填写）';

interface Opened {
  readonly found: UnsafeCase;
  readonly relations: readonly Relation[];
  /** The respondent beside the employer whom the reader speaks for. */
  readonly speaksFor: string | null;
  readonly facts: CasePaperFacts;
  /** With all respondents, whoever reads. */
  readonly whole: Values;
  /** What the case itself knows. */
  readonly known: Values;
}

/** The papers of a case: which are of use now, what they lack, and each as it reads. */
@Injectable()
export class WritePapers {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly members: CaseMembers,
    private readonly mediation: MediationPapers,
    private readonly gather: GatherFacts,
    private readonly answers: KeepAnswers,
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Names what is missing and shows what one's own side filled in; particulars of the case are not in it. @throws NOT_FOUND */
  async list(actor: Actor, caseId: string): Promise<CasePapers> {
    const opened = await this.open(actor, caseId);
    const kinds = this.kindsNow(opened);
    const sides = [...new Set(kinds.map(({ side }) => side))];
    const kept = new Map(await Promise.all(sides.map(async (side) => [side, await this.answers.unsafeOf(caseId, side, opened.speaksFor)] as const)));
    const items = [
      ...(await Promise.all(kinds.map(async ({ kind, side }) => itemOf(kind, side, opened, await this.valuesOf(kind, side, opened))))),
      ...(await this.made(actor, caseId, opened.relations)).map(({ kind, paper }) => madeItem(kind, paper, opened.relations)),
    ];
    return {
      items: items.sort((a, b) => paperKinds.indexOf(a.kind) - paperKinds.indexOf(b.kind)),
      // what the claimant typed is the claimant's too
      answers: sides.filter((side) => side !== 'worker' || readsParticulars(opened.relations)).map((side) => ({
        side,
        version: kept.get(side)!.version,
        mayFill: mayFill(side, opened.relations),
        fields: [...new Set(kinds.filter((k) => k.side === side).flatMap(({ kind }) => askedOf(side, kind, opened.known)))].map((id) => fieldView(id, kept.get(side)!.answers, opened.known)),
      })),
    };
  }

  /** @throws NOT_FOUND, PAPER_FIELD_UNFIT, PAPER_ANSWERS_STALE */
  async fill(actor: Actor, caseId: string, input: FillPapers): Promise<CasePapers> {
    const opened = await this.open(actor, caseId);
    if (!mayFill(input.side, opened.relations)) throw notFound();
    const kinds = this.kindsNow(opened).filter(({ side }) => side === input.side);
    await this.answers.save(actor, caseId, input, new Set(kinds.flatMap(({ kind, side }) => askedOf(side, kind, opened.known))), opened.speaksFor);
    return this.list(actor, caseId);
  }

  /** A paper as it reads, with the worker's particulars where the reader may see them. Who reads it is written down first. @throws NOT_FOUND */
  async paper(actor: Actor, caseId: string, kind: PaperKind, format: 'preview' | 'pdf' | 'docx'): Promise<{ paper: Paper; name: string; file: MediationPaper['file'] }> {
    const opened = await this.open(actor, caseId);
    const made = (await this.made(actor, caseId, opened.relations)).find((m) => m.kind === kind)?.paper;
    const now = this.kindsNow(opened).find((k) => k.kind === kind);
    if (!made && !now) throw notFound();
    // written first: what cannot be audited is not shown
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'escalation.paper_read', subject: made?.subject ?? `case:${caseId}`, detail: { caseId, kind, format } }));
    const name = `${templateOf(kind).title.zh}-${opened.found.number}`;
    if (made) return { paper: await made.paper(), name, file: made.file };
    const known = kind === 'evidence_list' ? caseValues(await this.gather.withPages(opened.facts)) : opened.known;
    const phone = now!.side === 'worker' && readsParticulars(opened.relations) ? await this.gather.phoneOf(opened.found, `paper ${kind}`, actor.accountId) : KNOWN_PHONE;
    const values = await this.valuesOf(now!.kind, now!.side, { ...opened, known: { ...known, 'claimant.phone': phone } });
    const { paper } = compose(kind, values, { number: opened.found.number, madeAt: this.clock.now() });
    return { paper, name, file: null };
  }

  private async open(actor: Actor, caseId: string): Promise<Opened> {
    const relations = await this.access.require(actor, caseId, [...CLAIMANTS_OWN, 'representative', 'delegate', ...RESPONDENTS, 'mediator']);
    const found = await this.cases.unsafeCase(caseId);
    if (!found) throw notFound();
    const facts = await this.gather.unsafeOf(found, KNOWN_PHONE, this.clock.today());
    const speaksFor = (await this.members.of(caseId, ['co_respondent'])).find((m) => m.accountId === actor.accountId)?.respondentId ?? null;
    const known = caseValues(facts);
    return { found, relations, speaksFor, facts, whole: known, known: speaksFor ? asRespondent(known, speaksFor) : known };
  }

  private kindsNow({ relations, facts, speaksFor }: Opened): { kind: WrittenKind; side: PaperSide }[] {
    const bound = facts.agreement ? facts.agreement.respondents.some((r) => r.key === (speaksFor ?? 'respondent')) : speaksFor === null;
    return writtenKinds.flatMap((kind) => {
      const side = sideFor(kind, relations, bound);
      return side && ofUse(kind, facts) ? [{ kind, side }] : [];
    });
  }

  /** As the reader may have them. */
  private async valuesOf(kind: WrittenKind, side: PaperSide, opened: Opened): Promise<Values> {
    const values = await this.wholeOf(kind, side, opened);
    return side === 'worker' && !readsParticulars(opened.relations) ? keptFromFellows(values) : values;
  }

  /** A paper of both takes each side's word on itself. */
  private async wholeOf(kind: WrittenKind, side: PaperSide, opened: Opened): Promise<Values> {
    const { found, known, speaksFor } = opened;
    const signers = signersFor(kind, opened.facts);
    if (signers) return this.agreedOf(kind, side, opened, signers);
    const own = (await this.answers.unsafeOf(found.id, side, speaksFor)).answers;
    if (templateOf(kind).of === 'both') {
      const other = (await this.answers.unsafeOf(found.id, side === 'worker' ? 'respondent' : 'worker')).answers;
      return side === 'worker' ? filled(known, jointAnswers(own, other)) : withheld(filled(known, jointAnswers(other, own)));
    }
    return filled({ ...known, ...givenBy(side, kind) }, own);
  }

  /** A paper that stands on an agreement with some of several respondents names those, and takes each one's word on itself. */
  private async agreedOf(kind: WrittenKind, side: PaperSide, { found, known, whole }: Opened, signers: readonly string[]): Promise<Values> {
    const worker = (await this.answers.unsafeOf(found.id, 'worker')).answers;
    const told = templateOf(kind).of === 'both' ? jointAnswers(forSigners(worker, signers), forSigners(await this.answers.unsafeOfSigners(found.id, signers), signers)) : forSigners(worker, signers);
    const values = filled(namingOnly({ ...whole, 'claimant.phone': known['claimant.phone'] ?? null }, signers), told);
    return side === 'worker' ? values : withheld(values);
  }

  /** What mediation made, for who may read it. */
  private async made(actor: Actor, caseId: string, relations: readonly Relation[]): Promise<{ kind: 'mediation_minutes' | 'mediation_agreement'; paper: MediationPaper }[]> {
    const minutes = await this.mediation.minutes(actor, caseId);
    const agreement = await this.mediation.agreement(actor, relations, caseId);
    return [...(minutes ? [{ kind: 'mediation_minutes' as const, paper: minutes }] : []), ...(agreement ? [{ kind: 'mediation_agreement' as const, paper: agreement }] : [])];
  }
}

/** What the case knows of the other side, as the paper of one respondent has it: of itself alone. */
function asRespondent(known: Values, id: string): Values {
  const own = Object.entries(known).flatMap(([field, value]) => (field.endsWith(`#${id}`) ? [[field.split('#')[0], value]] : []));
  const rest = Object.entries(known).filter(([field]) => !field.startsWith('employer.') && field !== 'respondents.others' && field !== 'respondents.copies');
  return Object.fromEntries([...rest, ...own]) as Values;
}

/** The worker's particulars, and where their agent is called, are for the worker's side; the identity number shows that it is the same person. */
function withheld(values: Values): Values {
  const { 'claimant.bornOn': _born, ...rest } = values;
  const hidden = (['claimant.address', 'claimant.mailing', 'claimant.phone', 'claimant.electronic', 'agent.phone'] as const).filter((id) => values[id]);
  return { ...rest, ...(values['claimant.idNumber'] ? { 'claimant.idNumber': maskIdNumber(String(values['claimant.idNumber'])) } : {}), ...Object.fromEntries(hidden.map((id) => [id, WITHHELD])) };
}

/** Of the claimant a fellow worker who was elected, or a delegate, reads the name; the rest the claimant writes in. */
function keptFromFellows(values: Values): Values {
  const { 'claimant.bornOn': _born, ...rest } = values;
  const hidden = Object.keys(rest).filter((id) => (id.startsWith('claimant.') && id !== 'claimant.name' && id !== 'claimant.sex') || id === 'agent.idNumber' || id === 'agent.phone');
  return { ...rest, ...Object.fromEntries(hidden.filter((id) => rest[id as keyof typeof rest]).map((id) => [id, WITHHELD])) };
}

function itemOf(kind: WrittenKind, side: PaperSide, { known, relations }: Opened, values: Values): PaperItem {
  const fields = side === 'worker' && !readsParticulars(relations) ? [] : askedOf(side, kind, known);
  const fill = mayFill(side, relations);
  // what only the worker can say of themselves is no lack of the other party's copy
  const missing = missingOf(kind, values).filter((id) => side !== 'respondent' || !id.startsWith('claimant.'));
  return { ...heading(kind), side, final: false, missing: missing.map((id) => ({ id, label: labelOf(id, known), fill: fill && fields.includes(id) })), fields };
}

const madeItem = (kind: PaperKind, { file }: MediationPaper, relations: readonly Relation[]): PaperItem => ({ ...heading(kind), side: sideFor(kind, relations, true) ?? 'staff', final: file !== null, missing: [], fields: [] });

function heading(kind: PaperKind): Pick<PaperItem, 'kind' | 'title' | 'use' | 'articles'> {
  const { title, use, source } = templateOf(kind);
  return { kind, title, use, articles: articlesOf(source).map((a) => a.citation) };
}

/** An identity number is shown again masked only. */
function fieldView(id: FieldId, answers: Answers, known: Values): PaperField {
  const { hint, kind } = fieldOf(id);
  const answer = answers[id] ?? null;
  const secret = kind === 'idNumber';
  return {
    id,
    label: labelOf(id, known),
    hint: hint ?? null,
    kind: kind as PaperField['kind'],
    options: Object.entries(optionsOf(id, known)).map(([value, words]) => ({ value, label: words })),
    value: secret ? null : answer,
    masked: secret && answer ? maskIdNumber(answer) : null,
  };
}
