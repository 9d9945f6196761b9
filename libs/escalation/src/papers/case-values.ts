import { collective, originalOf, originOf, purposeOf, standingElection, type GroupWorker, type ListedEvidence, type UnsafeCase } from '@hejie/cases';
import type { BoundExhibit, RespondentView } from '@hejie/cases/contract';
import { basisOf, CLAIM_KINDS, DISPUTE_TYPES, fenOf, payableAs, RESPONDENT_ROLES, type Calendars, type ClaimKind } from '@hejie/law';
import { payersText, type SealedAgreement } from '@hejie/mediation';
import { chineseDate, fieldOf, fieldOfRespondent, readIdNumber, yuan, yuanInWords, type FieldId, type Values } from '@hejie/papers';
import { civilDate } from '@hejie/platform';
import { overdue } from '../escalate/track-fit.js';

/** What a case's papers are written from: its own facts, never what was said in mediation or consultation. */
export interface CasePaperFacts {
  readonly case: UnsafeCase;
  /** The worker's. */
  readonly phone: string | null;
  /** The union organisation that mediates. */
  readonly organisation: string;
  readonly mediator: string | null;
  /** Where it goes, as far as a partner is connected. */
  readonly commission: string | null;
  readonly court: string | null;
  readonly agreement: SealedAgreement | null;
  readonly evidence: readonly ListedEvidence[];
  /** Who stands together in it. */
  readonly group: readonly GroupWorker[];
  /** Where each stands in the bundle that goes along, if one does. */
  readonly exhibits?: readonly BoundExhibit[];
  /** By hash: of files that were counted. */
  readonly pages?: ReadonlyMap<string, number>;
  /** The day of the paper in China. */
  readonly today: string;
  /** The holiday calendars the last days are counted on. */
  readonly calendars: Calendars;
}

