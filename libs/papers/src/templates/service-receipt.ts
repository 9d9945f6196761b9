import type { Template } from './template.js';

export const serviceReceipt: Template = {
  title: { zh: '送达回证', en: 'Receipt of service' },
  use: { zh: '证明文书送到了谁手里、哪一天送到的。每送一次用一份。', en: 'Shows who got which paper and on which day. One for each service.' },
  of: 'staff',
  source: '民事诉讼法 Art 87, 89',
  required: ['case.number', 'dispute.types', 'organisation', 'service.document', 'service.recipient', 'service.address', 'service.method', 'service.sender'],
  optional: ['service.recipientName', 'service.remark'],
  parts: [
    {
      fields: [
        'case.number',
        { label: '案由', text: '{dispute.types}' },
        { label: '送达单位', text: '{organisation}' },
        { label: '送达文书和件数', text: '{service.document}' },
        { label: '受送达人', text: '{service.recipientName}（{service.recipient}）' },
        'service.address',
        { label: '送达方式', text: '{service.method}' },
        { label: '收到日期', text: '______年____月____日____时' },
        { label: '受送达人签名或者盖章', text: '\n\n\n' },
        { label: '代收人签名，与受送达人的关系', text: '\n\n' },
        { label: '拒收事由和日期，见证人签名', text: '\n\n' },
        { label: '送达人', text: '{service.sender}' },
        { label: '备注', text: '{service.remark}', when: 'service.remark' },
      ],
    },
    { seal: 'organisation' },
    { note: '受送达人在本回证上记明收到日期并签名或者盖章，签收日期为送达日期。拒绝签收的，由送达人记明拒收事由和日期，由送达人、见证人签名。' },
  ],
};
