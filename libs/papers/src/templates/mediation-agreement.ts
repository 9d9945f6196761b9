import type { Template } from './template.js';

export const mediationAgreement: Template = {
  title: { zh: '调解协议书', en: 'Mediation agreement' },
  use: { zh: '双方谈成的结果。各方签名、工会盖章后生效，要照着做。', en: 'What both sides agreed. In force when all have signed and the union has sealed it.' },
  of: 'both',
  source: '企业劳动争议协商调解规定 Art 26; 劳动争议调解仲裁法 Art 14; 人民调解法 Art 29',
  required: ['organisation', 'case.number', 'claimant.name', 'employer.name', 'employer.representative', 'mediator', 'claims.text', 'story', 'agreement.items', 'agreement.total', 'agreement.instalments', 'agreement.further', 'signatures'],
  optional: ['claimant.idNumber', 'claimant.address', 'employer.uscc', 'employer.address', 'answer', 'agreement.itemsNoted', 'agreement.workers', 'agreement.farUnder', 'agreement.photo', 'sealedOn', 'onlyToRead', 'sealedText'],
  parts: [
    { heading: '一、调解组织与当事人' },
    {
      fields: [
        'organisation', 'case.number', { label: '申请人', text: '{claimant.name}' }, 'claimant.idNumber', 'claimant.address',
        { label: '被申请人', text: '{employer.name}' }, 'employer.uscc', { label: '地址', text: '{employer.address}', when: 'employer.address' }, { label: '被申请人代表', text: '{employer.representative}' }, 'mediator',
      ],
    },
    { heading: '二、调解请求' },
    { paragraph: '{claims.text}' },
    { heading: '三、主要事实与争议事项' },
    { paragraph: '{story}' },
    { paragraph: '被申请人答复：{answer}', when: 'answer' },
    { heading: '四、调解结果' },
    { paragraph: '双方在平等、自愿的基础上，经调解员主持调解，达成如下协议：' },
    { table: 'agreement.items', head: ['序号', '项目', '金额'], widths: [0.1, 0.6, 0.3], align: ['center', 'left', 'right'], unless: 'agreement.itemsNoted' },
    { table: 'agreement.itemsNoted', head: ['序号', '项目', '金额', '说明'], widths: [0.1, 0.4, 0.25, 0.25], align: ['center', 'left', 'right', 'left'], when: 'agreement.itemsNoted' },
    { paragraph: '被申请人向申请人支付共计{agreement.total}，按下列期限履行：' },
    { table: 'agreement.instalments', head: ['期次', '履行期限', '金额', '大写'], widths: [0.1, 0.28, 0.22, 0.4], align: ['center', 'left', 'right', 'left'] },
    { paragraph: '上述款项由被申请人按下表分别支付给各劳动者本人，各人金额均已经本人确认：', when: 'agreement.workers' },
    { table: 'agreement.workers', head: ['序号', '姓名', '天数', '月工资', '应付', '协议金额'], widths: [0.1, 0.18, 0.1, 0.2, 0.2, 0.22], align: ['center', 'left', 'center', 'right', 'right', 'right'], when: 'agreement.workers' },
    { paragraphs: 'agreement.further' },
    { heading: '五、声明与效力' },
    {
      points: [
        '双方确认本协议出于自愿，已阅读并理解全部内容，不存在欺诈、胁迫。',
        { text: '调解员已就协议金额与请求金额、法定标准之间的差距向申请人作出提示；申请人知悉该差距，仍自愿按本协议解决（《民法典》第一百五十一条）。', when: 'agreement.farUnder' },
        '本协议自双方签名、调解员签名并加盖调解组织印章之日起生效，对双方具有约束力（《劳动争议调解仲裁法》第十四条）。',
        '因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金事项达成的协议，被申请人在约定期限内不履行的，申请人可以持本协议依法向人民法院申请支付令（《劳动争议调解仲裁法》第十六条）。',
        '双方可以自协议生效之日起十五日内共同向劳动人事争议仲裁委员会申请审查确认（《企业劳动争议协商调解规定》第二十七条），或者三十日内共同向人民法院申请司法确认（《民事诉讼法》第二百零五条），只选择其中一种。',
        '本协议一式三份，双方各执一份，调解组织留存一份。',
      ],
    },
    { note: '本协议为现场调解结果的录入件，双方签名的纸质原件照片 SHA-256：{agreement.photo}', when: 'agreement.photo' },
    { signatures: 'signatures' },
    { seal: 'organisation', on: 'sealedOn' },
    { note: '本件供各方签名前阅读，未经各方签名和盖章不发生效力。', when: 'onlyToRead' },
    { note: '可以在本平台“核验协议”页面输入编号和文件的 SHA-256 值，核验本文件是否为盖章原件。', when: 'sealedText' },
  ],
};
