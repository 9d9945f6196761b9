import { purposeOf, sourceOf, type ListedEvidence, type UnsafeCase } from '@hejie/cases';
import type { BoundExhibit } from '@hejie/cases/contract';
import { CLAIM_KINDS, DISPUTE_TYPES, type Calendars } from '@hejie/law';
import type { SealedAgreement } from '@hejie/mediation';
import { chineseDate, readIdNumber, yuan, yuanInWords, type FieldId, type Values } from '@hejie/papers';
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
  /** Where each stands in the bundle that goes along, if one does. */
  readonly exhibits?: readonly BoundExhibit[];
  /** The day of the paper in China. */
  readonly today: string;
  /** The holiday calendars the last days are counted on. */
  readonly calendars: Calendars;
}

const YES_NO = { yes: '是', no: '否', unsure: null } as const;
/** What an uploaded file is as evidence (民事诉讼法 Art 66: 电子数据, 视听资料). */
const FORMS: readonly (readonly [RegExp, string])[] = [[/^image\//, '电子数据（图片）'], [/^(audio|video)\//, '视听资料'], [/pdf$/, '电子数据（PDF）']];
const formOf = (mediaType: string) => FORMS.find(([type]) => type.test(mediaType))?.[1] ?? '电子数据';

/** What the case itself knows of the fields; null for what it does not. Answers given for the papers fill the rest (`filled`). */
export function caseValues(f: CasePaperFacts): Values {
  const { facts, claimant } = f.case;
  const { employment, employer, claims } = facts;
  const total = claims.reduce((sum, c) => sum + (c.amountFen ?? 0), 0);
  return {
    'claimant.name': claimant.name ?? null,
    'claimant.idNumber': claimant.idNumber ?? null,
    'claimant.address': claimant.address || null,
    'claimant.phone': f.phone,
    'employer.name': employer.name,
    'employer.uscc': employer.uscc ?? null,
    'employer.address': employer.address || null,
    'employment.startDate': employment.startDate ?? null,
    'employment.endDate': employment.endDate ?? null,
    'employment.position': employment.position || null,
    'employment.wage': employment.monthlyWageFen ?? null,
    'employment.contract': YES_NO[employment.contract],
    'employment.insured': YES_NO[employment.insured],
    'employment.platform': employment.platformWork ? '是' : null,
    'dispute.types': facts.disputeTypes.map((d) => DISPUTE_TYPES[d].zh).join('、'),
    'claims.list': claims.map((c) => `${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : `，${yuanInWords(c.amountFen)}`}${c.note ? `（${c.note}）` : ''}`),
    'claims.total': total > 0 && claims.length > 1 ? total : null,
    story: facts.story,
    'people.count': (facts.groupSize ?? 1) > 1 ? facts.groupSize! : null,
    'evidence.rows': evidenceRows(f),
    'evidence.count': f.evidence.length ? String(f.evidence.length) : null,
    'case.number': f.case.number,
    'case.filedOn': civilDate(f.case.filedAt),
    'case.mediationLastDate': f.case.mediationLastDate,
    organisation: f.organisation || null,
    mediator: f.mediator,
    'addressee.commission': f.commission,
    'addressee.court': f.court,
    ...agreementValues(f),
  };
}

function evidenceRows({ agreement, evidence, exhibits = [] }: CasePaperFacts): string[][] {
  const paper = agreement ? [['附', `调解协议书 ${agreement.number}`, '书证（盖章文本）', '双方达成的协议', chineseDate(agreement.effectiveOn), agreement.file.sha256, '']] : [];
  const pages = new Map(exhibits.map((x) => [x.evidenceId, String(x.lastPage - x.firstPage + 1)]));
  return [...paper, ...evidence.map((e) => [`证据${e.exhibit}`, e.title, [formOf(e.mediaType), sourceOf(e.provenance)].filter(Boolean).join('；'), purposeOf(e), chineseDate(civilDate(e.uploadedAt)), e.sha256, pages.get(e.id) ?? ''])];
}

function agreementValues({ agreement, today, calendars }: CasePaperFacts): Values {
  if (!agreement) return {};
  const unpaid = overdue(agreement, today, calendars);
  return {
    'agreement.number': agreement.number,
    'agreement.effectiveOn': agreement.effectiveOn,
    'agreement.total': agreement.terms.totalFen,
    'agreement.for': agreement.terms.items.map((i) => CLAIM_KINDS[i.kind].zh).join('、'),
    'employer.representative': agreement.representative || null,
    mediator: agreement.mediator || null,
    'due.rows': unpaid.map((i) => [String(i.n), `${chineseDate(i.dueDate)}前`, yuan(i.amountFen)]),
    'due.total': unpaid.length ? unpaid.reduce((sum, i) => sum + i.amountFen, 0) : null,
    'due.asOf': today,
  };
}

/** The case's own values, and where it has none what was answered for the papers. Sex and birthday follow from the identity number. */
export function filled(known: Values, answers: Readonly<Record<string, string>>): Values {
  const own = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== '')) as Values;
  const values: Values = { ...(answers as Values), ...own };
  const read = readIdNumber(String(values['claimant.idNumber'] ?? ''));
  const recipient: Record<string, FieldId> = { claimant: 'claimant.name', respondent: 'employer.name' };
  const recipientField = recipient[String(values['service.recipient'])];
  return {
    ...values,
    ...(read ? { 'claimant.sex': read.sex, 'claimant.bornOn': read.bornOn } : {}),
    ...(recipientField ? { 'service.recipientName': values[recipientField] ?? null } : {}),
  };
}
