import type { Template } from './template.js';

export const serviceAddress: Template = {
  title: { zh: '送达地址确认书', en: 'Confirmation of the address for service' },
  use: { zh: '写明文书往哪里送、谁来收、同不同意用电子方式收；申请调解、确认、仲裁或者起诉时一起交。', en: 'Says where papers reach you, who takes them and whether they may come electronically; goes along with an application.' },
  of: 'party',
  source: '人民法院在线调解规则 Art 8, 17',
  required: [
    'case.number', 'dispute.types',
    { field: 'claimant.name', unless: 'by.employer' }, { field: 'claimant.address', unless: 'by.employer' }, { field: 'claimant.phone', unless: 'by.employer' },
    { field: 'employer.name', when: 'by.employer' }, { field: 'employer.address', when: 'by.employer' }, { field: 'employer.phone', when: 'by.employer' },
  ],
  optional: ['by.employer', 'claimant.mailing', 'employer.mailing', 'service.byElectronic'],
  open: ['claimant.electronic', 'employer.electronic', 'service.receiver'],
  parts: [
    { fields: ['case.number', { label: '案由', text: '{dispute.types}' }, { label: '当事人', text: '{claimant.name}（申请人）' }, { label: '送达地址', text: '{claimant.mailing}', when: 'claimant.mailing' }, { label: '送达地址', text: '{claimant.address}', unless: 'claimant.mailing' }, 'service.receiver', 'claimant.phone', 'service.byElectronic', 'claimant.electronic'], unless: 'by.employer' },
    { fields: ['case.number', { label: '案由', text: '{dispute.types}' }, { label: '当事人', text: '{employer.name}（被申请人）' }, { label: '送达地址', text: '{employer.mailing}', when: 'employer.mailing' }, { label: '送达地址', text: '{employer.address}', unless: 'employer.mailing' }, 'service.receiver', 'employer.phone', 'service.byElectronic', 'employer.electronic'], when: 'by.employer' },
    { heading: '告知事项' },
    {
      points: [
        '请填写准确、能够收到文书的地址和电话；地址、电话有变动的，及时书面告知承办的机构。',
        '因提供的地址不准确，或者变动后没有及时告知，文书没有收到的，由本人（本单位）承担因此产生的后果。',
        '同意用电子方式送达的，文书可以发到上列电子送达地址；不同意或者没有填写的，不用电子方式送达。',
      ],
    },
    { paragraph: '本人（本单位）已阅读上列事项，所填内容准确、有效。' },
    { closing: ['当事人（签名或者盖章）'] },
  ],
};