const YES_NO = { yes: '是', no: '否', unsure: null } as const;
/** What an uploaded file is. */
const FORMS: readonly (readonly [RegExp, string])[] = [[/^image\//, '图片'], [/^audio\//, '录音'], [/^video\//, '录像'], [/pdf$/, 'PDF'], [/^text\//, '文本']];
const formOf = (mediaType: string) => FORMS.find(([type]) => type.test(mediaType))?.[1] ?? '电子文档';

/** What the case itself knows of the fields; null for what it does not. Answers given for the papers fill the rest (`filled`). */
export function caseValues(f: CasePaperFacts): Values {
  const { facts, claimant } = f.case;
  const { employment, claims } = facts;
  const total = claims.reduce((sum, c) => sum + (c.amountFen ?? 0), 0);
  return {
    'claimant.name': claimant.name ?? null,
    'claimant.idNumber': claimant.idNumber ?? null,
    'claimant.address': claimant.address || null,
    'claimant.phone': f.phone,
    ...respondentValues(f.case.respondents),
    'employment.startDate': employment.startDate ?? null,
    'employment.endDate': employment.endDate ?? null,
    'employment.position': employment.position || null,
    'employment.wage': employment.monthlyWageFen ?? null,
    'employment.contract': YES_NO[employment.contract],
    'employment.insured': YES_NO[employment.insured],
    'employment.platform': employment.platformWork ? '是' : null,
    'dispute.types': facts.disputeTypes.map((d) => DISPUTE_TYPES[d].zh).join('、'),
    'claims.list': claims.map((c) => `${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : `，${yuanInWords(c.amountFen)}`}${c.note ? `（${c.note}）` : ''}${onGround(c.kind)}`),
    'claims.total': total > 0 && claims.length > 1 ? total : null,
    story: facts.story,
    ...groupValues(f),
    'evidence.rows': evidenceRows(f),
    'evidence.files': evidenceFiles(f),
    'evidence.count': f.evidence.length ? String(f.evidence.length) : null,
    'case.number': f.case.number,
    'case.filedOn': civilDate(f.case.filedAt),
    'case.mediationLastDate': f.case.mediationLastDate,
    organisation: f.organisation || null,
    mediator: f.mediator,
    'addressee.commission': f.commission,
    'addressee.court': f.court,
    'injury.happenedOn': accidentOn(facts.intake?.['hurtOn']),
    ...agreementValues(f),
  };
}

/** How many copies go to the other side, in the words of the forms. */
const COPIES = ['一份', '两份', '三份', '四份', '五份'] as const;

/** Each respondent with what the case knows of it; the second and those behind under the id of their row. */
function respondentValues(respondents: UnsafeCase['respondents']): Values {
  const others = respondents.flatMap((r) => r.id ?? []);
  const of = ({ id, name, uscc, address, role }: RespondentView): Values => {
    const told: readonly (readonly [FieldId, string | null])[] = [['employer.name', name], ['employer.uscc', uscc], ['employer.address', address], ['employer.role', role && RESPONDENT_ROLES[role].zh], ['employer.person', role === 'investor' ? 'yes' : null]];
    return Object.fromEntries(told.map(([field, value]) => [id ? fieldOfRespondent(field, id) : field, value]));
  };
  return {
    ...Object.assign({}, ...respondents.map(of)),
    'respondents.names': respondents.map((r) => r.name).join('、'),
    ...(others.length ? { 'respondents.others': others, 'respondents.copies': COPIES[others.length] } : {}),
  };
}

const accidentOn = (told: unknown): string | null => (typeof told === 'string' ? told : null);

function onGround(kind: ClaimKind): string {
  const basis = basisOf(kind);
  return basis ? `（依据：${basis.zh}）` : '';
}

/** How many stand together: who is in the group, or more who were told of when it was filed. */
const workersOf = ({ group, case: { facts } }: Pick<CasePaperFacts, 'group' | 'case'>): number => (standingElection(group).length > 0 ? group.length : Math.max(group.length, facts.groupSize ?? 1));

/** Whether they are as many as may elect representatives. */
export const mayElect = (f: Pick<CasePaperFacts, 'group' | 'case'>): boolean => collective(workersOf(f)).isCollective;

/** Lines on a form for workers whose names nobody has told; more write on a sheet of their own. */
const MOST_LINES = 60;

/** Ten and more may elect, fewer stand each for themselves. Names alone: the rest each worker writes with the signature. */
function groupValues(f: CasePaperFacts): Values {
  const workers = workersOf(f);
  if (workers < 2) return {};
  const elected = standingElection(f.group);
  const names = [...f.group.map((w) => w.name), ...Array<string>(Math.max(0, Math.min(workers, MOST_LINES) - f.group.length)).fill('')];
  return {
    'people.count': workers,
    'people.elect': mayElect(f) ? 'yes' : null,
    'people.few': mayElect(f) ? null : 'yes',
    'people.representatives': elected.map((w) => w.name).join('、') || null,
    'group.representatives': elected.length ? elected.map((w, i) => [String(i + 1), w.name, '', '']) : null,
    'group.members': names.map((name, i) => [String(i + 1), name, '', '']),
  };
}

/** What nobody has said and nothing was counted of stays empty, to be written in by hand. */
function evidenceRows({ agreement, evidence, exhibits = [], pages }: CasePaperFacts): string[][] {
  const count = (sha256: string) => String(pages?.get(sha256) ?? '');
  const printed = new Map(exhibits.flatMap((x) => (x.printed ? [[x.evidenceId, String(x.lastPage - x.firstPage + 1)]] : [])));
  const paper = agreement ? [['附', `调解协议书（${agreement.number}）`, '双方签署，调解组织盖章', chineseDate(agreement.effectiveOn), '双方达成的协议', count(agreement.file.sha256), '原件']] : [];
  return [...paper, ...evidence.map((e) => [String(e.exhibit), e.title, originOf(e.provenance), e.provenance?.madeOn ? chineseDate(e.provenance.madeOn) : '', purposeOf(e), printed.get(e.id) ?? count(e.sha256), originalOf(e)])];
}

/** The files themselves, to be checked by their hash. */
function evidenceFiles({ agreement, evidence }: CasePaperFacts): string[][] {
  const paper = agreement ? [['附', 'PDF', chineseDate(agreement.effectiveOn), agreement.file.sha256]] : [];
  return [...paper, ...evidence.map((e) => [String(e.exhibit), formOf(e.mediaType), chineseDate(civilDate(e.uploadedAt)), e.sha256])];
}

function agreementValues({ agreement, today, calendars, case: { respondents } }: CasePaperFacts): Values {
  if (!agreement) return {};
  const unpaid = overdue(agreement, today, calendars);
  const items = agreement.terms.items.filter((i) => i.amountFen > 0);
  const others = items.filter((i) => !payableAs(i.kind)).map((i) => CLAIM_KINDS[i.kind].zh);
  const nameOf = (key: string) => respondents.find((r) => (r.id ?? 'respondent') === key)?.name ?? '';
  const payer = ({ n, by }: { n: number; by: string | null }) => (by === null ? String(n) : `${String(n)}（${nameOf(by)}）`);
  return {
    'agreement.number': agreement.number,
    'agreement.effectiveOn': agreement.effectiveOn,
    'agreement.total': agreement.terms.totalFen,
    'agreement.payable': items.filter((i) => payableAs(i.kind)).map((i, n) => [String(n + 1), CLAIM_KINDS[i.kind].zh, payableAs(i.kind)!.zh, yuan(i.amountFen)]),
    'agreement.notPayable': others.join('、') || null,
    ...Object.fromEntries(agreement.respondents.map(({ key, representative }) => [key === 'respondent' ? 'employer.representative' : fieldOfRespondent('employer.representative', key), representative || null])),
    'agreement.payers': paidBy(agreement, respondents),
    mediator: agreement.mediator || null,
    'followUp.rows': agreement.instalments.map((i) => [payer(i), `${chineseDate(i.dueDate)}前`, yuan(i.amountFen), i.paid ? '已付' : unpaid.includes(i) ? '到期未付' : '未到期']),
    'due.rows': unpaid.map((i) => [payer(i), `${chineseDate(i.dueDate)}前`, yuan(i.amountFen)]),
    // an instalment is not divided among what it pays for: with anything else in it, how much of it can be asked for is the worker's to say
    'due.total': unpaid.length && others.length === 0 ? unpaid.reduce((sum, i) => sum + i.amountFen, 0) : null,
    'due.asOf': today,
  };
}

/** Who pays what an agreement with several respondents comes to; null with one. */
function paidBy(agreement: SealedAgreement, respondents: UnsafeCase['respondents']): string | null {
  if (!agreement.terms.binds) return null;
  return payersText(agreement.terms, respondents.map((r) => ({ key: r.id ?? 'respondent', name: r.name })));
}

/** Against whom, or with whom, something is asked for that stands on an agreement: those who signed it; for a payment order those of them who owe. Null where the case has one respondent. */
export function signersFor(kind: string, { agreement, today, calendars, case: { respondents } }: CasePaperFacts): readonly string[] | null {
  if (!agreement || respondents.length < 2 || !STANDS_ON_IT.includes(kind)) return null;
  const keys = agreement.respondents.map((r) => r.key);
  const owing = overdue(agreement, today, calendars);
  return kind === 'payment_order' ? keys.filter((key) => owing.length === 0 || owing.some((i) => i.by === null || i.by === key)) : keys;
}
const STANDS_ON_IT: readonly string[] = ['arbitral_review', 'judicial_confirmation', 'payment_order'];

/** Values or answers of a case as a paper has them that names only these of its respondents, the first without a key. */
export function forSigners<T>(values: Readonly<Record<string, T>>, [first, ...others]: readonly string[]): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]): [string, T][] => {
      if (!id.startsWith('employer.')) return [[id, value]];
      const [field = '', key = 'respondent'] = id.split('#');
      if (key === first) return [[field, value]];
      return others.includes(key) ? [[id, value]] : [];
    }),
  );
}

