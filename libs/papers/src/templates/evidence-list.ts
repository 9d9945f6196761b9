import type { Template } from './template.js';

export const evidenceList: Template = {
  title: { zh: '证据清单', en: 'List of evidence' },
  use: { zh: '把证据一件件列出来，写明每件证明什么；申请调解、仲裁时一起交。', en: 'Names every piece of evidence and what it proves; handed in with an application.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 6, 28; 办案规则 Art 29',
  required: ['case.number', 'claimant.name', 'employer.name', 'evidence.rows'],
  optional: ['evidence.employerHolds'],
  parts: [
    { fields: ['case.number', { label: '提交人', text: '{claimant.name}' }, { label: '对方当事人', text: '{employer.name}' }] },
    {
      table: 'evidence.rows',
      head: ['序号', '证据名称', '证据形式', '证明目的', '提交时间', '校验值SHA-256', '页数'],
      widths: [0.08, 0.2, 0.12, 0.2, 0.13, 0.19, 0.08],
      align: ['center', 'left', 'left', 'left', 'left', 'left', 'center'],
      none: ['—', '没有提交证据', '', '', '', '', ''],
    },
    { paragraph: '申请责令被申请人提供：{evidence.employerHolds}', when: 'evidence.employerHolds' },
    { closing: ['提交人（签名）', '签收人（签名）'] },
    { note: '文件校验值由平台在收到文件时计算，原件改动后不再相符。提交原件、复印件的，签收时核对。' },
  ],
};
