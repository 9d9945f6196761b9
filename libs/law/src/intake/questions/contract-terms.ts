import { is, not, all } from '../condition.js';
import { askNumber, askYuan, choose, option, YES_NO_UNSURE, type Question } from '../question.js';
import { PART_TIME } from './who.js';

const PROBATION = is('matters', 'probation');
const NONCOMPETE = is('matters', 'noncompete');
const TRAINING = is('matters', 'training');

export const CONTRACT_QUESTIONS: readonly Question[] = [
  choose('contractTerm', '合同签了多久？', 'How long is the contract?', [
    option('fixed', '有固定期限', 'For a fixed term'),
    option('open', '没有固定期限（一直干）', 'Open-ended'),
    option('none', '没签，或者不知道', 'None, or not known'),
  ], { when: all(PROBATION, not(PART_TIME)) }),
  askNumber('contractMonths', '一共几个月？', 'How many months?', { most: 600, when: is('contractTerm', 'fixed') }),
  askNumber('probationAgreed', '约定试用期几个月？', 'Months of probation agreed?', { most: 600, when: PROBATION }),
  askNumber('probationServed', '试用期已经干了几个月？', 'Months of probation served?', { most: 600, when: PROBATION }),
  askYuan('wageAfterProbation', '转正后月工资多少？', 'Monthly wage after probation?', { when: PROBATION }),

  choose('insuranceTrouble', '社保是哪种情况？', 'What about the insurance?', [
    option('never', '从来没交过', 'Never paid'),
    option('short', '交了，但时间短或者基数低', 'Paid, but too short or on too low a wage'),
    option('unsure', '不清楚交没交、交了多少', 'Not sure whether or how much was paid'),
    option('loss', '因为没交，医疗、生育、失业等待遇拿不到了', 'Benefits are lost because it was not paid'),
  ], { when: is('matters', 'insurance') }),
  choose('insuranceWaiver', '签过自愿放弃社保之类的东西吗？', 'Did you sign that you give it up?', YES_NO_UNSURE, { when: is('matters', 'insurance'), help: ['签了也不算数。', 'It is void even if signed.'] }),

  askYuan('ncAgreedMonthly', '说好每个月给多少补偿？没说好就选不知道。', 'Agreed pay a month? Choose "not known" if nothing was agreed.', { when: NONCOMPETE }),
  askNumber('ncMonths', '已经遵守了几个月？', 'Months you have kept it?', { most: 600, when: NONCOMPETE }),
  choose('ncReleased', '单位提前说不用再遵守了吗？', 'Did the employer end it early?', YES_NO_UNSURE, { when: NONCOMPETE }),
  choose('ncUnpaid', '因为单位的原因，三个月没给补偿了吗？', 'Has the employer not paid for three months?', YES_NO_UNSURE, { when: all(NONCOMPETE, not(is('ncReleased', 'yes'))) }),

  askYuan('trainingCost', '单位为培训花了多少？', 'What did the training cost the employer?', { when: TRAINING }),
  askYuan('agreedPenalty', '约定的违约金是多少？', 'Which penalty was agreed?', { when: TRAINING }),
  askNumber('serviceMonths', '约定要干满几个月？', 'Months of service agreed?', { most: 600, when: TRAINING }),
  askNumber('servedMonths', '已经干了几个月？', 'Months served?', { most: 600, when: TRAINING }),
  choose('trainingLeave', '是因为单位欠薪、不交社保等才走的吗？', 'Did you leave because of unpaid wages, no insurance or the like?', YES_NO_UNSURE, { when: TRAINING }),

  choose('papersWhat', '单位扣着什么？', 'What is being kept?', [
    option('deposit', '押金、服装费', 'A deposit'),
    option('papers', '身份证、资格证', 'ID or certificates'),
    option('file', '离职证明、档案、社保转移', 'Leaving certificate, file, insurance transfer'),
  ], { when: is('matters', 'papers') }),
  askYuan('deposit', '押金多少钱？', 'How much is the deposit?', { when: is('papersWhat', 'deposit') }),

  choose('changeWhat', '单位改了什么？', 'What did the employer change?', [
    option('post', '岗位', 'The post'),
    option('pay', '工资', 'The pay'),
    option('place', '工作地点', 'The place of work'),
    option('terms', '别的条件', 'Other terms'),
  ], { when: is('matters', 'transfer') }),
  choose('consented', '您同意了吗？', 'Did you agree?', YES_NO_UNSURE, { when: is('matters', 'transfer') }),
];
