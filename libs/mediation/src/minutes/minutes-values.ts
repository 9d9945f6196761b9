import { CLAIM_KINDS } from '@hejie/law';
import { chineseDate, fieldOfRespondent, RESPONDENT_NUMERALS, yuan, type SignatureLine, type Values } from '@hejie/papers';
import { keyOf, type MinutesContent, type PartyKey, type ProposalState, type Side } from '../contract/index.js';

export interface MinutesFacts {
  readonly organisation: string;
  readonly mediator: string;
  readonly claimant: string;
  /** The employer first. */
  readonly respondents: readonly { readonly key: string; readonly name: string }[];
  readonly claims: string;
  readonly mode: 'online' | 'onsite';
  readonly place: string | null;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly disclosure: string | null;
  readonly content: MinutesContent;
  readonly signatures: readonly SignatureLine[];
  /** Remarks of those who object, with their name. */
  readonly objections: readonly string[];
  /** The head of the joint room's sealed log. */
  readonly head: string | null;
  /** False while the parties have still to confirm. */
  readonly final: boolean;
}

const SIDE: Readonly<Record<Side, string>> = { claimant: '申请人一方', respondent: '被申请人一方', mediator: '调解员' };
const RELATION: Readonly<Record<string, string>> = { claimant: '申请人', counsel: '申请人的律师', respondent: '被申请人代表', mediator: '调解员' };
const RECUSAL = { none: '不要求', asked: '要求' } as const;
const BY_PHONE = '手机短信验证码登录';
/** Of whom an account was made for their office: by which means they came in that day is known of signatures only. */
const BY_STAFF_ACCOUNT = '工作人员账号登录';

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
const time = (iso: string) => clock.format(new Date(iso));
const STATE: Readonly<Record<ProposalState, string>> = { open: '尚未答复', accepted: '已接受', refused: '未接受', countered: '另提方案', withdrawn: '已撤回', expired: '已失效' };
/** 共计60,000.00元：一次性伤残补助金40,000.00元、经济补偿20,000.00元；分2期，2027年1月15日前付清。 */
function offered({ items, totalFen, instalments }: NonNullable<MinutesContent['proposals']>[number]): string {
  const last = chineseDate(instalments.at(-1)!.dueDate);
  return `共计${yuan(totalFen)}：${items.map((i) => `${CLAIM_KINDS[i.kind].zh}${yuan(i.amountFen)}`).join('、')}；${instalments.length > 1 ? `分${instalments.length}期，${last}前付清` : `${last}前一次付清`}。`;
}
const said = (text: string) => text || '（没有陈述）';

/** What the template of the minutes is filled with. */
export function minutesValues(f: MinutesFacts): Values {
  const { content: c } = f;
  const several = f.respondents.length > 1;
  /** 被申请人二（平度市某电子厂） */
  const called = (key: PartyKey): string => {
    const n = f.respondents.findIndex((r) => r.key === key);
    return several && n >= 0 ? `被申请人${RESPONDENT_NUMERALS[n] ?? ''}（${f.respondents[n]!.name}）` : (SIDE[key as Side] ?? '被申请人一方');
  };
  const of = ({ side, respondent = null }: { side: Side; respondent?: string | undefined | null }) => called(keyOf({ side, respondentId: respondent }));
  return {
    'session.opened': f.openedAt,
    'session.closed': f.closedAt,
    'session.mode': f.mode === 'online' ? '线上（和解平台）' : `现场${f.place ? `（${f.place}）` : ''}`,
    organisation: f.organisation,
    mediator: f.mediator,
    'claimant.name': f.claimant,
    ...Object.fromEntries(f.respondents.map(({ key, name }, n) => [n === 0 ? 'employer.name' : fieldOfRespondent('employer.name', key), name])),
    ...(several ? { 'respondents.others': f.respondents.slice(1).map((r) => r.key) } : {}),
    'claims.text': f.claims,
    'minutes.attendance': c.attendance.map((a) => [a.name, several && a.side === 'respondent' ? `${of(a)}代表` : (RELATION[a.relation] ?? SIDE[a.side]), a.arrivedAt ? time(a.arrivedAt) : '—', a.side === 'mediator' || a.relation === 'counsel' ? BY_STAFF_ACCOUNT : BY_PHONE]),
    'minutes.absent': c.absent.map(called).join('、'),
    'session.disclosure': f.disclosure ?? '没有记录。',
    'minutes.recusalClaimant': c.recusal?.claimant ?? null,
    'minutes.recusalRespondent': c.recusal?.respondent ?? null,
    'minutes.claimantSaid': said(c.claimantSaid),
    'minutes.respondentSaid': said(c.respondentSaid),
    'minutes.othersSaid': several ? [`${called('respondent')}：${said(c.respondentSaid)}`, ...f.respondents.slice(1).map((r) => `${called(r.key)}：${said(c.others?.find((o) => o.respondent === r.key)?.said ?? '')}`)] : null,
    'minutes.othersRecusal': several ? (c.others ?? []).flatMap((o) => (o.recusal ? [`${called(o.respondent)}是否要求更换调解员：${RECUSAL[o.recusal]}`] : [])) : null,
    'minutes.lines': c.lines.map((l) => [String(l.seq), time(l.at), l.name, l.text]),
    'minutes.proposals': (c.proposals ?? []).map((p) => [time(p.at), `${of(p)}${p.name}`, offered(p), STATE[p.state]]),
    'minutes.undisputed': c.undisputedFacts || '没有记录。',
    'minutes.result': c.result,
    'minutes.objections': f.objections,
    signatures: f.signatures,
    'minutes.head': f.head,
    onlyToRead: f.final ? null : 'yes',
  };
}
