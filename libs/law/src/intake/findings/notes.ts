import { say, type Step } from '../../registry/topic.js';
import { all, any, is, not, type Condition } from '../condition.js';
import { UNLAWFULLY_EMPLOYED } from '../questions/matters.js';
import { CHILD, CLOSELY_MANAGED, OVER_AGE, PART_TIME, PARTLY_MANAGED } from '../questions/who.js';

/** What a person in this situation should know. */
export interface Note {
  readonly id: string;
  readonly when: Condition;
  readonly text: Step;
  readonly source: string;
}

const note = (id: string, when: Condition, zh: string, en: string, source: string): Note => ({ id, when, text: say(zh, en), source });
const PLATFORM = is('work', 'platform');

export const NOTES: readonly Note[] = [
  note('noContract', is('contract', 'no', 'unsure'), '没签合同也受保护：工资流水、工牌、考勤、聊天记录、同事证言都能证明您在那里干活。', 'You are protected without a contract: pay lines, work card, attendance, chats and colleagues show that you worked there.', '劳动合同法 Art 7, 10'),
  note('uninsured', all(is('insured', 'no'), is('matters', 'injury', 'death', 'disease')), '单位没交工伤保险的，全部待遇由单位按同样标准付；单位不付的，可以申请基金先行支付。', 'An uninsured employer pays all benefits by the same standard; if it does not, the fund may advance them.', '工伤保险条例 Art 62; 社会保险法 Art 41'),
  note('platformManaged', CLOSELY_MANAGED, '平台管得严、活是它的业务、钱由它发，就可能算劳动关系，不管协议写“合作”还是“个体户”。', 'Close management, work that is its business and pay from it may make it employment, whatever the agreement says.', '人社部发〔2021〕56号'),
  note('platformPartly', PARTLY_MANAGED, '属于“不完全符合劳动关系”：报酬、休息、安全、扣罚和受伤都可以调解；能不能仲裁看当地，不行可以去法院。', 'Not fully employment: pay, rest, safety, fines and injury can be mediated; arbitration depends on the place, else the court.', '人社部发〔2021〕56号'),
  note('platformUnsure', is('platformControl', 'unsure'), '算不算劳动关系，看实际怎么管：排班、考勤、罚款、谁发钱。先按已经说的情况算，请律师看派单和扣罚的记录。', 'Whether it is employment depends on how it is managed in fact: rosters, attendance, fines, who pays. What was told is counted with; let a lawyer see the records of orders and fines.', '人社部发〔2021〕56号'),
  note('platformParties', PLATFORM, '平台、站点、外包公司可以一起列为对方。', 'Platform, station and outsourcing company can all be named as the other side.', '解释二 Art 1-2'),
  note('platformInjury', all(PLATFORM, is('matters', 'injury', 'death')), '先在平台App里申请职业伤害保障，再由当地部门确认；期限和待遇看当地规定。', 'Claim the occupational-injury scheme in the app first; the local authority confirms it. Time limits and benefits are local.', '人社部发〔2025〕24号'),
  note('schemeClaim', is('schemeStage', 'no', 'unsure'), '现在就在接单App里申报职业伤害，截下申报页面和编号；申报期限看当地规定，越早越好。没看到申报入口的，打平台客服和 12333。', 'Claim it in the app now and keep the page and its number; the time limit is local, so the sooner the better. If the app has no entry for it, call the platform and 12333.', '人社部发〔2025〕24号'),
  note('schemeBenefits', is('schemeStage', 'applied', 'yes'), '职业伤害保障付多少看当地标准，这里没有录入，所以不算数额；请律师或者 12333 核对。', 'What the scheme pays is set locally and not loaded here, so no amount is counted: ask a lawyer or 12333.', '人社部发〔2025〕24号'),
  note('schemeNone', is('scheme', 'no'), '没有职业伤害保障的，先看平台、站点买的意外险；平台、站点或者别人有过错的，可以要求赔偿，谈不成去法院。', 'Without the scheme look first at the accident insurance that platform or station bought; whoever was at fault owes damages, in the end before the court.', '人社部发〔2021〕56号'),
  note('workUnsure', is('work', 'unsure'), '不用先弄清谁是单位：谁叫您去、谁管您、谁发钱，都写下来，可以把几家一起列为对方。', 'You need not know who the employer is: write down who called you, who manages and who pays; several can be named together.', '人社部发〔2021〕56号; 解释二 Art 1-2'),
  note('partTime', PART_TIME, '非全日制用工：工资最长十五天结一次，不得约定试用期；双方随时可以不干，没有经济补偿；可以只有口头约定。', 'Part-time: pay at least every fifteen days, no probation; either side may end it at any time without compensation; a spoken agreement is enough.', '劳动合同法 Art 68-72'),
  note('partTimeBeyond', is('partTimeHours', 'beyond'), '实际时间经常超过每天四小时、每周二十四小时的，不算非全日制，劳动法全部适用。', 'Who in fact often works more than 4 hours a day or 24 a week is not part-time: all of labour law applies.', '劳动合同法 Art 68'),
  note('partTimeUnsure', is('partTimeHours', 'unsure'), '每天几点到几点，先照打卡、排班、聊天记录写下来：每周超过二十四小时就不算非全日制，能要的多得多。', 'Write down the hours of each day from clock-ins, rosters and chats: above 24 a week it is not part-time and much more is due.', '劳动合同法 Art 68'),
  note('endUnsure', is('stillEmployed', 'unsure'), '没有书面辞退，先书面问单位是不是还要您上班、工资怎么发，留好记录；期限先从最后一天上班算起，稳妥。', 'Without a notice ask the employer in writing whether you are to work and how you are paid, and keep it; to be safe periods are counted from the last day of work.', '劳动合同法 Art 50; 工资支付暂行规定 Art 12'),
  note('dispatched', is('work', 'dispatched'), '派遣公司和用工单位一起当被申请人；用工单位造成损害的，两家一起承担。', 'Agency and user are co-respondents; for harm done by the user both are liable.', '劳动争议调解仲裁法 Art 22; 劳动合同法 Art 92'),
  note('dispatchEqual', is('work', 'dispatched'), '派遣工与用工单位同岗位的人同工同酬；加班费、奖金由用工单位付。', 'Equal pay for the same post; the user pays overtime and bonuses.', '劳动合同法 Art 62, 63'),
  note('pregnant', any(is('protection', 'pregnant'), is('matters', 'baby')), '怀孕、产假、哺乳期内，单位不能用“不胜任、情况变化、裁员”辞退您，合同到期也要顺延。', 'In pregnancy, maternity and nursing no dismissal for incapacity, changed circumstances or layoff; a fixed term runs on.', '劳动合同法 Art 42, 45; 妇女权益保障法 Art 48'),
  note('noOvertime', is('babyTrouble', 'work'), '怀孕七个月以上和哺乳期，不得安排加班和夜班。', 'No overtime or night work from the seventh month and while nursing.', '女职工劳动保护特别规定 Art 6, 9'),
  note('nursingTime', is('babyTrouble', 'nursing'), '产检算上班时间；每天有一小时哺乳时间，多胞胎每多一个加一小时。', 'Ante-natal checks are working time; one hour of nursing a day, one more for each extra baby.', '女职工劳动保护特别规定 Art 6, 9'),
  note('maternityPay', is('babyTrouble', 'pay'), '参加生育保险的由基金按单位上年度月平均工资发；没参加的由单位按产假前工资付。', "Insured: the fund pays at the employer's average of last year; not insured: the employer pays the wage before the leave.", '女职工劳动保护特别规定 Art 8'),
  note('payCut', is('babyTrouble', 'cut'), '不得因为怀孕、生育、哺乳降低工资。', 'No pay cut for pregnancy, birth or nursing.', '女职工劳动保护特别规定 Art 5'),
  note('overAge', OVER_AGE, '超过退休年龄也有最低工资、加班费和工伤保障；没有经济补偿和赔偿金。', 'Past retirement age there are minimum wage, overtime pay and injury insurance, but no N or 2N.', '超龄规定 Art 9, 11, 15'),
  note('lateRetirement', is('retirement', 'late'), '约定延迟退休的，劳动法律全部适用。', 'With an agreed later retirement all of labour law applies.', '超龄规定 Art 23'),
  note('overAgeSpan', is('overAgeSince', 'unsure'), '2026年7月1日以后的部分可以在这里调解、仲裁；以前的部分双方同意也可以调解，谈不成去法院。', 'What happened from 1 July 2026 on can be mediated and arbitrated; what came before can be mediated if both agree, else the court decides.', '超龄规定 Art 19'),
  note('retirementUnsure', is('retirement', 'unsure'), '法定退休年龄从2025年起逐步推迟，按出生年月查，可以问 12333。没到年龄的，劳动法全部适用；到了的，只有报酬、休息、安全、工伤走仲裁。', 'The retirement age rises step by step from 2025 and follows the month of birth: ask 12333. Before it all of labour law applies; after it only pay, rest, safety and injury go to arbitration.', '超龄规定 Art 19, 23'),
  note('childGuardian', CHILD, '由父母等监护人代为申请；干了活的工钱照样要付。', 'A parent or guardian applies; what was earned is due all the same.', '劳动争议调解仲裁法 Art 25'),
  note('minor', is('age', 'minor'), '十六、十七岁不能下矿井、干有毒有害和最重的活，单位要定期安排体检。', 'At 16 and 17 no mines, toxic or heaviest work, and regular health checks.', '劳动法 Art 58, 64, 65'),
  note('institution', is('work', 'institution'), '事业单位聘用人员的争议也走劳动人事仲裁，另有规定的从其规定。', 'Contract staff of public institutions arbitrate too, unless other rules provide.', '劳动争议调解仲裁法 Art 52'),
  note('representatives', all(is('people', 'many'), is('commonClaim', 'yes')), '十人以上同一请求，可以推举三到五名代表，优先立案；和解、放弃请求要被代表的人同意。', 'Ten or more with one claim may elect three to five representatives and are filed first; settling needs the consent of all.', '劳动争议调解仲裁法 Art 7; 办案规则 Art 5, 62-63'),
  note('electing', all(is('people', 'many'), is('commonClaim', 'yes')), '怎么推举：先列一张名单，写上每个人的姓名、电话、要求的金额，本人签名；再一起推举代表，写一份推举代表人证明书，大家签名；由代表来申请，名单和证明书当作证据传上来。', 'How to elect: make a list with each name, telephone, amount and signature; elect the representatives together and have all sign the paper of election; the representatives file, with list and paper as evidence.', '劳动争议调解仲裁法 Art 7; 办案规则 Art 5'),
  note('commonUnsure', is('commonClaim', 'unsure'), '先各自写下要什么、要多少，一样的可以一起申请、推举代表，不一样的分开。', 'First each writes down what and how much; those with the same wish may apply together and elect representatives, the others apart.', '劳动争议调解仲裁法 Art 7'),
  note('separately', all(is('people', 'many'), is('commonClaim', 'no')), '要求不一样的，各人分别申请；工会可以一起接待、一起调解。', 'Where the wishes differ each person files; the union can receive and mediate them together.', '劳动争议调解仲裁法 Art 7'),
  note('tension', is('tension', 'yes'), '有停工或者安全风险：请马上告诉工会，由工会领导和三方机制出面；先保证人身安全。', 'A stoppage or danger: tell the union at once, its leaders and the tripartite partners step in; safety comes first.', '劳动争议调解仲裁法 Art 8'),
  note('construction', is('construction', 'yes'), '工地欠薪，总包单位先行清偿，再向分包追。', 'On building sites the general contractor pays first and recovers from the subcontractor.', '保障农民工工资支付条例 Art 28-30'),
  note('unlicensed', all(UNLAWFULLY_EMPLOYED, is('matters', 'injury', 'death', 'disease')), '没有执照的单位用工、用童工，伤了人要给一次性赔偿，不低于工伤待遇；按伤残等级算，要先做劳动能力鉴定。', 'An employer without licence, or one that put a child to work, owes a one-off compensation not below work-injury benefits; it follows the grade, so the disability must be appraised.', '工伤保险条例 Art 66; 非法用工单位伤亡人员一次性赔偿办法 Art 5-6'),
  note('founder', any(is('matters', 'unlicensed'), is('licensed', 'no')), '没有执照的，把出资人、老板本人一起列为对方；在出资人所在地也可以申请。', 'Name whoever founded or runs an employer without licence as the other side too; one may also apply at that person\'s place.', '办案规则 Art 6'),
  note('waiverVoid', is('insuranceWaiver', 'yes'), '放弃社保的承诺无效；因此离职可以要经济补偿。', 'Giving up social insurance is void; leaving for that reason brings economic compensation.', '解释二 Art 19'),
  note('insuranceLoss', is('insuranceTrouble', 'loss'), '社保补不了、待遇拿不到的，损失由单位赔。', 'Where insurance cannot be made up, the employer pays for what is lost.', '解释一 Art 1'),
  note('commuteFault', any(is('where', 'commuteFault'), is('where', 'else')), '这种情况不一定算工伤，请让律师看事故责任认定书。', 'This may not count as a work injury: let a lawyer see the accident finding.', '工伤保险条例 Art 14-16'),
  note('employerLate', is('recognition', 'no', 'unsure'), '单位三十日内不申请工伤认定的，您、近亲属或者工会可以在一年内申请；这期间的费用由单位负担。', 'If the employer does not apply in 30 days, you, relatives or the union may within a year; it bears the costs of the delay.', '工伤保险条例 Art 17'),
  note('recognitionUnsure', is('recognition', 'unsure'), '别只听单位说：带身份证到当地人社局工伤科查有没有受理。没有的，您自己在一年内申请。', 'Do not rely on the employer: ask at the authority, with your identity card, whether it was accepted. If not, apply yourself within the year.', '工伤保险条例 Art 17'),
  note('flexibleHours', is('hoursSystem', 'comprehensive', 'flexible'), '综合计算、不定时工时的加班费算法不同，各省也不一样，请律师复核。', 'Comprehensive and flexible hours are counted differently, and by province: let a lawyer check.', '劳动法 Art 39; 工资支付暂行规定 Art 13'),
  note('restTrouble', is('restTrouble', 'noRestDay', 'tooLong'), '每周至少休息一天；加班每天最多三小时、每月三十六小时。可以同时向劳动监察投诉。', 'At least one day off a week; overtime at most 3 hours a day and 36 a month. The labour inspectorate can be told too.', '劳动法 Art 38, 41'),
  note('noFault', is('ending', 'agreedSelf', 'quitOwn', 'refusedRenewal'), '自己提出走，或者不接受原条件续签，一般没有经济补偿；工资、加班费、年休假照样可以要。', 'Leaving of your own accord or refusing the same terms brings no compensation as a rule; wages, overtime and leave are still due.', '劳动合同法 Art 46'),
  note('fine', is('deductionWhy', 'fine'), '罚款没有合同或者合法规章作依据的，可以要求退还。', 'A fine without basis in the contract or lawful rules can be claimed back.', '工资支付暂行规定 Art 15-16'),
  note('ncUnpaid', is('ncUnpaid', 'yes'), '三个月不给补偿的，可以要求解除竞业限制。', 'After three months without pay you may cancel the clause.', '解释一 Art 38'),
  note('trainingFault', is('trainingLeave', 'yes'), '因为单位的过错离职，不用付违约金。', "Leaving for the employer's fault, you owe no penalty.", '实施条例 Art 26'),
  note('changeConsent', is('consented', 'no'), '改合同要双方书面同意；没同意可以要求按原来的条件。', 'A change needs the written consent of both; without it you may insist on the old terms.', '劳动合同法 Art 35'),
  note('unequal', is('matters', 'unequal'), '歧视和性骚扰可以在这里调解，也可以去法院；请先把证据留好，工会可以安排女性工作人员。', 'Discrimination and harassment can be mediated or taken to court; keep the evidence, and a woman of the union can attend.', '妇女权益保障法 Art 43'),
  note('paymentOrder', is('stage', 'agreed'), '调解协议约定了付钱、单位没付的，可以向法院申请支付令。', 'When an agreement on pay is not kept, a payment order can be asked of the court.', '劳动争议调解仲裁法 Art 16'),
  note('legalAid', all(is('matters', 'wages', 'injury', 'death', 'disease', 'relation'), not(is('stage', 'agreed'))), '讨薪、工伤赔偿可以申请免费法律援助，农民工不用证明经济困难。', 'For wages and injury legal aid is free; migrant workers need not show hardship.', '法律援助法 Art 31, 42'),
];
