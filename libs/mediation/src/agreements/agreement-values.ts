import { CLAIM_KINDS, rmbInWords } from '@hejie/law';
import { chineseDate, fieldOfRespondent, yuan, type FieldId, type SignatureLine, type Values } from '@hejie/papers';
import type { RespondentKey, Terms } from '../contract/index.js';
import { payersText } from './payers-text.js';

export interface AgreementFacts {
  readonly caseNumber: string;
  readonly organisation: string;
  readonly claimant: { readonly name: string; readonly idNumber?: string | undefined; readonly address?: string | undefined };
  /** Whom it binds, the first of the case first, each with who signs for it. */
  readonly respondents: readonly { readonly key: RespondentKey; readonly name: string; readonly uscc: string | null; readonly address: string | null; readonly representative: string }[];
  /** Respondents of the case whom it does not bind, by name. */
  readonly notBound: readonly string[];
  readonly mediator: string;
  readonly claims: string;
  readonly story: string;
  readonly answer: string | null;
  readonly terms: Terms;
  /** Of a group: each worker with days worked, wage, what is due and what was agreed; empty for one worker. */
  readonly workers: readonly { readonly name: string; readonly days: number; readonly monthlyWageFen: number; readonly dueFen: number; readonly amountFen: number }[];
  /** Carries the warning of manifest unfairness, which mediator and worker confirm before they sign. */
  readonly farUnder: boolean;
  /** Of an on-site result: the photo's hash. */
  readonly photoSha256?: string | undefined;
  readonly signatures: readonly SignatureLine[];
  /** Null while it is still to be signed. */
  readonly sealedOn: string | null;
}

const HAND_OVER = { leaving_certificate: '解除或者终止劳动合同证明', insurance_transfer: '社会保险关系转移手续', personnel_file: '档案转移手续' } as const;

/** One for the worker, one for each of two and more respondents, one that is kept. */
const COPIES = ['四份', '五份', '六份', '七份'] as const;

/** Each of whom it binds; the second and those behind under their keys. */
function respondentValues({ respondents }: AgreementFacts): Values {
  const of = ({ key, name, uscc, address, representative }: AgreementFacts['respondents'][number], n: number) => {
    const told: readonly (readonly [FieldId, string | null])[] = [['employer.name', name], ['employer.uscc', uscc], ['employer.address', address], ['employer.representative', representative]];
    return told.map(([field, value]) => [n === 0 ? field : fieldOfRespondent(field, key), value] as const);
  };
  return { ...(Object.fromEntries(respondents.flatMap(of)) as Values), ...(respondents.length > 1 ? { 'respondents.others': respondents.slice(1).map((r) => r.key) } : {}) };
}

/** What the agreement's template is filled with. */
export function agreementValues(f: AgreementFacts): Values {
  const items = f.terms.items.map((item, i) => [String(i + 1), CLAIM_KINDS[item.kind].zh, yuan(item.amountFen)]);
  const noted = f.terms.items.some((item) => item.note);
  return {
    organisation: f.organisation,
    'case.number': f.caseNumber,
    'claimant.name': f.claimant.name,
    'claimant.idNumber': f.claimant.idNumber ?? null,
    'claimant.address': f.claimant.address ?? null,
    ...respondentValues(f),
    mediator: f.mediator,
    'claims.text': f.claims,
    story: f.story,
    answer: f.answer,
    'agreement.items': items,
    'agreement.itemsNoted': noted ? items.map((row, i) => [...row, f.terms.items[i]!.note ?? '']) : null,
    'agreement.total': f.terms.totalFen,
    'agreement.payers': payersText(f.terms, f.respondents),
    'agreement.instalmentsBy': f.respondents.length > 1 && f.terms.instalments.some((x) => x.by) ? f.terms.instalments.map((x, i) => [String(i + 1), `${chineseDate(x.dueDate)}前`, f.respondents.find((r) => r.key === x.by)?.name ?? '', yuan(x.amountFen), rmbInWords(x.amountFen)]) : null,
    'agreement.notBound': f.notBound.join('、') || null,
    'agreement.copies': f.respondents.length > 1 ? COPIES[f.respondents.length - 2]! : null,
    'agreement.instalments': f.terms.instalments.map((x, i) => [String(i + 1), `${chineseDate(x.dueDate)}前`, yuan(x.amountFen), rmbInWords(x.amountFen)]),
    'agreement.workers': f.workers.length ? f.workers.map((w, i) => [String(i + 1), w.name, String(w.days), yuan(w.monthlyWageFen), yuan(w.dueFen), yuan(w.amountFen)]) : null,
    'agreement.payment': f.terms.payment ?? null,
    // an account is written in by its holder with the pen: whom it does not concern reads this text too
    'agreement.account': f.terms.payment === 'cash' ? '现金支付，不需要账户' : f.workers.length ? '各劳动者本人的账户，由本人分别提供' : null,
    'agreement.further': further(f.terms),
    'agreement.farUnder': f.farUnder ? 'yes' : null,
    'agreement.photo': f.photoSha256 ?? null,
    signatures: f.signatures,
    sealedOn: f.sealedOn,
    ...(f.sealedOn === null ? { onlyToRead: 'yes' } : { sealedText: 'yes' }),
  };
}

/** What was agreed beside the money, each with its name. */
function further(terms: Terms): string[] {
  return [
    `违约责任：${terms.onDefault ?? '双方没有另行约定，依照法律规定。'}`,
    ...(terms.employmentEndsOn ? [`劳动关系：双方劳动关系于${chineseDate(terms.employmentEndsOn)}协商一致解除。`] : []),
    ...(terms.handOver?.length ? [`交接手续：被申请人依法为申请人办理${terms.handOver.map((h) => HAND_OVER[h]).join('、')}。`] : []),
    ...(terms.otherTerms ? [`其他约定：${terms.otherTerms}`] : []),
    '调解费用：工会主持调解不收取费用。',
  ];
}
