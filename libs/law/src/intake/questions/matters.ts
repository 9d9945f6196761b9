import { all, any, is, named, not } from '../condition.js';
import { choose, chooseMany, option, YES_NO, YES_NO_UNSURE, type Question } from '../question.js';
import { CHILD, COVERED, FULLY_COVERED, OVER_AGE, PART_TIME, PARTLY_MANAGED } from './who.js';

const EMPLOYEE = FULLY_COVERED;
const EVEN_PART_TIME = any(FULLY_COVERED, PART_TIME);
/** Injury and death are paid for by a rule of their own (工伤保险条例 Art 66). */
export const UNLAWFULLY_EMPLOYED = named('非法用工的', 'put to work unlawfully', any(CHILD, is('matters', 'unlicensed'), is('licensed', 'no')));

export const MATTERS: readonly Question[] = [
  chooseMany('matters', '遇到了什么事？可以选好几样。', 'What is the trouble? Choose all that fit.', [
    option('wages', '工资没发、拖着不发、少发', 'Wages not paid, late or short'),
    option('overtime', '加班不给加班费', 'Overtime without overtime pay', all(not(PARTLY_MANAGED), not(PART_TIME))),
    option('hours', '不让休息、节假日不放假', 'No rest days or holidays'),
    option('injury', '干活或者上下班路上受伤', 'Hurt at work or on the way'),
    option('death', '亲人因工去世', 'A relative died through work'),
    option('disease', '干活得了职业病', 'An occupational disease'),
    option('relation', '单位或者平台说我不是它的人', 'They say I do not work for them'),
    option('noContract', '没签书面合同', 'No written contract', EVEN_PART_TIME),
    option('ended', '被辞退、被逼走，或者离职了要补偿', 'Dismissed, pushed out, or left and want compensation', any(EVEN_PART_TIME, OVER_AGE)),
    option('layoff', '单位一次裁很多人', 'Many are being laid off', EMPLOYEE),
    option('insurance', '没给交社保，或者交少了', 'No or too little social insurance', EVEN_PART_TIME),
    option('sick', '生病请假，工资给得少', 'Sick leave paid too little', EMPLOYEE),
    option('leave', '年休假没休，也没补钱', 'Annual leave neither taken nor paid', EMPLOYEE),
    option('baby', '怀孕、生孩子、喂奶期间的事', 'Pregnancy, birth or nursing', EVEN_PART_TIME),
    option('transfer', '被调岗、降薪，合同被改', 'Moved to another post, pay cut, contract changed', EMPLOYEE),
    option('probation', '试用期太长、试用期工资低', 'Probation too long or paid too little', EVEN_PART_TIME),
    option('deduction', '单位扣钱，或者要我赔钱', 'Money deducted or damages demanded of me'),
    option('noncompete', '离职后不让去同行上班（竞业限制）', 'Not allowed to work for a competitor afterwards', EMPLOYEE),
    option('training', '培训过我，走了要我赔违约金', 'A penalty for leaving after training', EMPLOYEE),
    option('papers', '押金、身份证、档案、离职证明不给我', 'Deposit, ID, file or leaving certificate kept from me', any(EVEN_PART_TIME, CHILD)),
    option('unequal', '被歧视、被性骚扰', 'Discrimination or sexual harassment', any(EVEN_PART_TIME, CHILD)),
    option('platformRules', '平台乱扣单、封号、改规则', 'Platform fines, account bans, changed rules', all(is('work', 'platform'), COVERED)),
    option('dispatch', '派遣公司和用工单位互相推', 'Agency and user each point at the other', is('work', 'dispatched')),
    option('collectiveContract', '集体合同、工资协议没照着做', 'A collective contract is not kept', EMPLOYEE),
    option('bargaining', '想谈涨工资、签集体合同，单位不谈', 'The employer will not bargain', EMPLOYEE),
    option('pension', '社保机构发的养老金、医保报销不对', 'Pension or insurance money from the agency is wrong', EVEN_PART_TIME),
    option('housingFund', '没交住房公积金', 'No housing provident fund', EVEN_PART_TIME),
    option('unlicensed', '用我的单位没有营业执照，或者执照被吊销了', 'The employer has no licence, or lost it', not(PARTLY_MANAGED)),
    option('finding', '不服工伤认定、伤残等级或者职业病诊断', 'Objecting to an injury decision, a grade or a diagnosis'),
    option('other', '别的事，或者说不清', 'Something else, or hard to say'),
  ], { when: COVERED }),
  choose('findingWhat', '不服的是哪一样？', 'Objecting to which?', [
    option('decision', '认定算不算工伤的决定', 'The decision whether it is a work injury'),
    option('grade', '伤残等级的鉴定结论', 'The disability grade'),
    option('diagnosis', '职业病诊断', 'The diagnosis of occupational disease'),
    option('unsure', '说不清是哪一样', 'Not sure which'),
  ], { when: is('matters', 'finding') }),
  choose('iou', '单位给您打欠条了吗？', 'Did the employer give you an IOU?', YES_NO, { when: is('matters', 'wages'), help: ['只为工资打的欠条可以直接去法院。', 'With an IOU for wages alone one may go to court at once.'] }),
  choose('ownerGone', '老板是不是躲起来、转走财产，或者明明有钱就是不给？', 'Is the owner hiding, moving assets away, or able to pay and refusing?', YES_NO_UNSURE, { when: is('matters', 'wages') }),
  choose('construction', '是建筑工地上的活吗？', 'Is it work on a building site?', YES_NO, { when: is('matters', 'wages') }),
  choose('licensed', '用您的单位有营业执照吗？', 'Is the employer licensed?', YES_NO_UNSURE, { when: all(is('matters', 'injury', 'death', 'disease'), not(OVER_AGE), not(PARTLY_MANAGED), not(CHILD), not(is('matters', 'unlicensed'))) }),
];
