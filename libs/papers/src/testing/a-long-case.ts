import type { Values } from '../templates/compose.js';
import { yuan, yuanInWords } from '../writing.js';
import { aCase } from './a-case.js';

const CLAIMS = [
  ['拖欠的工资', 18_650_000, '2025年11月至2026年6月，每月实发不足应发的部分'], ['工作日、休息日和法定休假日的加班工资', 9_876_543, '按考勤记录计算'], ['未休年休假工资报酬', 1_379_310, ''], ['未签订书面劳动合同的二倍工资差额', 11_000_000, '2025年12月1日至2026年6月30日'],
  ['违法解除劳动合同的赔偿金', 8_400_000, ''], ['一次性伤残补助金', 5_500_000, ''], ['一次性伤残就业补助金', 4_200_000, ''], ['停工留薪期工资', 3_000_000, '六个月'], ['返还扣押的居民身份证和押金', 50_000, ''],
] as const;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱'];
const WORKERS = SURNAMES.map((name, i) => `${name}${['㛃', '䶮', '𬭚'][i] ?? '建国'}`);
const EVIDENCE = [
  ['劳动合同书（2025年11月1日签订，仅有首页和签字页）', '本人持有', '2025年11月1日', '双方存在劳动关系、约定的月工资和岗位', '2', ''],
  ['银行代发工资流水', '银行、支付机构出具，制作人：中国农业银行平度市支行', '2026年7月3日', '每月实发工资的数额和日期，被申请人自2025年11月起没有足额支付；支持请求：拖欠的工资、未签订书面劳动合同的二倍工资差额', '14', ''],
  ['“冲压车间工作群”微信聊天记录（2025年11月至2026年6月，共三百二十七条）', '聊天记录，制作人：本人', '2026年7月5日', '车间主任安排工作日延长工时、休息日加班；支持请求：加班工资', '46', '电子数据'],
  ['与人事经理的通话录音', '录音录像', '2026年6月30日', '被申请人口头通知“明天不用来了”，没有说明理由，也没有通知工会', '', '视听资料'],
] as const;
const hash = (i: number) => (i + 10).toString(16).padStart(2, '0').repeat(32);

const STORY = [
  '申请人等十四人自2025年11月起陆续进入被申请人的冲压车间工作，岗位为操作工，约定月工资7,000元，每月二十五日通过中国农业银行代发上月工资。被申请人只与其中三人签订了书面劳动合同，且签订后没有把合同文本交给劳动者；其余十一人至离职时也没有签订书面劳动合同。',
  '2025年11月至2026年6月，被申请人以订单减少、资金周转困难为由，每月只发给部分工资，累计拖欠工资186,500元。申请人多次向车间主任、人事经理要求支付，均被告知“等货款到了再说”。工作期间，车间实行每天十小时、每周六天的工作安排，法定休假日也照常开工，被申请人从未支付加班工资，也没有安排补休。',
  '2026年3月12日，申请人王㛃在操作三号冲压机时因防护装置失灵，右手食指、中指受伤，经平度市人力资源和社会保障局认定为工伤，青岛市劳动能力鉴定委员会鉴定为九级伤残。被申请人没有为申请人参加工伤保险，除垫付住院期间的部分医疗费外，没有支付任何工伤待遇。',
  '2026年6月30日，被申请人口头通知申请人等十四人“明天不用来了”，没有说明理由，没有出具解除劳动合同的证明，也没有事先通知工会。此后被申请人拒绝结清工资，并扣留部分劳动者的居民身份证和押金。申请人认为，被申请人的行为违反了劳动合同法的规定，严重损害了申请人的合法权益，特提出以上请求。',
].join('\n');

