import type { Template } from './template.js';

export const evidenceList: Template = {
  title: { zh: '证据清单', en: 'List of evidence' },
  use: { zh: '把证据一件件列出来，写明每件证明什么；申请调解、仲裁时一起交。', en: 'Names every piece of evidence and what it proves; handed in with an application.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 6, 28; 办案规则 Art 29',
  required: ['case.number', 'claimant.name', 'respondents.names', 'evidence.rows'],
  optional: ['evidence.employerHolds', 'evidence.files'],
  parts: [
    { fields: ['case.number', { label: '提交人', text: '{claimant.name}' }, { label: '对方当事人', text: '{respondents.names}' }] },
    {
      table: 'evidence.rows',
      head: ['序号', '证据名称', '来源和持有人', '形成或取得日期', '证明目的', '页数', '证据形式'],
      widths: [0.07, 0.17, 0.165, 0.2, 0.205, 0.07, 0.12],
      align: ['center', 'left', 'left', 'left', 'left', 'center', 'center'],
      none: ['—', '没有提交证据', '', '', '', '', ''],
    },
    { note: '证据形式写原件、复印件、电子数据或者视听资料；空白处提交时用笔填写，签收时核对。' },
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
