import type { Step } from '@hejie/law';
import type { Field, FieldKind, FieldOf } from './field.js';

/** 被申请人一, 被申请人二 … */
export const RESPONDENT_NUMERALS = ['一', '二', '三', '四', '五'] as const;

const field = (of: FieldOf) => (zh: string, en: string, kind: FieldKind = 'text', more: Pick<Field, 'hint' | 'options'> = {}): Field => ({ label: { zh, en }, kind, of, ...more });
const worker = field('worker');
const employer = field('employer');
const agent = field('agent');
const staff = field('staff');
const party = field('party');
const known = field('case');
const say = (zh: string, en: string): Step => ({ zh, en });

const AUTHORITY = {
  general: say('一般授权：代为提出或者答复请求，陈述事实和意见，提交证据、发表质证意见，代收文书。', 'general: speak, put forward proof, receive papers'),
  special: say('特别授权：除一般授权的事项外，还可以代为承认、放弃、变更请求，进行和解，接受调解并签署协议。', 'special: also admit, give up or change claims, settle and sign'),
};

/** Where several are named, each can be chosen; `optionsOf` leaves out who is not there. */
const OTHER_RESPONDENTS = Object.fromEntries([2, 3, 4, 5].map((n) => [`respondent${n}`, say(`被申请人${RESPONDENT_NUMERALS[n - 1]}`, `respondent ${n}`)])) as Readonly<Record<`respondent${2 | 3 | 4 | 5}`, Step>>;

const WAYS_TO_PAY = {
  bank_transfer: say('银行转账，支付至劳动者本人账户', "by bank to the worker's own account"),
  mobile_payment: say('微信或者支付宝，支付至劳动者本人账户', "by WeChat or Alipay to the worker's own account"),
  cash: say('现金，劳动者收款后出具收条', 'in cash, for a receipt'),
};

const RECUSAL = { none: say('不要求', 'no'), asked: say('要求', 'yes') };