/** What is known of a case of many: everything a paper can hold is there, and much of it. */
export const aLongCase = {
  ...aCase,
  'claimant.name': '王㛃', 'claimant.address': '山东省青岛市平度市南村镇幸福家园小区十六号楼二单元一千二百零三室', 'claimant.mailing': '山东省青岛市平度市南村镇工业园三路八十八号职工宿舍五号楼', 'claimant.electronic': '13800000001（短信），wangjie.pingdu@example.com',
  'employer.name': '平度市南村镇恒昌精密机械制造有限责任公司第二分公司', 'respondents.names': '平度市南村镇恒昌精密机械制造有限责任公司第二分公司', 'employer.legalPerson': '欧阳䶮', 'employer.mailing': '山东省青岛市平度市南村镇工业园三路八十八号', 'employer.platform': '青岛某信息技术有限公司（平台企业）；平度市某人力资源服务有限公司（合作企业）',
  'dispute.types': '拖欠、克扣工资、加班费、未订立书面劳动合同二倍工资、违法解除、终止、工伤待遇、年休假', 'employment.endDate': '2026-06-30',
  'claims.list': CLAIMS.map(([what, fen, note]) => `${what}，${yuanInWords(fen)}${note ? `（${note}）` : ''}`), 'claims.total': CLAIMS.reduce((sum, [, fen]) => sum + fen, 0), 'claims.text': CLAIMS.map(([what, fen], i) => `${i + 1}．${what}，${yuan(fen)}`).join('\n'),
  story: STORY, answer: '对申请人等十四人的工作时间、岗位没有异议。对拖欠工资的数额有异议：2026年3月、4月已经以现金方式补发一部分，有领款单为证；对加班时间有异议，车间实行综合计算工时；对解除劳动合同的事实没有异议，但认为是双方协商一致解除。'.repeat(2),
  'people.count': 14, 'people.representatives': '王㛃、李䶮、张𬭚',
  'group.representatives': WORKERS.slice(5, 10).map((name, i) => [String(i + 1), name, '', '']),
  'group.members': Array.from({ length: 60 }, (_, i) => [String(i + 1), WORKERS[i % WORKERS.length]!, '', '']),
  'evidence.rows': Array.from({ length: 26 }, (_, i) => [String(i + 1), ...EVIDENCE[i % EVIDENCE.length]!]),
  'evidence.files': Array.from({ length: 26 }, (_, i) => [String(i + 1), ['图片', 'PDF', '图片', '录音'][i % 4]!, '2026年11月21日', hash(i)]),
  'evidence.count': '26', 'evidence.employerHolds': '2025年11月至2026年6月的考勤记录（包括指纹机、门禁的电子记录）；同期工资支付台账、工资表和领款单；综合计算工时工作制的审批文件；三号冲压机的维修、检验记录；解除劳动合同通知工会的材料。',
  witnesses: '李工友，平度市南村镇某村八号；赵工友，平度市同和街道某小区三号楼一单元二百零一室。',
  'agreement.notPayable': '一次性伤残补助金、一次性伤残就业补助金、返还扣押的居民身份证和押金', 'agreement.payable': CLAIMS.slice(0, 5).map(([what, fen], i) => [String(i + 1), what, i === 4 ? '赔偿金' : '劳动报酬', yuan(Math.round(fen / 2))]), 'agreement.total': 32_000_000,
  'agreement.items': CLAIMS.map(([what, fen], i) => [String(i + 1), what, yuan(Math.round(fen / 2))]),
  'agreement.itemsNoted': CLAIMS.map(([what, fen, note], i) => [String(i + 1), what, yuan(Math.round(fen / 2)), note]),
  'agreement.instalments': Array.from({ length: 12 }, (_, i) => [String(i + 1), `2027年${i + 1}月25日前`, '26,666.67元', '贰万陆仟陆佰陆拾陆元陆角柒分']),
  'agreement.workers': WORKERS.map((name, i) => [String(i + 1), name, String(120 + i), '7,000.00元', '45,678.90元', '22,857.14元']),
  'agreement.further': [
    aCase['agreement.further'][1],
    '违约责任：被申请人任何一期没有按期足额支付的，全部未到期款项一并到期，申请人可以就全部未付款项申请支付令或者强制执行；被申请人另按未付金额每日万分之五支付违约金。',
    '劳动关系：双方劳动关系于2026年6月30日协商一致解除。',
    '交接手续：被申请人依法为申请人办理解除或者终止劳动合同证明、社会保险关系转移手续、档案转移手续。',
  ],
  'due.rows': Array.from({ length: 10 }, (_, i) => [String(i + 1), `2027年${i + 1}月25日前`, '26,666.67元']), 'due.total': 26_666_670, 'due.asOf': '2027-10-26',
  'service.document': '先行调解告知书一份、调解申请书副本一份、证据清单及证据材料一套（共六十三页）', 'service.remark': '受送达人前台工作人员称法定代表人出差，由行政主管代收。送达人当场核对了代收人的身份证件和工作证，并拍照留存。'.repeat(4),
  'minutes.lines': Array.from({ length: 36 }, (_, i) => [String(i + 3), `09:${String(10 + i).padStart(2, '0')}`, ['孙经理', '王㛃', '陈调解'][i % 3]!, ['工资按每月七千算过，三月、四月补发过一部分，领款单在财务那里。', '补发的一共是四千三百元，其余的没有发。加班的时间群里都有记录，每天十个小时，周六也上班。', '双方对补发四千三百元有没有不同意见？'][i % 3]!]),
  'minutes.proposals': Array.from({ length: 9 }, (_, i) => [`10:${String(10 + i).padStart(2, '0')}`, ['申请人一方王㛃', '被申请人一方孙经理', '调解员陈调解'][i % 3]!, `共计${yuan(32_000_000 + i * 100_000)}：${CLAIMS.map(([what, fen]) => `${what}${yuan(Math.round(fen / 2))}`).join('、')}；分12期，2027年12月25日前付清。`, ['未接受', '另提方案', '已接受'][i % 3]!]),
  'minutes.attendance': [...WORKERS.slice(0, 3).map((name) => [name, '申请人', '09:00', '手机短信验证码登录']), ['王守正', '申请人的律师', '08:58', '工作人员账号登录'], ['孙经理', '被申请人代表', '09:01', '手机短信验证码登录']],
  'minutes.claimantSaid': STORY, 'minutes.respondentSaid': '同意支付拖欠的工资，对加班工资的计算方法和工伤待遇的基数有异议。\n公司目前资金紧张，希望分期支付，最长不超过十二个月。',
  'minutes.undisputed': '双方认可2025年11月入职、2026年6月30日离职。\n双方认可2026年3月、4月补发工资4,300元。', 'minutes.objections': ['被申请人孙经理：第九行“一共是四千三百元”，公司的领款单是四千五百元。'],
} as const satisfies Values;
