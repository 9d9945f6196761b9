import type { Values } from '../templates/compose.js';

/** What is known of one case that came to an agreement, for every paper. */
export const aCase = {
  'claimant.name': '姜小明', 'claimant.sex': '男', 'claimant.bornOn': '1990-01-01', 'claimant.idNumber': '370283199001011235', 'claimant.address': '山东省平度市某镇某村1号', 'claimant.phone': '13800000001',
  'claimant.electronic': '13800000001（短信）',
  'employer.name': '平度市某机械厂', 'employer.uscc': '91370283MA3C0XXX1A', 'employer.legalPerson': '孙大力', 'employer.legalPost': '厂长', 'employer.address': '平度市某工业园2号', 'employer.phone': '0532-80000000', 'employer.representative': '孙经理',
  'agent.name': '王守正', 'agent.licence': '13702202010000001', 'agent.work': '山东某律师事务所', 'agent.phone': '13900000001', 'agent.relation': 'lawyer', 'agent.matters': 'both', 'agent.authority': 'special', 'agent.until': '本案调解、仲裁程序终结之日',
  'employment.startDate': '2019-06-01', 'employment.position': '操作工', 'employment.wage': 500_000, 'employment.contract': '否', 'employment.insured': '否', 'employment.platform': '否',
  'dispute.types': '工伤待遇、未签订书面劳动合同', 'dispute.happenedOn': '2020-03-12',
  'claims.list': ['一次性伤残补助金，人民币55,000.00元（大写：伍万伍仟元整）', '未签合同的二倍工资，人民币55,000.00元（大写：伍万伍仟元整）'], 'claims.total': 11_000_000, 'claims.text': '1．一次性伤残补助金，55,000.00元\n2．未签合同的二倍工资，55,000.00元',
  story: '申请人自2019年6月1日起在被申请人处从事操作工工作，双方没有签订书面劳动合同，被申请人也没有为申请人参加工伤保险。2020年3月12日，申请人在车间操作冲压机时右手受伤，经认定为工伤，劳动能力鉴定为九级。此后申请人多次要求支付工伤待遇，被申请人一直没有支付。'.repeat(2),
  answer: '对受伤的事实没有异议，对计算的基数有异议。',
  'evidence.rows': [
    ['1', '工伤认定决定书', '电子数据（图片）', '受伤已认定为工伤', '2026年11月21日', 'a3f5c1d2e4b6978012345678abcdef90a3f5c1d2e4b6978012345678abcdef90', ''],
    ['2', '银行工资流水（2019年6月至2020年3月）', '电子数据（PDF）', '劳动关系和每月工资数额', '2026年11月21日', 'b3f5c1d2e4b6978012345678abcdef90a3f5c1d2e4b6978012345678abcdef90', ''],
  ],
  'evidence.count': '2', 'evidence.employerHolds': '2019年6月至2020年3月的考勤记录、工资支付台账。', witnesses: '李工友，平度市某镇某村8号。', 'wish.mode': 'online', 'wish.mediator': '陈调解', 'consent.mediation': 'yes', 'consent.online': 'yes', 'consent.data': 'yes', 'consent.recording': 'no',
  'case.number': '和调〔2026〕000001号', 'case.filedOn': '2026-11-21', 'case.mediationLastDate': '2026-12-07', organisation: '和解市总工会', 'organisation.phone': '12351', mediator: '陈调解', 'addressee.commission': '平度市劳动人事争议仲裁委员会', 'addressee.court': '平度市人民法院',
  'award.number': '平劳人仲案〔2026〕第88号', 'award.receivedOn': '2026-10-20',
  'agreement.number': '和协〔2026〕000001号', 'agreement.effectiveOn': '2026-11-23', 'agreement.total': 6_000_000, 'agreement.for': '一次性伤残补助金、未签合同的二倍工资',
  'agreement.items': [['1', '一次性伤残补助金', '40,000.00元'], ['2', '未签合同的二倍工资', '20,000.00元']],
  'agreement.instalments': [['1', '2026年11月30日前', '20,000.00元', '贰万元整'], ['2', '2027年1月15日前', '40,000.00元', '肆万元整']],
  'agreement.further': ['履行方式：被申请人以银行转账方式支付至申请人本人的工资账户或者申请人指定的本人账户。', '调解费用：工会主持调解不收取费用。'],
  'due.rows': [['1', '2026年11月30日前', '20,000.00元']], 'due.total': 2_000_000, 'due.asOf': '2026-12-02',
  'service.document': '先行调解告知书一份', 'service.recipient': 'respondent', 'service.recipientName': '平度市某机械厂', 'service.address': '平度市某工业园2号', 'service.method': 'direct', 'service.sender': '陈调解',
  signatures: [{ role: '申请人', name: '姜小明', signedAt: '2026年11月23日 10:05', method: '手机验证码签名' }, { role: '被申请人', name: '孙经理', signedAt: '2026年11月23日 10:12', method: '手机验证码签名' }, { role: '调解员', name: '陈调解', signedAt: '2026年11月23日 10:20', method: '实名双因素登录签名' }],
  sealedOn: '2026年11月23日', sealedText: 'yes',
  'session.opened': '2026年11月23日 09:00', 'session.closed': '2026年11月23日 10:00', 'session.mode': '线上（和解平台）', 'session.disclosure': '与双方没有利害关系。',
  'minutes.attendance': [['姜小明', '申请人', '09:00', '手机短信验证码登录'], ['孙经理', '被申请人代表', '09:01', '手机短信验证码登录']], 'minutes.claimantSaid': '要求按工伤九级支付待遇。', 'minutes.respondentSaid': '同意支付，对基数有异议。',
  'minutes.lines': [['3', '09:10', '孙经理', '工资按每月四千五算过。']], 'minutes.undisputed': '双方认可2019年6月1日入职。', 'minutes.result': '双方达成协议。',
} as const satisfies Values;
