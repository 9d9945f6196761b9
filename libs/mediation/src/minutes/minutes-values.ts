import type { Paper, SignatureLine } from '@hejie/papers';
import type { MinutesContent, Side } from '../contract/index.js';

export interface MinutesFacts {
  readonly caseNumber: string;
  readonly version: number;
  readonly organisation: string;
  readonly mediator: string;
  readonly claimant: string;
  readonly employer: string;
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
  /** Null while the parties have still to confirm. */
  readonly finalOn: string | null;
  readonly madeAt: Date;
}

const SIDE: Readonly<Record<Side, string>> = { claimant: '申请人一方', respondent: '被申请人一方', mediator: '调解员' };
const RELATION: Readonly<Record<string, string>> = { claimant: '申请人', counsel: '申请人的律师', respondent: '被申请人代表', mediator: '调解员' };
const IDENTITY: Readonly<Record<Side, string>> = { claimant: '手机短信验证码登录', respondent: '手机短信验证码登录', mediator: '密码与动态码双因素登录' };

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
const time = (iso: string) => clock.format(new Date(iso));
const said = (text: string) => text || '（没有陈述）';

/** The mediation record 调解笔录: when, who, what each side said, what is not disputed, the result, read and confirmed. */
export function minutesPaper(f: MinutesFacts): Paper {
  const { content: c } = f;
  return {
    title: '调解笔录',
    number: `${f.caseNumber}　第 ${f.version} 稿`,
    madeAt: f.madeAt,
    blocks: [
      { kind: 'heading', text: '一、调解会' },
      {
        kind: 'fields',
        rows: [
          ['开始时间', f.openedAt],
          ['结束时间', f.closedAt],
          ['方式', f.mode === 'online' ? '线上（和解平台）' : `现场${f.place ? `（${f.place}）` : ''}`],
          ['调解组织', f.organisation],
          ['调解员（记录）', f.mediator],
          ['申请人', f.claimant],
          ['被申请人', f.employer],
          ['调解请求', f.claims],
        ],
      },
      { kind: 'heading', text: '二、到场人员' },
      {
        kind: 'table',
        head: ['姓名', '身份', '到场时间', '身份核实'],
        widths: [0.22, 0.26, 0.2, 0.32],
        rows: c.attendance.map((a) => [a.name, RELATION[a.relation] ?? SIDE[a.side], a.arrivedAt ? time(a.arrivedAt) : '—', a.relation === 'counsel' ? IDENTITY.mediator : IDENTITY[a.side]]),
      },
      ...(c.absent.length ? [{ kind: 'paragraph' as const, text: `开始 10 分钟后仍未到场：${c.absent.map((side) => SIDE[side]).join('、')}。` }] : []),
      { kind: 'heading', text: '三、权利告知' },
      {
        kind: 'paragraph',
        text: '调解员已告知双方：调解自愿，可以随时退出；调解员保持中立，有利害关系的可以要求更换；会上内容保密，不得录音录像；背对背时的陈述不向对方透露。双方在进入调解会前阅读并同意了上述规则。',
      },
      { kind: 'paragraph', text: `调解员披露：${f.disclosure ?? '没有记录。'}` },
      { kind: 'heading', text: '四、双方陈述' },
      { kind: 'paragraph', text: `申请人一方：${said(c.claimantSaid)}` },
      { kind: 'paragraph', text: `被申请人一方：${said(c.respondentSaid)}` },
      { kind: 'heading', text: '五、会上发言（摘自共同会商的记录，文字未改动）' },
      ...(c.lines.length
        ? [
            { kind: 'table' as const, head: ['行号', '时间', '发言人', '内容'], widths: [0.09, 0.12, 0.19, 0.6], rows: c.lines.map((l) => [String(l.seq), time(l.at), l.name, l.text]) },
          ]
        : [{ kind: 'paragraph' as const, text: '没有摘录。' }]),
      { kind: 'heading', text: '六、双方无争议的事实' },
      { kind: 'paragraph', text: c.undisputedFacts || '没有记录。' },
      { kind: 'heading', text: '七、调解结果' },
      { kind: 'paragraph', text: c.result },
      { kind: 'heading', text: '八、阅读与确认' },
      { kind: 'paragraph', text: '以上笔录已交双方阅读。' },
      ...f.objections.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'signatures', lines: f.signatures },
      { kind: 'note', text: '本笔录只供双方和调解组织查阅。为达成调解所作的让步，不得在仲裁、诉讼中作为对其不利的证据；双方无争议的事实除外。' },
      ...(f.head ? [{ kind: 'note' as const, text: `会议记录印章值（共同会商，SHA-256）：${f.head}` }] : []),
      ...(f.finalOn === null ? [{ kind: 'note' as const, text: '本件供双方阅读，尚未定稿。' }] : []),
    ],
  };
}
