import type { Block, Paper } from '@hejie/papers';
import type { Track } from '../contract/index.js';
import { arbitration } from './forms/arbitration.js';
import { arbitralReview, judicialConfirmation } from './forms/confirmation.js';
import type { Form } from './forms/form.js';
import { litigation } from './forms/litigation.js';
import { paymentOrder } from './forms/payment-order.js';
import { chineseDate, type PacketFacts } from './packet-facts.js';

const FORMS: Readonly<Record<Track, Form>> = {
  arbitration,
  litigation,
  payment_order: paymentOrder,
  arbitral_review: arbitralReview,
  judicial_confirmation: judicialConfirmation,
};

const date = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
const dateTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** The packet of a track: its application, then evidence list, undisputed facts and chronology. */
export function packetPaper(f: PacketFacts): Paper {
  const { title, blocks } = FORMS[f.track](f);
  return { title, number: f.case.number, madeAt: f.madeAt, blocks: [...blocks, { kind: 'pageBreak' }, ...annex(f)] };
}

function annex(f: PacketFacts): Block[] {
  const agreement = f.agreement ? [[`调解协议书 ${f.agreement.number}`, '双方达成的协议', chineseDate(f.agreement.effectiveOn), f.agreement.file.sha256]] : [];
  const rows = [...agreement, ...f.evidence.map((e) => [e.title, e.proves, date.format(e.uploadedAt), e.sha256])];
  return [
    { kind: 'heading', text: '证据清单' },
    {
      kind: 'table',
      head: ['序号', '名称', '证明目的', '提交时间', 'SHA-256'],
      widths: [0.08, 0.22, 0.22, 0.18, 0.3],
      rows: rows.length ? rows.map((row, i) => [String(i + 1), ...row]) : [['—', '申请时未提交证据', '', '', '']],
    },
    { kind: 'heading', text: '双方无争议的事实' },
    { kind: 'paragraph', text: f.undisputedFacts ?? '无。' },
    { kind: 'heading', text: '经过' },
    { kind: 'table', head: ['时间', '事项'], widths: [0.35, 0.65], rows: f.chronology.map((c) => [dateTime.format(c.at), c.text]) },
    { kind: 'note', text: '本材料不含当事人在调解、咨询中的陈述与让步（企业劳动争议协商调解规定第二十四条，人民法院在线调解规则第十八条）。' },
  ];
}
