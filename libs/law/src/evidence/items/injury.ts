import { any, is } from '../../intake/condition.js';
import { UNLAWFULLY_EMPLOYED } from '../../intake/questions/matters.js';
import { core, employers, helpful, type EvidenceItem } from '../item.js';

const INJURY = ['WORK_INJURY', 'WORK_DEATH', 'RIDER_INJURY'] as const;
const HEALTH = ['WORK_INJURY', 'WORK_DEATH', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'] as const;

export const INJURY_ITEMS: readonly EvidenceItem[] = [
  core('accident', ['事故的时间、地点、经过，现场照片、视频', 'time, place and course, pictures and video'], ['因工作受伤', 'that it came from the work'], { types: INJURY }),
  core('trafficFinding', ['交警的责任认定书', 'the traffic police finding'], ['主要责任不在您', 'that it was not mainly your fault'], { types: INJURY, when: is('where', 'commute', 'commuteFault') }),
  helpful('witnesses', ['目击者、同事的证言，报警、急救记录', 'witnesses, police and ambulance records'], ['事故经过', 'how it happened'], { types: INJURY }),
  core('hospital', ['急诊和住院病历、诊断证明', 'emergency and hospital records, diagnosis'], ['伤到什么程度', 'how severe it is'], { types: HEALTH }),
  core('diseaseDiagnosis', ['职业病诊断证明', 'diagnosis of the occupational disease'], ['是职业病', 'that it is one'], { types: ['OCCUPATIONAL_DISEASE'] }),
  helpful('exposure', ['接触粉尘、噪声、毒物的岗位记录', 'post with dust, noise or poison'], ['病从工作来', 'that the work caused it'], { types: ['OCCUPATIONAL_DISEASE'] }),
  core('recognition', ['工伤认定决定书', 'recognition as a work injury'], ['认定为工伤', 'that it is recognised'], { types: HEALTH, when: is('recognition', 'yes') }),
  core('grade', ['劳动能力鉴定结论', 'conclusion of the appraisal'], ['伤残等级', 'the grade'], { types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE'], when: any(is('recognition', 'yes'), UNLAWFULLY_EMPLOYED) }),
  core('receipts', ['医疗费、交通费票据和清单', 'receipts and lists of costs'], ['花了多少', 'what it cost'], { types: HEALTH }),
  core('wageBefore', ['受伤前十二个月的工资记录', 'pay of the twelve months before'], ['待遇的基数', 'the base of the benefits'], { types: HEALTH }),
  core('restNotes', ['医院开的休息证明', 'certificates of rest'], ['停工留薪期多长', 'how long the time away was'], { types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE'] }),
  helpful('paidAlready', ['单位已付款的记录', 'what the employer has paid'], ['还差多少', 'what is still open'], { types: HEALTH }),
  core('deathPapers', ['死亡证明、亲属关系和受供养的证明', 'death certificate, kinship and dependence'], ['谁可以领待遇', 'who may claim'], { types: ['WORK_DEATH'] }),
  employers('accidentReport', ['事故报告、安全培训记录', 'accident report, safety training'], ['事故经过和责任', 'course and fault'], { types: HEALTH }),
  employers('insuranceAndBase', ['工伤保险缴费和基数', 'insurance and contribution base'], ['谁来付、按多少付', 'who pays and on what base'], { types: HEALTH }),

  core('orderAtAccident', ['出事时的订单、App轨迹和在线记录', 'order and app trace at the time'], ['出事时在接单干活', 'that you were on an order'], { types: ['RIDER_INJURY'] }),
  core('platformRules', ['排班、考勤、罚款、派单的规则和截图', 'rules on shifts, attendance, fines, orders'], ['平台怎么管您', 'how you were managed'], { types: ['RIDER_INJURY', 'PLATFORM_WORK', 'EMPLOYMENT_RELATION'], when: is('work', 'platform') }),
  core('orderPay', ['接单、收入、提现记录，谁打的款', 'orders, income, withdrawals, who paid'], ['报酬怎么算、谁发的', 'how and by whom you were paid'], { types: ['RIDER_INJURY', 'PLATFORM_WORK', 'EMPLOYMENT_RELATION'], when: is('work', 'platform') }),
  helpful('occupationalInsurance', ['App里的职业伤害保障、保险页面', 'injury scheme and insurance pages of the app'], ['可以从哪里赔', 'who covers it'], { types: ['RIDER_INJURY'] }),
  core('schemeClaim', ['App里职业伤害申报的页面、编号和答复', 'page, number and answer of the claim in the app'], ['申报过、到哪一步', 'that it was claimed, and how far it is'], { types: ['RIDER_INJURY'], when: is('scheme', 'yes', 'unsure') }),
  helpful('stationManager', ['站长、站点的聊天和名称', 'chats with the station, its name'], ['管您的是谁', 'who managed you'], { types: ['RIDER_INJURY', 'PLATFORM_WORK', 'EMPLOYMENT_RELATION'], when: is('work', 'platform') }),
  employers('dispatchData', ['派单和管理数据、合作协议、保险', 'dispatch and control data, agreement, insurance'], ['管理到什么程度', 'how close the management is'], { types: ['RIDER_INJURY', 'PLATFORM_WORK'] }),
  core('banAndFines', ['扣单、封号的通知和申诉记录', 'notices of fines or bans, appeals'], ['平台做了什么、说法是什么', 'what the platform did and said'], { types: ['PLATFORM_WORK'], when: is('matters', 'platformRules') }),
];