/** Everything a paper may say that is not its own fixed words. One field means the same on every paper. */
export const FIELDS = {
  'claimant.name': known('姓名', 'name'),
  'claimant.sex': known('性别', 'sex'),
  'claimant.bornOn': known('出生日期', 'date of birth', 'date'),
  'claimant.idNumber': worker('身份证号码', 'identity number', 'idNumber', { hint: say('申请人本人的', "the worker's own") }),
  'claimant.ethnicity': worker('民族', 'ethnicity', 'text', { hint: say('起诉状要写，例如：汉族', 'a statement of claim names it') }),
  'claimant.occupation': worker('职业', 'occupation'),
  'claimant.work': worker('现工作单位', 'present employer', 'text', { hint: say('现在没有工作的不用填', 'leave empty if you have no work now') }),
  'claimant.address': worker('住址', 'home address'),
  'claimant.mailing': worker('通讯地址', 'mailing address', 'text', { hint: say('收信的地址；和住址一样的不用填', 'where letters reach you; leave empty if it is your home') }),
  'claimant.phone': worker('联系电话', 'telephone', 'phone'),
  'claimant.electronic': worker('电子送达地址', 'electronic address for service', 'text', { hint: say('手机号、电子邮箱或者微信号；同意用它收文书的填写', 'phone, e-mail or WeChat; giving one means papers may be sent there') }),

  'employer.name': known('单位名称', 'name of the employer'),
  'employer.uscc': employer('统一社会信用代码', 'unified social credit code', 'uscc', { hint: say('营业执照上的18位代码，可在国家企业信用信息公示系统查到', '18 characters on the business licence') }),
  'employer.legalPerson': employer('法定代表人（主要负责人）', 'legal representative', 'text', { hint: say('可在国家企业信用信息公示系统查到', 'found in the national enterprise register') }),
  'employer.legalPost': employer('法定代表人职务', 'post of the legal representative'),
  'employer.address': employer('单位住所地', 'registered address of the employer'),
  'employer.mailing': employer('单位通讯地址', 'mailing address of the employer'),
  'employer.phone': employer('单位联系电话', 'telephone of the employer', 'phone'),
  'employer.electronic': employer('单位电子送达地址', 'electronic address for service of the employer', 'text', { hint: say('手机号、电子邮箱；同意用它收文书的填写', 'phone or e-mail; giving one means papers may be sent there') }),
  'employer.platform': employer('平台企业和合作企业', 'platform and its partner firm', 'text', { hint: say('平台用工的填写', 'for platform work only') }),
  'employer.role': known('身份', 'role'),
  'employer.person': known('个人', 'a person'),
  'respondents.names': known('被申请人', 'respondents'),
  'respondents.others': known('其他被申请人', 'other respondents', 'items'),
  'respondents.copies': known('副本份数', 'copies'),
  'employer.representative': known('用人单位代表', 'representative of the employer'),

  'agent.name': agent('受托人姓名', 'name of the agent'),
  'agent.idNumber': agent('受托人身份证号码', 'identity number of the agent', 'idNumber', { hint: say('律师填执业证号的，可以不填', 'may be left out where a lawyer gives the licence number') }),
  'agent.licence': agent('执业证号', 'licence number of the lawyer'),
  'agent.work': agent('工作单位', 'firm or workplace of the agent'),
  'agent.phone': agent('受托人联系电话', 'telephone of the agent', 'phone'),
  'agent.relation': agent('与委托人的关系', 'relation to the person represented', 'choice', {
    options: { lawyer: say('律师', 'lawyer'), legalWorker: say('基层法律服务工作者', 'grass-roots legal worker'), employee: say('工作人员', 'employee'), relative: say('近亲属', 'close relative'), recommended: say('工会等推荐的公民', 'recommended by a union or community') },
  }),
  'agent.matters': agent('委托事项', 'matters', 'choice', {
    options: { mediation: say('参加劳动争议调解', 'mediation'), arbitration: say('参加劳动争议仲裁', 'arbitration'), both: say('参加劳动争议调解和仲裁', 'mediation and arbitration') },
  }),
  'agent.authority': agent('代理权限', 'authority', 'choice', { options: AUTHORITY }),
  'agent.until': agent('委托期限', 'until when', 'text', { hint: say('例如：至本案调解、仲裁程序终结', 'e.g. until the mediation and arbitration end') }),
  'employerAgent.name': known('用人单位的代理人', 'agent of the employer'),
  'employerAgent.phone': known('用人单位代理人的联系电话', "telephone of the employer's agent", 'phone'),
  'employerAgent.authority': known('用人单位代理人的权限', "authority of the employer's agent", 'choice', { options: AUTHORITY }),
  'by.employer': known('由用人单位出具', 'given by the employer'),

  'employment.startDate': known('入职日期', 'employed since', 'date'),
  'employment.endDate': known('离职日期', 'employed until', 'date'),
  'employment.position': known('岗位', 'post'),
  'employment.wage': known('月工资', 'monthly wage', 'money'),
  'employment.contract': known('书面劳动合同', 'written contract'),
  'employment.insured': known('参加社会保险', 'social insurance'),
  'employment.platform': known('平台用工', 'platform work'),
  'dispute.types': known('争议类型', 'kind of dispute'),
  'dispute.happenedOn': worker('争议发生日期', 'when the dispute arose', 'date', { hint: say('例如被辞退、受伤或者工资没发的那一天', 'e.g. the day of the dismissal, the injury or the unpaid wage') }),
  'claims.list': known('请求事项', 'claims', 'items'),
  'claims.total': known('请求金额合计', 'sum of the claims', 'money'),
  'claims.text': known('请求事项', 'claims', 'long'),
  story: known('事实与理由', 'facts and reasons', 'long'),
  answer: known('被申请人答复', 'answer of the employer', 'long'),
  'people.count': known('申请人人数', 'number of claimants', 'count'),
  'people.elect': known('推举代表人', 'elect representatives'),
  'people.few': known('共同申请', 'file together'),
  'people.representatives': worker('推举的代表人', 'elected representatives', 'text', { hint: say('十人以上的，推举三至五名代表', 'ten or more people elect three to five') }),
  'group.representatives': known('代表人', 'representatives', 'rows'),
  'group.members': known('全体申请人', 'all claimants', 'rows'),
  'group.electedOn': worker('推举日期', 'day of the election', 'date', { hint: say('空着的，签名时用笔填写', 'left empty, it is written in when it is signed') }),
  'evidence.rows': known('证据', 'evidence', 'rows'),
  'evidence.files': known('电子文件校验值', 'hashes of the files', 'rows'),
  'evidence.count': known('证据件数', 'pieces of evidence'),
  'evidence.employerHolds': worker('由用人单位掌握、申请责令提供的证据', 'evidence the employer holds and is asked to produce', 'long', { hint: say('例如考勤记录、工资支付台账、劳动合同', 'e.g. attendance records, payroll, contract') }),
  witnesses: worker('证人姓名和住所', 'witnesses with address', 'long'),
  'wish.mode': worker('希望的调解方式', 'wished way of mediating', 'choice', { options: { online: say('线上调解', 'online'), onsite: say('现场调解', 'on site'), either: say('线上、现场均可', 'either') } }),
  'wish.mediator': worker('希望的调解员', 'wished mediator'),
  'consent.mediation': worker('由工会主持调解', 'mediation by the union', 'consent'),
  'consent.online': worker('通过互联网进行调解', 'mediation online', 'consent'),
  'consent.data': worker('为调解处理本人身份、工资、健康等个人信息', 'use of personal data for the mediation', 'consent'),
  'consent.recording': worker('对调解过程录音录像', 'recording of the mediation', 'consent'),

  'case.number': known('案件编号', 'case number'),
  'case.filedOn': known('申请日期', 'filed on', 'date'),
  'case.mediationLastDate': known('调解期限', 'end of the mediation period', 'date'),
  organisation: known('调解组织', 'mediation body'),
  'organisation.phone': staff('调解组织联系电话', 'telephone of the mediation body', 'phone'),
  mediator: known('调解员', 'mediator'),
  'addressee.commission': worker('仲裁委员会', 'arbitration commission', 'text', { hint: say('劳动合同履行地或者单位所在地的仲裁委员会', 'of the place of work or of the employer') }),
  'addressee.court': worker('人民法院', 'court', 'text', { hint: say('基层人民法院的名称', 'the basic court') }),
  'mediation.endedOn': staff('调解终结日期', 'day mediation ended', 'date'),
  'mediation.endReason': staff('调解终结的原因', 'why mediation ended', 'choice', {
    options: {
      withdrawn: say('申请人撤回调解申请', 'the application was withdrawn'),
      refused: say('一方不同意调解或者要求终止调解', 'a side refused or asked to end it'),
      unreachable: say('联系不上一方当事人', 'a side could not be reached'),
      gap: say('双方分歧较大，没有达成协议', 'the sides were too far apart'),
      timeOut: say('调解期限届满，双方没有同意延长', 'the period ran out and was not extended'),
      notSigned: say('一方不签署调解协议', 'a side would not sign'),
      other: say('其他原因', 'another reason'),
    },
  }),
  'award.number': worker('仲裁裁决书文号', 'number of the award'),
  'award.receivedOn': worker('收到裁决书日期', 'award received on', 'date'),

  'agreement.number': known('协议书编号', 'number of the agreement'),
  'agreement.effectiveOn': known('生效日期', 'in effect since', 'date'),
  'agreement.total': known('协议金额', 'sum agreed', 'money'),
  'agreement.payable': known('可以申请支付令的项目', 'what a payment order can be asked for', 'rows'),
  'agreement.notPayable': known('不在支付令范围内的项目', 'what a payment order does not cover'),
  'agreement.items': known('调解结果', 'result', 'rows'),
  'agreement.itemsNoted': known('调解结果', 'result', 'rows'),
  'agreement.instalmentsBy': known('履行期限', 'instalments', 'rows'),
  'agreement.payers': known('由谁支付', 'who pays'),
  'agreement.notBound': known('没有参加签订的被申请人', 'respondents who are no party to it'),
  'agreement.copies': known('协议份数', 'copies of the agreement'),
  'agreement.workers': known('各劳动者的金额', "each worker's amount", 'rows'),
  'agreement.instalments': known('履行期限', 'instalments', 'rows'),
  'agreement.payment': known('履行方式', 'way of payment', 'choice', {
    options: {
      bank_transfer: say('银行转账，支付至申请人本人的工资账户或者申请人指定的本人账户', "by bank to the worker's own account"),
      mobile_payment: say('微信或者支付宝，支付至申请人本人账户', "by WeChat or Alipay to the worker's own account"),
      cash: say('现金，申请人收款后出具收条', 'in cash, for a receipt'),
    },
  }),
  'agreement.account': known('收款账户（户名、开户行、账号）', 'account to be paid into'),
  'agreement.further': known('其他约定', 'other terms', 'items'),
  'agreement.route': known('双方选择的确认方式', 'confirmation chosen by both', 'choice', {
    options: { arbitral_review: say('仲裁审查确认', 'arbitral review'), judicial_confirmation: say('司法确认', 'judicial confirmation'), none: say('暂不申请确认', 'none for now') },
  }),
  'agreement.farUnder': known('显失公平提示', 'warning of unfairness'),
  'agreement.photo': known('纸质原件照片', 'photo of the paper original'),
  'settlement.total': party('和解金额', 'sum settled', 'money'),
  'settlement.dueOn': party('付清日期', 'paid by', 'date'),
  'settlement.payment': party('付款方式', 'way of payment', 'choice', { options: WAYS_TO_PAY }),
  'settlement.facts': party('没有争议的事实', 'facts not disputed', 'long', { hint: say('例如入职、离职日期，工资数额；没有就不填', 'e.g. dates of employment, wage') }),
  'settlement.items': party('款项包括什么', 'what the sum is for', 'long', { hint: say('例如：2026年3月至5月工资15,000元、经济补偿5,000元', 'e.g. wages of March to May, compensation') }),
  'settlement.employment': party('劳动关系', 'employment', 'choice', { options: { goesOn: say('继续履行劳动合同', 'goes on'), ended: say('已经结束，双方没有争议', 'has ended'), ends: say('双方协商一致解除', 'ends by this agreement') } }),
  'settlement.endsOn': party('劳动关系结束日期', 'employment ends on', 'date'),
  'settlement.handOver': party('要办的手续', 'what is to be handed over', 'long', { hint: say('例如：十五日内出具解除证明，办理档案和社保转移', 'e.g. leaving certificate, file and insurance within 15 days') }),
  'settlement.onDefault': party('违约责任', 'in default', 'long'),
  'settlement.other': party('其他约定', 'other terms', 'long'),

  'injury.applicant': worker('申请人', 'applicant', 'choice', { options: { self: say('受伤职工本人', 'the injured worker'), relative: say('近亲属', 'a close relative'), union: say('工会组织', 'the trade union'), employer: say('用人单位', 'the employer') } }),
  'injury.happenedOn': worker('事故日期', 'day of the accident', 'date', { hint: say('职业病填诊断日期', 'of an occupational disease, of its diagnosis') }),
  'injury.time': worker('事故时间', 'time of the accident', 'text', { hint: say('例如：上午十点左右', 'e.g. about ten in the morning') }),
  'injury.place': worker('事故地点', 'place of the accident', 'text', { hint: say('例如：二号车间冲压机旁；上下班路上的写明路段', 'e.g. at the press in workshop 2') }),
  'injury.cause': worker('事故主要原因', 'main cause of the accident', 'long'),
  'injury.diagnosedOn': worker('诊断时间', 'diagnosed on', 'date'),
  'injury.harm': worker('受伤部位和程度', 'what was hurt and how badly', 'long', { hint: say('照诊断证明写', 'as the diagnosis says') }),
  'injury.disease': worker('职业病名称', 'occupational disease', 'text', { hint: say('不是职业病的不用填', 'only for an occupational disease') }),
  'injury.exposure': worker('接触职业病危害的岗位和时间', 'post and time of exposure', 'text', { hint: say('不是职业病的不用填', 'only for an occupational disease') }),
  'addressee.injury': worker('社会保险行政部门', 'social-insurance authority', 'text', { hint: say('单位参保地的人力资源和社会保障局；没有参保的，为生产经营地的', 'of the place of insurance, or else of the business') }),

  'followUp.rows': known('约定的款项', 'instalments', 'rows'),
  'followUp.on': staff('回访日期', 'day of the follow-up', 'date'),
  'followUp.method': staff('回访方式', 'way of the follow-up', 'choice', { options: { phone: say('电话', 'by telephone'), visit: say('上门', 'a visit'), video: say('视频', 'by video'), message: say('短信或者微信', 'by message') } }),
  'followUp.with': staff('回访对象', 'with whom', 'choice', { options: { worker: say('劳动者', 'the worker'), employer: say('用人单位', 'the employer'), both: say('双方', 'both sides') } }),
  'followUp.by': staff('回访人', 'followed up by'),
  'followUp.performed': staff('协议履行情况', 'how it was performed', 'choice', { options: { whole: say('已经全部履行', 'in full'), partly: say('部分履行', 'in part'), not: say('到期没有履行', 'not, though it is due'), ahead: say('履行期限还没有到', 'not due yet') } }),
  'followUp.reason': staff('没有履行的原因', 'why not', 'long'),
  'followUp.said': staff('当事人反映的情况和意见', 'what the sides said', 'long'),
  'followUp.satisfaction': staff('对调解工作', 'content with the mediation', 'choice', { options: { content: say('满意', 'content'), fairly: say('基本满意', 'fairly content'), not: say('不满意', 'not content') } }),
  'followUp.next': staff('后续处理', 'what follows', 'choice', {
    options: { nothing: say('不需要处理', 'nothing'), urge: say('督促履行', 'urge performance'), paymentOrder: say('协助申请支付令', 'help with a payment order'), enforcement: say('协助申请强制执行', 'help with enforcement'), arbitration: say('协助申请仲裁', 'help with arbitration') },
  }),
  'followUp.nextOn': staff('下次回访日期', 'next follow-up', 'date'),

  'due.rows': known('到期未付款项', 'what is overdue', 'rows'),
  'due.total': known('到期未付合计', 'sum overdue', 'money'),
  'due.asOf': known('截止日期', 'as of', 'date'),

  'service.receiver': party('收件人', 'who receives papers', 'text', { hint: say('本人收的不用填；由别人代收的，写代收人姓名', 'leave empty for yourself; else who receives them for you') }),
  'service.byElectronic': party('用电子方式送达', 'service by electronic means', 'consent'),
  'service.document': staff('送达文书名称和件数', 'papers served', 'text', { hint: say('例如：先行调解告知书一份', 'e.g. one notice of mediation first') }),
  'service.recipient': staff('受送达人', 'served on', 'choice', { options: { claimant: say('申请人', 'claimant'), respondent: say('被申请人', 'respondent'), ...OTHER_RESPONDENTS } }),
  'service.recipientName': known('受送达人', 'served on'),
  'service.address': staff('送达地址', 'address of service'),
  'service.method': staff('送达方式', 'way of service', 'choice', {
    options: { direct: say('直接送达', 'in person'), electronic: say('电子送达', 'electronically'), mail: say('邮寄送达', 'by post'), left: say('留置送达', 'left at the address'), entrusted: say('委托送达', 'through another body') },
  }),
  'service.sender': staff('送达人', 'served by'),
  'service.remark': staff('备注', 'remark', 'long'),

  signatures: known('签名', 'signatures', 'signatures'),
  sealedOn: known('盖章日期', 'sealed on'),
  onlyToRead: known('供阅读', 'to be read'),
  sealedText: known('盖章文本', 'sealed text'),

  'session.opened': known('开始时间', 'began'),
  'session.closed': known('结束时间', 'ended'),
  'session.mode': known('方式', 'way'),
  'session.disclosure': known('调解员披露', 'disclosure of the mediator', 'long'),
  'minutes.attendance': known('到场人员', 'present', 'rows'),
  'minutes.absent': known('未到场', 'absent'),
  'minutes.recusalClaimant': known('申请人一方是否要求更换调解员', 'whether the claimant wants another mediator', 'choice', { options: RECUSAL }),
  'minutes.recusalRespondent': known('被申请人一方是否要求更换调解员', 'whether the respondent wants another mediator', 'choice', { options: RECUSAL }),
  'minutes.claimantSaid': known('申请人一方陈述', 'said by the claimant', 'long'),
  'minutes.othersSaid': known('其他被申请人陈述', 'said by other respondents', 'items'),
  'minutes.othersRecusal': known('其他被申请人是否要求更换调解员', 'whether other respondents want another mediator', 'items'),
  'minutes.respondentSaid': known('被申请人一方陈述', 'said by the respondent', 'long'),
  'minutes.lines': known('会上发言', 'lines', 'rows'),
  'minutes.proposals': known('会上提出的方案', 'proposals made', 'rows'),
  'minutes.undisputed': known('双方无争议的事实', 'undisputed facts', 'long'),
  'minutes.result': known('调解结果', 'result', 'long'),
  'minutes.objections': known('异议', 'objections', 'items'),
  'minutes.head': known('会议记录印章值', 'seal of the log'),
} as const satisfies Record<string, Field>;

export type OneField = keyof typeof FIELDS;

/** What is said of each respondent on its own. */
type RespondentField = Extract<OneField, `employer.${string}`>;
/** A field; of the second respondent and those behind, with the key under which `respondents.others` names it. */
export type FieldId = OneField | `${RespondentField}#${string}`;
export const fieldIds = Object.keys(FIELDS) as [OneField, ...OneField[]];

/** Without the key of a respondent. */
export const oneField = (id: FieldId): OneField => id.split('#')[0] as OneField;
/** The key of the respondent it is said of; null for what is said once, or of the first. */
export const respondentKey = (id: FieldId): string | null => id.split('#')[1] ?? null;
/** The same of the respondent with a key; what is not said of respondents stays as it is. */
export const fieldOfRespondent = (id: FieldId, key: string): FieldId => (id.startsWith('employer.') ? (`${oneField(id)}#${key}` as FieldId) : id);

/** A field by its id, with all it may have. */
export const fieldOf = (id: FieldId): Field => FIELDS[oneField(id)];
