import { all, any, is, not } from '../condition.js';
import { askDate, askNumber, askYuan, choose, option, YES_NO_UNSURE, type Question } from '../question.js';
import { UNLAWFULLY_EMPLOYED } from './matters.js';
import { PARTLY_MANAGED } from './who.js';

const HURT = is('matters', 'injury', 'disease', 'death');
const LIVES = all(is('matters', 'injury', 'disease'), not(is('matters', 'death')));
/** The scheme for platform workers takes the place of work-injury insurance. */
const BY_THE_SCHEME = all(PARTLY_MANAGED, is('matters', 'injury', 'death'));
const GRADED = any(...'1 2 3 4 5 6 7 8 9 10'.split(' ').map((grade) => is('grade', grade)));

export const INJURY: readonly Question[] = [
  choose('where', '在哪儿、怎么受伤的？', 'Where and how did it happen?', [
    option('work', '上班时间、干活时', 'At work, in working time'),
    option('trip', '因公外出', 'On a trip for work'),
    option('commute', '上下班路上出车祸，主要责任不在我', 'Traffic accident on the way, not mainly my fault'),
    option('commuteFault', '上下班路上出车祸，主要责任在我', 'Traffic accident on the way, mainly my fault'),
    option('else', '别的情况', 'Otherwise'),
  ], { when: is('matters', 'injury') }),
  askDate('hurtOn', '哪天出的事，或者哪天诊断为职业病？', 'Date of the accident or of the diagnosis?', { when: HURT }),
  choose('recognition', '工伤认定走到哪一步了？', 'How far is the recognition as a work injury?', [
    option('no', '还没申请', 'Not applied for'),
    option('applied', '申请了，还没结果', 'Applied for, no decision'),
    option('yes', '认定是工伤', 'Recognised'),
    option('refused', '说不是工伤', 'Refused'),
    option('unsure', '不清楚，单位说在办', 'Not sure, the employer says it is under way'),
  ], { when: all(HURT, not(PARTLY_MANAGED)) }),
  askDate('recognitionAcceptedOn', '工伤认定申请哪天受理的？', 'When was the application accepted?', { when: is('recognition', 'applied') }),
  askDate('decisionOn', '认定决定书哪天拿到的？', 'When did the decision arrive?', { when: any(is('recognition', 'refused'), is('findingWhat', 'decision')) }),
  choose('grade', '伤残鉴定几级？', 'Which disability grade?', [
    option('none', '还没鉴定', 'Not graded yet'),
    option('applied', '申请了，还没结论', 'Applied for, no conclusion'),
    ...Array.from({ length: 10 }, (_, i) => option(String(i + 1), `${i + 1} 级`, `Grade ${i + 1}`)),
    option('unsure', '鉴定过，不知道几级', 'Graded, but I do not know the grade'),
  ], { when: all(LIVES, any(is('recognition', 'yes'), UNLAWFULLY_EMPLOYED)) }),
  askDate('appraisalAppliedOn', '伤残鉴定哪天申请的？', 'When was the appraisal applied for?', { when: is('grade', 'applied') }),
  askDate('conclusionOn', '鉴定结论哪天拿到的？', 'When did the conclusion arrive?', { when: any(GRADED, is('findingWhat', 'grade')) }),
  choose('injuryEnds', '打算不在这家干了吗？', 'Will you leave this employer?', YES_NO_UNSURE, { when: all(is('grade', '5', '6', '7', '8', '9', '10'), not(UNLAWFULLY_EMPLOYED)) }),
  choose('nursing', '生活能自理吗？', 'Can you look after yourself?', [
    option('none', '能', 'Yes'),
    option('partial', '部分不能', 'In part not'),
    option('most', '大部分不能', 'Mostly not'),
    option('full', '完全不能', 'Not at all'),
  ], { when: GRADED }),
  choose('scheme', '接单App里能查到职业伤害保障吗？', 'Does the app show the occupational-injury scheme?', [
    option('yes', '能查到', 'Yes'),
    option('no', '查不到，平台没参加', 'No, the platform is not in it'),
    option('unsure', '不清楚', 'Not sure'),
  ], { when: BY_THE_SCHEME, help: ['即时配送、网约车、同城货运的平台按单缴费，不用您交钱，也不用有劳动关系。', 'Delivery, ride-hailing and freight platforms pay for it by the order; you pay nothing and need not be employed.'] }),
  choose('schemeStage', '在App里申报职业伤害，到哪一步了？', 'How far is the claim in the app?', [
    option('no', '还没申报', 'Not made yet'),
    option('applied', '申报了，等当地部门确认', 'Made, waiting for the authority to confirm'),
    option('yes', '确认是职业伤害', 'Confirmed'),
    option('refused', '说不算职业伤害', 'Refused'),
    option('unsure', '不清楚，站点说在办', 'Not sure, the station says it is under way'),
  ], { when: is('scheme', 'yes', 'unsure') }),
  askDate('schemeDecisionOn', '不算职业伤害的决定，哪天拿到的？', 'When did the refusal arrive?', { when: is('schemeStage', 'refused') }),
  askNumber('stayMonths', '因伤停工了几个月？', 'Months away from work through it?', { most: 240, when: all(LIVES, not(PARTLY_MANAGED), not(UNLAWFULLY_EMPLOYED)) }),
  askYuan('medicalCosts', '自己垫了多少医疗费？', 'Medical costs you paid yourself?', { when: HURT }),
  askYuan('alreadyPaid', '单位已经给过多少？', 'How much has the employer paid already?', { when: is('matters', 'injury', 'disease', 'death'), help: ['给过的会从总数里减掉。', 'It is taken off the total.'] }),

  askDate('diedOn', '哪天去世的？', 'Date of death?', { when: is('matters', 'death') }),
  choose('spouse', '有靠其供养的配偶吗？', 'Is there a spouse who depended on the deceased?', [
    option('no', '没有', 'No'),
    option('yes', '有', 'Yes'),
    option('alone', '有，而且是孤寡老人', 'Yes, a lone elder'),
  ], { when: is('matters', 'death') }),
  askNumber('otherDependants', '另外还有几位靠其供养的亲属？（孩子、老人）', 'How many other dependants: children, elders?', { most: 50, when: is('matters', 'death') }),
  askNumber('loneDependants', '其中孤儿、孤寡老人几位？', 'How many of these are orphans or lone elders?', { most: 50, when: is('matters', 'death') }),
];
