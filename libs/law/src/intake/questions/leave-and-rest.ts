import { is } from '../condition.js';
import { askNumber, askYuan, choose, chooseMany, option, YES_NO_UNSURE, type Question } from '../question.js';

const SICK = is('matters', 'sick');
const LEAVE = is('matters', 'leave');

export const LEAVE_AND_REST: readonly Question[] = [
  askNumber('workYears', '从参加工作算起，一共工作多少年？（所有单位加起来）', 'Years of work in all, for all employers?', { most: 80, when: is('matters', 'leave', 'sick') }),
  askNumber('employerYears', '其中在这家单位多少年？', 'How many of these with this employer?', { most: 80, when: SICK }),
  askYuan('sickPaid', '病假期间每个月发多少？', 'How much was paid a month while sick?', { when: SICK }),
  askNumber('sickMonths', '这样发了几个月？', 'For how many months?', { most: 600, when: SICK }),

  choose('leaveYear', '没休的是哪一年的年休假？', 'Which year is the leave of?', [
    option('full', '在这家干满一整年的年份', 'A year worked in full here'),
    option('hired', '入职那一年', 'The year of hiring'),
    option('left', '离职那一年', 'The year of leaving', is('stillEmployed', 'no', 'unsure')),
  ], { when: LEAVE }),
  askNumber('leaveUsed', '那一年已经休了几天？', 'Days taken in that year?', { most: 366, when: LEAVE }),
  choose('leaveWaived', '您书面写过自己不休吗？', 'Did you decline it in writing?', YES_NO_UNSURE, { when: LEAVE }),
  askYuan('wageExclOvertime', '平均月工资，不算加班费是多少？', 'Average monthly wage without overtime pay?', { when: LEAVE }),
  askNumber('yearSickMonths', '那一年一共休了几个月病假？', 'Months of sick leave in that year?', { most: 12, when: LEAVE }),

  chooseMany('babyTrouble', '是哪方面的事？', 'What about?', [
    option('leave', '产假天数', 'Days of maternity leave'),
    option('pay', '产假工资、生育津贴', 'Maternity pay or allowance'),
    option('cut', '因为怀孕、生育降薪调岗', 'Pay cut or moved for it'),
    option('work', '怀孕七个月以上或者哺乳期还安排加班、夜班', 'Overtime or nights from the seventh month or while nursing'),
    option('nursing', '产检、哺乳时间不给', 'No time for checks or nursing'),
  ], { when: is('matters', 'baby') }),
  choose('birth', '孩子出生了吗？', 'Is the child born?', [
    option('expecting', '还没生', 'Not yet'),
    option('born', '生了', 'Yes'),
    option('miscarried', '流产了', 'A miscarriage'),
  ], { when: is('babyTrouble', 'leave') }),
  askNumber('babies', '生了几个？', 'How many babies?', { most: 10, when: is('birth', 'born') }),
  choose('dystocia', '是难产或者剖宫产吗？', 'Was it a difficult birth or a caesarean?', YES_NO_UNSURE, { when: is('birth', 'born') }),
  askNumber('miscarriedAt', '怀孕几个月时流产的？', 'At how many months?', { most: 10, when: is('birth', 'miscarried') }),
  choose('restTrouble', '单位怎么安排休息的？', 'What about rest?', [
    option('noRestDay', '一周一天都不休', 'Not one day off a week'),
    option('tooLong', '每天干得太久', 'Days too long'),
    option('noHoliday', '法定节日不放假', 'No statutory holidays'),
  ], { when: is('matters', 'hours') }),
];
