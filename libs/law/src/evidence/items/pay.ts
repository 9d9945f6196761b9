import { is } from '../../intake/condition.js';
import { core, employers, helpful, type EvidenceItem } from '../item.js';

const OWED: readonly [string, string] = ['欠多少、欠了多久', 'how much is owed and since when'];

export const PAY_ITEMS: readonly EvidenceItem[] = [
  core('arrearsShown', ['欠条、工资条、对方承认欠薪的聊天或者录音', 'IOU, pay slips, chats or recordings admitting the debt'], OWED, { types: ['UNPAID_WAGES', 'PLATFORM_WORK'] }),
  helpful('wageAgreement', ['工资怎么算的约定', 'agreement on the wage'], ['应发多少', 'what was due'], { types: ['UNPAID_WAGES'] }),
  helpful('resignationForArrears', ['写明因欠薪离职的辞职信和送达记录', 'resignation naming the arrears, with delivery'], ['离职的原因', 'why you left'], { types: ['UNPAID_WAGES', 'ECON_COMPENSATION'], when: is('stillEmployed', 'no') }),
  helpful('inspectionOrder', ['劳动监察的限期支付决定', 'payment order of the inspectorate'], ['可以加付 50% 至 100%', 'the surcharge of 50% to 100%'], { types: ['UNPAID_WAGES'], when: is('ordered', 'disobeyed') }),
  employers('payroll', ['两年内的工资支付表', 'payroll of the last two years'], OWED, { types: ['UNPAID_WAGES', 'WAGE_DEDUCTION', 'SICK_LEAVE_PAY', 'COLLECTIVE'] }),

  core('clockIns', ['打卡记录、门禁记录、排班表', 'clock-ins, door logs, rosters'], ['哪天、几点加的班', 'on which day and at what time'], { types: ['OVERTIME', 'WORKING_TIME'] }),
  core('taskMessages', ['带时间的派活消息、加班审批单', 'task messages with their time, approval forms'], ['加班是单位安排的', 'that the employer ordered it'], { types: ['OVERTIME', 'WORKING_TIME'] }),
  helpful('paySlips', ['工资条', 'pay slips'], ['加班费的基数、发没发过', 'the base, and whether any was paid'], { types: ['OVERTIME'] }),
  employers('attendanceSystem', ['考勤系统记录、加班审批制度、特殊工时的批文', 'attendance system, approval rules, approval of special hours'], ['实际的工时和工时制度', 'the real hours and the system'], { types: ['OVERTIME', 'WORKING_TIME'] }),

  core('hireProof', ['证明入职日期的材料：第一笔工资、入职登记、群聊', 'proof of the first day: first pay, registration, chat'], ['二倍工资从哪天起算', 'from when the second wage counts'], { types: ['NO_CONTRACT'] }),
  core('eachMonth', ['每个月都在上班、领工资的记录', 'work and pay of each month'], ['每个月的工资是多少', 'the wage of each month'], { types: ['NO_CONTRACT'] }),
  helpful('askedToSign', ['要求签合同的聊天', 'chats asking for a contract'], ['不是您不肯签', 'that you did not refuse'], { types: ['NO_CONTRACT'] }),
  employers('signedContract', ['签过的合同、要求签合同的通知', 'any signed contract, notice asking to sign'], ['单位尽了签合同的义务', 'that the employer did its part'], { types: ['NO_CONTRACT'] }),

  core('deductionShown', ['扣款通知、扣款前后的工资条', 'deduction notice, pay slips before and after'], ['扣了多少、为什么', 'how much and why'], { types: ['WAGE_DEDUCTION'] }),
  employers('lossProof', ['损失的证明、合同里的赔偿条款', 'proof of the loss, clause in the contract'], ['损失多少、凭什么扣', 'the loss and the basis'], { types: ['WAGE_DEDUCTION'] }),
  core('depositReceipt', ['押金收据、转账记录、扣证件的聊天', 'receipt or transfer, chats on papers kept'], ['收了什么、没还', 'what was taken and not returned'], { types: ['FILE_AND_DEPOSIT'] }),
  helpful('returnDemand', ['要求返还的记录', 'your demand'], ['要过、什么时候要的', 'that and when you asked'], { types: ['FILE_AND_DEPOSIT'] }),
  employers('depositLedger', ['押金台账、档案转移单', 'deposit ledger, transfer slip of the file'], ['是否返还、是否转出', 'whether returned or transferred'], { types: ['FILE_AND_DEPOSIT'] }),
];
