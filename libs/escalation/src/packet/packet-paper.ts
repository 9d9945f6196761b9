import { compose, type Block, type Paper, type PaperKind, type Values } from '@hejie/papers';
import type { Track } from '../contract/index.js';
import type { PacketFacts } from './packet-facts.js';

/** The application of each track. */
const APPLICATIONS: Readonly<Record<Track, PaperKind>> = {
  arbitration: 'arbitration_application',
  litigation: 'litigation_complaint',
  payment_order: 'payment_order',
  arbitral_review: 'arbitral_review',
  judicial_confirmation: 'judicial_confirmation',
};

const dateTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** The packet of a track: its application, of a group the proof of who represents it, where papers reach who applies, then evidence list, undisputed facts and chronology. */
export function packetPaper(f: PacketFacts): Paper {
  const about = { number: f.caseNumber, madeAt: f.madeAt };
  const { paper } = compose(APPLICATIONS[f.track], f.values, about);
  const along: readonly (readonly [PaperKind, Values])[] = [
    ...(f.values['group.representatives'] ? ([['representatives_proof', f.values]] as const) : []),
    ['service_address', f.values],
    ...(f.employerValues ? ([['service_address', f.employerValues]] as const) : []),
    ['evidence_list', f.values],
  ];
  const behind = along.map(([kind, values]) => compose(kind, values, about).paper).flatMap(({ title, blocks }): Block[] => [{ kind: 'pageBreak' }, { kind: 'title', text: title }, ...blocks]);
  return { ...paper, blocks: [...paper.blocks, ...behind, ...annex(f)] };
}

function annex(f: PacketFacts): Block[] {
  return [
    { kind: 'heading', text: '双方无争议的事实' },
    { kind: 'paragraph', text: f.undisputedFacts ?? '无。' },
    { kind: 'heading', text: '经过' },
    { kind: 'table', head: ['时间', '事项'], widths: [0.35, 0.65], rows: f.chronology.map((c) => [dateTime.format(c.at), c.text]) },
    { kind: 'note', text: '本材料不含当事人在调解、咨询中的陈述与让步（《企业劳动争议协商调解规定》第十一条、第二十四条，《人民法院在线调解规则》第十八条）。' },
  ];
}
