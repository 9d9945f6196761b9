import type { Template } from './template.js';

export const evidenceList: Template = {
  title: { zh: '证据清单', en: 'List of evidence' },
  use: { zh: '把证据一件件列出来，写明每件证明什么；申请调解、仲裁时一起交。', en: 'Names every piece of evidence and what it proves; handed in with an application.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 6, 28; 办案规则 Art 29',
  required: ['case.number', 'claimant.name', 'employer.name', 'evidence.rows'],
  optional: ['evidence.employerHolds', 'evidence.files'],
  parts: [
    { fields: ['case.number', { label: '提交人', text: '{claimant.name}' }, { label: '对方当事人', text: '{employer.name}' }] },
    {
      table: 'evidence.rows',
      head: ['序号', '证据名称', '证据来源', '证明目的', '页数', '原件或复印件'],
      widths: [0.08, 0.23, 0.2, 0.29, 0.08, 0.12],
      align: ['center', 'left', 'left', 'left', 'center', 'center'],
      none: ['—', '没有提交证据', '', '', '', ''],
    },
    { note: '页数、原件或者复印件一栏空白的，提交时用笔填写，签收时核对。' },
    { paragraph: '申请责令被申请人提供：{evidence.employerHolds}', when: 'evidence.employerHolds' },
    { closing: ['提交人（签名）', '签收人（签名）'] },
    { heading: '附：电子文件校验值', when: 'evidence.files' },
    {
      table: 'evidence.files',
      head: ['序号', '文件形式', '收到日期', '校验值（SHA-256）'],
      widths: [0.08, 0.13, 0.27, 0.52],
      align: ['center', 'center', 'center', 'left'],
      when: 'evidence.files',
    },
    { note: '校验值由平台在收到文件时计算，文件改动后不再相符。', when: 'evidence.files' },
  ],
};
