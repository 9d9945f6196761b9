import type { ClaimKind, DisputeType } from '@hejie/law';
import { agreed, answeredByPartner, asked, consulting, failedAndHanded, filed, handed, negotiating, onTheTable, scheduled, signing, together } from './arcs.js';
import { daysAgo, hoursAgo, inDays } from './moments.js';
import { colleaguePhone, workerPhone, type Plot, type Scene } from './plot.js';

export interface OpenCase {
  readonly plot: Plot;
  readonly scenes: readonly Scene[];
}

const REPRESENTATIVES = ['孙经理', '于主管', '姜经理', '曲主任', '宫经理', '隋主管'];

let made = 0;
const plot = (worker: string, employer: string, type: DisputeType, claim: ClaimKind, yuan: number, lawyer: number, story: string, more: Partial<Pick<Plot, 'mediator' | 'groupSize' | 'group'>> = {}): Plot => ({
  worker,
  employer,
  representative: REPRESENTATIVES[made++ % REPRESENTATIVES.length]!,
  type,
  claim,
  yuan,
  lawyer: `lawyer${lawyer}`,
  mediator: 'mediator',
  story,
  ...more,
});
const SECOND = { mediator: 'mediator2' };

/** A restaurant's waiters at 20 yuan an hour and its cooks at 25: four holidays of ten hours at 300 % make 31,200 yuan. */
const RESTAURANT = [...['单秀英', '毛小红', '逄金凤', '江志国', '邴淑兰', '由大伟', '匡美玲', '初晓东'].map((name) => ({ name, monthlyYuan: 3_480 })), ...['迟学军', '修德福', '兰玉芝', '苗春雷'].map((name) => ({ name, monthlyYuan: 4_350 }))];

