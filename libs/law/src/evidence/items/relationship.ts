import { all, any, is, not } from '../../intake/condition.js';
import { CHILD } from '../../intake/questions/who.js';
import { core, employers, helpful, type EvidenceItem } from '../item.js';

const NO_CONTRACT = is('contract', 'no', 'unsure');
const WORKED: readonly [string, string] = ['在这家单位干活', 'that you worked for this employer'];

/** In every dispute: who you are and that you worked there. Without a contract what stands in for it comes first. */
export const RELATIONSHIP: readonly EvidenceItem[] = [
  core('id', ['身份证', 'ID card'], ['您是谁', 'who you are']),
  core('contract', ['劳动合同、录用通知', 'contract or offer'], ['劳动关系、岗位、约定的工资', 'employment, post and agreed wage'], { when: not(NO_CONTRACT) }),
  core('payLines', ['工资银行流水、微信或者支付宝转账记录', 'bank lines, WeChat or Alipay transfers of the pay'], ['谁给您发工资、发了多少、从什么时候开始', 'who paid you, how much and since when']),
  core('workCard', ['工牌、工作服、门禁卡', 'work card, uniform, door card'], WORKED, { when: NO_CONTRACT }),
  core('attendance', ['考勤打卡、排班的截图', 'screenshots of clock-ins and rosters'], ['受单位管理、哪些天在上班', 'that you were managed, and on which days you worked'], { when: NO_CONTRACT }),
  core('workChats', ['工作群、派活的聊天记录，工作邮件', 'chats and mails in which work is given'], ['谁安排您干活', 'who gave you the work'], { when: NO_CONTRACT }),
  core('colleagues', ['同事的书面证言和联系方式', 'written statements and contacts of colleagues'], WORKED, { when: NO_CONTRACT }),
  helpful('workCardToo', ['工牌、考勤截图、工作群聊天', 'work card, attendance screenshots, work chats'], WORKED, { when: not(NO_CONTRACT) }),
  helpful('insuranceRecord', ['社保缴费记录、个税App记录', 'social-insurance and tax records'], ['谁是用人单位、干了多久', 'who the employer is and for how long'], { when: not(is('insured', 'no')) }),
  helpful('taxRecord', ['个人所得税App里的任职受雇信息', 'employer entry in the tax app'], ['谁申报了您的工资', 'who declared your wage'], { when: is('insured', 'no') }),
  helpful('jobAd', ['招聘信息、面试和入职通知的聊天', 'job advertisement, chats on interview and start'], ['入职时间和谈好的条件', 'the start and the terms'], { when: NO_CONTRACT }),
  core('siteLedger', ['工地实名制考勤、用工台账的照片，带班人的联系方式', 'real-name attendance and site ledgers, contact of the foreman'], ['在哪个工地、跟谁干、干了多少', 'on which site, for whom and how much'], { when: is('construction', 'yes') }),
  core('hoursWorked', ['每天几点到几点、小时工资多少的记录', 'the hours of each day and the hourly wage'], ['干了多少小时，是不是非全日制', 'how many hours, and whether it is part-time'], { when: is('work', 'parttime') }),
  core('founder', ['出资人、老板的姓名、电话、收款账户', 'name, phone and account of whoever founded or runs it'], ['向谁要、谁承担', 'who owes it'], { when: any(is('licensed', 'no'), is('matters', 'unlicensed')) }),
  core('childAge', ['出生证明、户口本，监护人的身份证', 'birth certificate or household register, ID of the guardian'], ['干活时不满十六岁、谁代为申请', 'that the worker was under 16, and who applies'], { when: CHILD }),
  employers('staffFiles', ['劳动合同文本、职工名册、工资表、考勤记录', 'contract, staff register, payroll, attendance'], ['用工起止、工资和出勤', 'dates of employment, pay and attendance']),
  employers('rules', ['规章制度，以及怎么公布的', 'the rules and how they were published'], ['规矩是不是合法、您知不知道', 'whether the rules are valid and were known'], { types: ['UNLAWFUL_TERMINATION', 'WAGE_DEDUCTION', 'CONTRACT_TERMS', 'SICK_LEAVE_PAY'] }),
  helpful('businessRecord', ['单位的工商登记信息（企业信用网可查）', 'the company register entry'], ['告谁：单位的准确名称', 'the exact name of the other side'], { when: all(NO_CONTRACT, not(is('licensed', 'no'))) }),
];
