import type { Block, Paper, Unprintable } from '@hejie/papers';
import type { CustodyKind, CustodyView } from '../contract/index.js';
import type { Volume } from './bind-bundle.js';
import type { ListedEvidence } from '../evidence-list/evidence-list.js';
import { purposeOf, sourceOf } from '../evidence-list/evidence-words.js';

/** Why a sheet stands for an exhibit. */
export type Unprinted = Unprintable | 'telling' | 'sound_or_film' | 'document' | 'not_whole';

export interface BundleOf {
  /** Null while the case is a draft. */
  readonly number: string | null;
  readonly claimant: string;
  readonly employer: string;
  readonly at: Date;
  readonly volume: Volume;
}

const REASONS: Readonly<Record<Unprinted, string>> = {
  encrypted: '该 PDF 设有密码，无法打印，请用原文件打开。',
  broken: '该文件已损坏或者不完整，无法打印。',
  too_long: '该文件页数过多，未打印，请用原文件打开。',
  telling: '该文件里的拍摄地点等信息无法去除，未打印，请用原文件打开。',
  sound_or_film: '录音、录像无法打印，请用原文件播放。',
  document: '该文件为电子文档，请用原文件打开。',
  not_whole: '保存的文件与收到时的校验值不一致，未打印。请联系平台核查。',
};

const KINDS: Readonly<Record<CustodyKind, string>> = {
  received: '收到原件', bound: '登记证明目的和来源', shown: '向对方出示', read: '被查阅', copied: '制作去除位置信息的副本', bundled: '编入证据卷', handed_on: '随材料转交', removed: '撤回',
};

const LABEL_LENGTH = 30;
const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' });

/** 证据材料, or 证据材料（第二册，共三册） */
export const titleOf = ({ number, of }: Volume): string => (of === 1 ? '证据材料' : `证据材料（第${inWords(number)}册，共${inWords(of)}册）`);

const inWords = (n: number): string => '一二三四五六七八九十'[n - 1] ?? String(n);

/** 证据3　工资流水 */
export const exhibitLabel = ({ exhibit, title }: ListedEvidence): string => `证据${exhibit}　${title.length > LABEL_LENGTH ? `${title.slice(0, LABEL_LENGTH)}…` : title}`;

/** Cover and contents. */
export function frontPaper(of: BundleOf, exhibits: readonly { e: ListedEvidence; from: number; to: number; printed: boolean }[], trailFrom: number): Paper {
  return {
    ...plain(of, titleOf(of.volume)),
    blocks: [
      { kind: 'fields', rows: [...(of.number ? [['案件编号', of.number] as const] : []), ['申请人', of.claimant], ['被申请人', of.employer], ['证据份数', of.volume.of === 1 ? `${exhibits.length} 份` : `本册 ${exhibits.length} 份（证据${exhibits[0]!.e.exhibit} 至证据${exhibits.at(-1)!.e.exhibit}）`], ['编成时间', moment.format(of.at)]] },
      { kind: 'heading', text: '目录' },
      {
        kind: 'table',
        head: ['编号', '证据名称', '证明目的', '来源', '页码'],
        widths: [0.1, 0.22, 0.34, 0.22, 0.12],
        rows: [
          ...exhibits.map(({ e, from, to, printed }) => [
            `证据${e.exhibit}`, `${e.title}${e.side === 'claimant' ? '' : '（对方出示）'}${printed ? '' : '（原文件另附）'}`, purposeOf(e) || '未说明', sourceOf(e.provenance) || '未说明', from === to ? String(from) : `${from}-${to}`,
          ]),
          ['附', '证据流转记录与校验值', '', '', String(trailFrom)],
        ],
      },
      { kind: 'note', text: '照片已转正，并去除拍摄地点等信息；原件封存于平台，可凭校验值核对。' },
    ],
  };
}

/** What stands for a file that has no pages. @param seconds of sound or film, where known */
export function sheetPaper(of: BundleOf, e: ListedEvidence, why: Unprinted, seconds: number | null): Paper {
  const length = seconds === null ? [] : [['时长', `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`] as const];
  return {
    ...plain(of, `证据${e.exhibit}　${e.title}`),
    blocks: [
      { kind: 'paragraph', text: REASONS[why] },
      { kind: 'fields', rows: [['文件名', e.name], ['类型', e.mediaType], ['大小', `${e.bytes.toLocaleString('zh-CN')} 字节`], ...length, ['收到时间', moment.format(e.uploadedAt)], ['证明目的', purposeOf(e)], ['来源', sourceOf(e.provenance)], ['SHA-256', halves(e.sha256)]] },
      { kind: 'paragraph', text: `取得方式：登录平台，打开${of.number ? `案件 ${of.number} ` : '本案'}的“证据”，下载“${e.title}”，核对上面的校验值。` },
    ],
  };
}

/** The last pages: hash of every exhibit, and what happened to it. */
export function trailPaper(of: BundleOf, listed: readonly ListedEvidence[], trail: CustodyView['items']): Paper {
  const numbers = new Map(listed.map((e) => [e.id, e.exhibit]));
  return {
    ...plain(of, '证据流转记录与校验值'),
    blocks: [
      { kind: 'heading', text: '原件校验值' },
      { kind: 'table', head: ['编号', '文件名', '大小（字节）', 'SHA-256'], widths: [0.12, 0.24, 0.14, 0.5], rows: listed.map((e) => [`证据${e.exhibit}`, e.name, e.bytes.toLocaleString('zh-CN'), e.sha256]) },
      { kind: 'pageBreak' },
      { kind: 'heading', text: '流转记录' },
      { kind: 'table', head: ['时间', '编号', '事项', '经手人', '校验值（前 16 位）'], widths: [0.24, 0.11, 0.26, 0.14, 0.25], rows: trail.map((line) => [moment.format(new Date(line.at)), `证据${numbers.get(line.evidenceId)}`, KINDS[line.kind], line.by ?? '系统', line.sha256.slice(0, 16)]) },
      { kind: 'note', text: `以上记录由平台在事项发生时写入，不能修改；截至 ${moment.format(of.at)}。` },
    ] satisfies Block[],
  };
}

/** A hash that a line can be broken in. */
const halves = (sha256: string) => `${sha256.slice(0, 32)} ${sha256.slice(32)}`;

const plain = (of: BundleOf, title: string) => ({ title, madeAt: of.at, numbered: false as const, ...(of.number ? { number: of.number } : {}) });