/** What the case says of its respondents, narrowed to these. */
export function namingOnly(values: Values, keys: readonly string[]): Values {
  const { 'respondents.others': _others, 'respondents.copies': _copies, ...rest } = values;
  return { ...(forSigners(rest, keys) as Values), ...(keys.length > 1 ? { 'respondents.others': keys.slice(1), 'respondents.copies': COPIES[keys.length - 1] } : {}) };
}

/** For a paper of both: the worker's answers, the employer's own on itself, and its agent as the employer's. */
export function jointAnswers(worker: Readonly<Record<string, string>>, respondent: Readonly<Record<string, string>>): Record<string, string> {
  const theirs = Object.entries(respondent).flatMap(([id, value]) => (id.startsWith('employer.') ? [[id, value]] : id.startsWith('agent.') ? [[id.replace('agent.', 'employerAgent.'), value]] : []));
  return { ...worker, ...(Object.fromEntries(theirs) as Record<string, string>) };
}

/** The case's own values, and where it has none what was answered for the papers. Sex and birthday follow from the identity number. */
export function filled(known: Values, answers: Readonly<Record<string, string>>): Values {
  const own = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== '')) as Values;
  // of an amount the answer is in yuan
  const told = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, fieldOf(id as FieldId).kind === 'money' ? fenOf(Number(answer)) : answer])) as Values;
  const values: Values = { ...told, ...own };
  const read = readIdNumber(String(values['claimant.idNumber'] ?? ''));
  const others = (values['respondents.others'] ?? []) as readonly string[];
  const recipient: Record<string, FieldId> = { claimant: 'claimant.name', respondent: 'employer.name', ...Object.fromEntries(others.map((key, i) => [`respondent${i + 2}`, fieldOfRespondent('employer.name', key)])) };
  const recipientField = recipient[String(values['service.recipient'])];
  return {
    ...values,
    ...(read ? { 'claimant.sex': read.sex, 'claimant.bornOn': read.bornOn } : {}),
    ...(recipientField ? { 'service.recipientName': values[recipientField] ?? null } : {}),
  };
}
