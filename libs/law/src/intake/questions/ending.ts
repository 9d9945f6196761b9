import { all, any, is } from '../condition.js';
import { askNumber, askYuan, choose, chooseMany, option, YES_NO_UNSURE, type Question } from '../question.js';
import { FULLY_COVERED } from './who.js';

const ENDED = all(is('matters', 'ended', 'layoff'), FULLY_COVERED);
const DISMISSED = is('ending', 'dismissed', 'forced');

export const ENDING: readonly Question[] = [
  choose('ending', '工作是怎么结束的？', 'How did the work end?', [
    option('dismissed', '单位辞退我', 'The employer dismissed me'),
    option('forced', '没明说，但不让我上班了', 'Not said, but I am kept from working'),
    option('agreedEmployer', '单位先提出来，双方谈好的', 'By agreement; the employer proposed it'),
    option('agreedSelf', '我先提出来，双方谈好的', 'By agreement; I proposed it'),
    option('quitFault', '单位欠薪、不交社保等，我才走的', 'I left because of unpaid wages, no insurance or the like'),
    option('quitOwn', '我自己的原因走的', 'I left for reasons of my own'),
    option('notRenewed', '合同到期，单位不续，或者条件变差', 'The contract expired and was not renewed on the same terms'),
    option('refusedRenewal', '合同到期，单位按原条件续，我没同意', 'The contract expired and I refused the same terms'),
    option('closed', '单位关门、破产、被吊销', 'The employer closed, went bankrupt or lost its licence'),
    option('layoff', '裁员', 'A layoff'),
    option('unsure', '说不清算哪一种', 'Not sure which it is'),
  ], { when: ENDED }),
  choose('dismissReason', '单位给的理由是什么？', 'What reason did the employer give?', [
    option('none', '没给理由', 'None'),
    option('misconduct', '说我严重违反规章、失职', 'Serious breach of the rules'),
    option('unfit', '说我干不了（不胜任）', 'Not up to the work'),
    option('ill', '说我病假休完还不能干', 'Still unable to work after sick leave'),
    option('changed', '说情况变了、岗位没了', 'Circumstances changed, the post is gone'),
    option('probation', '说我试用期不合格', 'Failed probation'),
    option('unsure', '说了，但我说不清', 'It was said, but I am not sure what'),
  ], { when: DISMISSED }),
  choose('notice', '提前三十天书面通知了吗？', 'Was written notice given 30 days before?', YES_NO_UNSURE, { when: is('dismissReason', 'unfit', 'ill', 'changed') }),
  askYuan('lastMonthWage', '走之前那个月的工资是多少？', 'Wage of the month before the end?', { when: is('notice', 'no') }),
  chooseMany('protection', '当时有下面的情况吗？', 'Did any of these apply then?', [
    option('pregnant', '怀孕、产假或者哺乳期', 'Pregnancy, maternity or nursing'),
    option('treated', '生病或者受伤，还在医疗期内', 'Ill or hurt, within the medical period'),
    option('disabled', '在本单位得职业病或者工伤，丧失劳动能力', 'Disabled by an injury or disease of this work'),
    option('none', '都没有', 'None of these'),
  ], { when: any(DISMISSED, is('ending', 'layoff', 'notRenewed')) }),
  choose('unionTold', '单位有工会的话，辞退前通知工会了吗？', 'If there is a union, was it told before?', [
    option('yes', '通知了', 'Yes'),
    option('no', '没通知', 'No'),
    option('unsure', '没有工会，或者不清楚', 'No union, or not known'),
  ], { when: DISMISSED }),
  choose('wish', '您想要什么？', 'What do you want?', [
    option('money', '要赔偿', 'Money'),
    option('back', '想回去上班', 'My job back'),
    option('unsure', '还没想好', 'Not decided yet'),
  ], { when: DISMISSED }),
  askNumber('staff', '单位一共多少职工？', 'How many employees are there in all?', { most: 1_000_000, when: is('matters', 'layoff') }),
  askNumber('laidOff', '这次要裁多少人？', 'How many are to go?', { most: 1_000_000, when: is('matters', 'layoff') }),
  choose('layoffNotice', '提前三十天跟工会或者全体职工说明过吗？', 'Were union or staff told 30 days before?', YES_NO_UNSURE, { when: is('matters', 'layoff') }),
];