/** What is under way in the demo city at its first start: something on every desk, in every state a case can be in. */
export const OPEN_CASES: readonly OpenCase[] = [
  // filed
  { plot: plot('马会兰', '平度市某食品公司', 'UNPAID_WAGES', 'unpaid_wages', 9_600, 2, '公司拖欠两个月工资，一直说等货款。'), scenes: filed(hoursAgo(2), 'operator') },
  { plot: plot('高大成', '平度市某物流公司', 'OVERTIME', 'overtime_pay', 7_300, 6, '国庆节加班三天，公司只给调休，不给加班费。'), scenes: filed(daysAgo(1, '20:15')) },
  // waiting for a lawyer's answer
  { plot: plot('郭庆华', '平度市某餐饮店', 'SICK_LEAVE_PAY', 'sick_pay', 802, 6, '住院两周，病假工资一分没发。'), scenes: asked(2, 3, 'operator') },
  { plot: plot('崔建军', '平度市某机械厂', 'WORK_INJURY', 'injury_disability', 52_800, 1, '车间冲床压伤左手，厂里没有申报工伤。'), scenes: asked(1, 3) },
  { plot: plot('林淑芬', '平度市某服装厂', 'UNPAID_WAGES', 'unpaid_wages', 12_400, 2, '计件工资被少算了三个月。'), scenes: asked(1, 5) },
  { plot: plot('庞志鹏', '青岛某软件公司', 'NON_COMPETE', 'other', 36_000, 10, '离职后公司不付竞业限制补偿，又不让去新单位。'), scenes: asked(2, 20) },
  { plot: plot('尹秀珍', '平度市某卫生服务中心', 'CONTRACT_TERMS', 'other', 8_000, 12, '没有商量就被调到偏远网点，工资也降了。'), scenes: asked(1, 2) },
  { plot: plot('金明哲', '青岛某韩资电子公司', 'EMPLOYMENT_RELATION', 'employment_relation', 15_000, 13, '在境内工作两年，公司说和我没有劳动关系。'), scenes: asked(1, 8) },
  // consulting and negotiating
  { plot: plot('董文博', '平度市某电子厂', 'UNLAWFUL_TERMINATION', 'unlawful_dismissal', 24_800, 3, '试用期过后突然被口头辞退，没有书面理由。'), scenes: consulting(4) },
  { plot: plot('谭晓燕', '平度市某商贸公司', 'MATERNITY', 'unlawful_dismissal', 31_000, 4, '怀孕五个月，公司让我自己辞职。'), scenes: consulting(3) },
  { plot: plot('梁春生', '平度市某建筑劳务公司', 'UNPAID_WAGES', 'unpaid_wages', 28_600, 11, '工地完工两个月，包工头说公司没拨款。'), scenes: consulting(13) },
  { plot: plot('丁玉梅', '平度市某石材厂', 'WORK_INJURY', 'injury_medical', 19_500, 14, '搬运石板砸伤脚，医疗费都是自己垫的。'), scenes: consulting(18) },
  { plot: plot('矫长江', '莱西市某铸造厂', 'WORK_INJURY', 'injury_employment', 46_000, 9, '九级伤残，离厂后一次性就业补助金没有给。'), scenes: consulting(12) },
  { plot: plot('綦凤霞', '平度市某物业公司', 'ECON_COMPENSATION', 'severance', 18_200, 7, '物业合同到期，公司不再续用，也不给补偿。'), scenes: negotiating(6) },
  // a session is set
  { plot: plot('于海龙', '某外卖配送服务站', 'RIDER_INJURY', 'injury_medical', 22_700, 5, '送餐路上摔伤骨折，站点说我是个体户。'), scenes: scheduled(6, inDays(1, '09:30')) },
  { plot: plot('宋桂香', '平度市某花生制品公司', 'COLLECTIVE', 'unpaid_wages', 86_400, 8, '车间十二名工人三个月没有发工资。', { ...SECOND, groupSize: 12 }), scenes: scheduled(8, inDays(1, '14:00')) },
  { plot: plot('毕立强', '平度市某运输公司', 'WAGE_DEDUCTION', 'unpaid_wages', 6_900, 2, '公司以车辆损耗为由每月扣款。', SECOND), scenes: scheduled(9, inDays(2, '10:00')) },
  // in session, a proposal on the table
  { plot: plot('战丽华', '平度市某幼儿园', 'SOCIAL_INSURANCE', 'social_insurance', 14_300, 6, '五年没有缴社会保险，失业后领不到失业金。', SECOND), scenes: onTheTable(10, hoursAgo(1)) },
  { plot: plot('辛国梁', '平度市某机械厂', 'NO_CONTRACT', 'double_wage', 55_000, 1, '干了一年多没有签劳动合同。'), scenes: onTheTable(7, hoursAgo(2)) },
  // agreed, being signed
  { plot: plot('吕志刚', '平度市某家具公司', 'ECON_COMPENSATION', 'severance', 26_000, 3, '公司搬迁，不愿跟去，补偿没有谈拢。'), scenes: signing(9, daysAgo(1, '09:30'), [14]) },
  // agreed, to be paid by instalments: one due in two days, one over, one that can still be confirmed
  { plot: plot('祝有才', '平度市某建筑劳务公司', 'UNPAID_WAGES', 'unpaid_wages', 33_600, 11, '三个月工程款未结，工资一直欠着。'), scenes: agreed(34, daysAgo(25, '09:30'), [-10, 2], 1) },
  { plot: plot('万永顺', '莱西市某铸造厂', 'WORK_INJURY', 'injury_disability', 48_000, 9, '右手两指受伤，八级伤残。'), scenes: agreed(30, daysAgo(20, '14:00'), [-3, 27]) },
  { plot: plot('鞠海英', '平度市某超市', 'UNLAWFUL_TERMINATION', 'unlawful_dismissal', 21_500, 7, '因为请病假被解除合同。', SECOND), scenes: agreed(16, daysAgo(13, '09:30'), [5]) },
  // handed on to the commission and the court
  { plot: plot('侯志远', '某外卖配送服务站', 'EMPLOYMENT_RELATION', 'employment_relation', 18_900, 5, '跑单受伤后，站点否认劳动关系。'), scenes: [...failedAndHanded(20, daysAgo(9, '09:30'), 'arbitration'), ...answeredByPartner('arbitration', daysAgo(7, '10:30'), '平劳人仲案〔2026〕第86号', [{ status: 'accepted', text: '予以受理' }, { status: 'hearing', text: '定于下月开庭' }])] },
  { plot: plot('昌桂英', '平度市某石材厂', 'WORK_INJURY', 'injury_medical', 27_800, 14, '粉尘环境工作八年，厂里不同意做职业病鉴定。'), scenes: failedAndHanded(19, daysAgo(3, '09:30'), 'arbitration') },
  { plot: plot('邢卫国', '平度市某化工公司', 'UNPAID_WAGES', 'unpaid_wages', 41_000, 8, '欠条写明的工资到期不付。', SECOND), scenes: [...failedAndHanded(24, daysAgo(11, '14:00'), 'litigation'), ...answeredByPartner('litigation', daysAgo(8, '15:00'), '（2026）鲁0283民初1432号')] },
  { plot: plot('冷秀云', '平度市某服装厂', 'UNPAID_WAGES', 'unpaid_wages', 15_200, 4, '工厂停产，最后两个月工资没有发。'), scenes: [...agreed(40, daysAgo(30, '09:30'), [-8]), ...handed(daysAgo(2, '10:10'), 'payment_order')] },
  { plot: plot('官明亮', '平度市某机械厂', 'ECON_COMPENSATION', 'severance', 38_700, 12, '厂里裁员，补偿分期支付，担心不兑现。', SECOND), scenes: [...agreed(22, daysAgo(12, '14:00'), [20]), ...handed(daysAgo(4, '09:40'), 'judicial_confirmation')] },
  // twelve workers in one case, on the way to their session
  { plot: plot('单秀英', '平度市某海鲜酒店', 'OVERTIME', 'overtime_pay', 31_200, 8, '法定节假日十二名员工都在上班，酒店只安排补休，不付三倍工资。', { groupSize: RESTAURANT.length, group: RESTAURANT }), scenes: together(7, inDays(2, '09:30')) },
];

const numberOf = (name: string) => OPEN_CASES.findIndex(({ plot: { worker } }) => worker === name) + 1;
/** Whom to be for a look at a case from a worker's side. */
export const DEMO_WORKER = { name: '辛国梁', phone: workerPhone(numberOf('辛国梁')) };

const [first, last] = [RESTAURANT[0]!.name, RESTAURANT.at(-1)!.name];
/** And in a group: who filed and was elected to speak for all, and somebody who reads the own row alone. */
export const DEMO_GROUP = { representative: { name: first, phone: workerPhone(numberOf(first)) }, member: { name: last, phone: colleaguePhone(numberOf(first), RESTAURANT.length - 1) } };
