import { all, any, is, not } from '../condition.js';
import { askNumber, askYuan, choose, chooseMany, option, YES_NO_UNSURE, type Question } from '../question.js';
import { FULLY_COVERED, PART_TIME, PARTLY_MANAGED } from './who.js';

const DEDUCTED = is('matters', 'deduction');

export const PAY: readonly Question[] = [
  chooseMany('wageTrouble', '工资是哪种情况？', 'What is wrong with the wages?', [
    option('unpaid', '没发、欠着、少发', 'Not paid, owed, or short'),
    option('belowMinimum', '发了，但比当地最低工资还低', 'Paid, but below the local minimum wage', all(not(PARTLY_MANAGED), not(PART_TIME))),
    option('belowHourly', '按小时发，但比当地小时最低工资还低', 'Paid by the hour, below the local hourly minimum', PART_TIME),
  ], { when: is('matters', 'wages') }),
  askYuan('arrears', '一共欠您多少钱？', 'How much is owed in all?', { when: is('wageTrouble', 'unpaid') }),
  choose('ordered', '劳动监察下过限期支付的通知吗？', 'Has the labour inspectorate ordered payment by a date?', [
    option('no', '没有', 'No'),
    option('disobeyed', '下过，单位到期没付', 'Yes, and it was not obeyed'),
    option('obeyed', '下过，已经付了', 'Yes, and it was paid'),
    option('unsure', '不清楚', 'Not sure'),
  ], { when: all(is('wageTrouble', 'unpaid'), any(FULLY_COVERED, PART_TIME)) }),
  askYuan('lowPaid', '每个月实际发多少？（不算加班费）', 'How much was paid a month, without overtime pay?', { when: is('wageTrouble', 'belowMinimum') }),
  askNumber('lowMonths', '这样发了几个月？', 'For how many months?', { most: 600, when: is('wageTrouble', 'belowMinimum') }),

  choose('hoursSystem', '单位实行什么工时？', 'Which working hours apply?', [
    option('standard', '正常上下班，或者不清楚', 'Ordinary hours, or not known'),
    option('comprehensive', '经批准的综合计算工时', 'Comprehensive hours, approved'),
    option('flexible', '经批准的不定时工时', 'Flexible hours, approved'),
  ], { when: is('matters', 'overtime') }),
  askNumber('weekdayHours', '平时（上班日）一共加了多少小时班？', 'Overtime on working days, hours in all?', { most: 10_000, when: is('matters', 'overtime'), help: ['每天超过8小时的部分。', 'The hours beyond 8 a day.'] }),
  askNumber('restDayHours', '周末休息日一共加了多少小时？', 'Hours worked on rest days in all?', { most: 10_000, when: is('matters', 'overtime') }),
  askNumber('restDayCompLeaveHours', '其中补休过多少小时？', 'How many of these were given back as time off?', { most: 10_000, when: is('matters', 'overtime') }),
  askNumber('statutoryHolidayHours', '春节、国庆等法定节日一共加了多少小时？', 'Hours worked on statutory holidays in all?', { most: 10_000, when: is('matters', 'overtime'), help: ['法定节日的加班费不能用补休代替。', 'Time off does not replace the pay for statutory holidays.'] }),
  choose('overtimeProof', '加班有记录吗？打卡、排班、聊天都算。', 'Is there any record: clock-ins, rosters, chats?', [
    option('all', '都有', 'For all of it'),
    option('some', '有一部分', 'For some'),
    option('none', '没有，在单位手里', 'No, the employer has it'),
  ], { when: is('matters', 'overtime') }),

  choose('deductionWhy', '为什么扣钱或者要您赔？', 'Why the deduction or demand?', [
    option('loss', '说我造成了损失', 'They say I caused a loss'),
    option('fine', '罚款', 'A fine'),
    option('other', '没说清楚', 'Not said clearly'),
  ], { when: DEDUCTED }),
  askYuan('lossClaimed', '单位说损失多少？', 'How large is the loss they claim?', { when: is('deductionWhy', 'loss') }),
  askYuan('deductedTotal', '一共扣了多少？', 'How much was deducted in all?', { when: DEDUCTED }),
  choose('deductionBasis', '合同里写了可以这样扣吗？', 'Does the contract allow it?', YES_NO_UNSURE, { when: DEDUCTED }),
];
