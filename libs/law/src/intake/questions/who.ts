import { all, any, is, named, not } from '../condition.js';
import { askNumber, choose, chooseMany, option, YES_NO_UNSURE, type Question } from '../question.js';

/** Kinds of work that labour law does not cover: the rest of the questions would only cost time. */
export const OUTSIDE_LABOUR_LAW = named('不归劳动法管的', 'outside labour law', any(is('work', 'household', 'public', 'student'), is('platformControl', 'free'), is('overAgeSince', 'before')));
export const COVERED = named('归劳动法管的', 'covered by labour law', not(OUTSIDE_LABOUR_LAW));
/** Past retirement age: pay, rest, safety and injury only. */
export const OVER_AGE = named('超龄的', 'past retirement age', is('retirement', 'past'));
/** Hours that are set and a fine for breaking them: rules that bind, whatever the agreement is called. */
const BOUND_BY_RULES = all(is('platformSigns', 'shifts'), is('platformSigns', 'penalty'));
const UNSURE_HOW_MANAGED = is('platformControl', 'unsure');
export const CLOSELY_MANAGED = named('受平台严格管理的', 'closely managed by a platform', any(is('platformControl', 'managed'), all(UNSURE_HOW_MANAGED, BOUND_BY_RULES)));
/** Works for a platform without being an employee in full. */
export const PARTLY_MANAGED = named('不完全符合劳动关系的平台人员', 'platform workers not fully employed', any(is('platformControl', 'partly'), all(UNSURE_HOW_MANAGED, not(BOUND_BY_RULES))));
/** At most 4 hours a day and 24 a week (劳动合同法 Art 68). Whoever does not know is not taken for one. */
export const PART_TIME = named('非全日制用工的', 'part-time workers', all(is('work', 'parttime'), is('partTimeHours', 'within')));
/** May not be put to work at all, so nothing of a contract applies; what was earned and an injury are paid all the same. */
export const CHILD = named('不满十六岁的', 'children under 16', is('age', 'child'));
/** All of labour law applies. */
export const FULLY_COVERED = named('劳动法全部适用的', 'fully covered by labour law', all(COVERED, not(OVER_AGE), not(PARTLY_MANAGED), not(PART_TIME), not(CHILD)));

export const WHO: readonly Question[] = [
  choose('work', '您是怎么干活的？', 'How do you work?', [
    option('employee', '在公司、工厂、工地、店里上班（签没签合同都算）', 'For a company, factory, building site or shop, with or without a contract'),
    option('platform', '在平台接单：送外卖、快递、开网约车、送货等', 'Taking orders on a platform: delivery, rides, freight'),
    option('parttime', '钟点工、小时工：每天只干几个小时', 'By the hour: a few hours a day'),
    option('dispatched', '劳务公司招我，派到别的单位干活', 'Hired by an agency and sent to work at another employer'),
    option('retired', '到了退休年龄，还在干活', 'Past retirement age and still working'),
    option('institution', '事业单位的聘用、合同制人员', 'Contract staff of a public institution'),
    option('student', '在校学生实习', 'Student on placement'),
    option('household', '给私人家里做保姆，或者给个人、农户帮工', 'Helper of a family, an individual or a farm household'),
    option('public', '公务员，或者参照公务员管理', 'Civil servant, or managed like one'),
    option('unsure', '都不像，或者说不清谁是单位', 'None of these, or not clear who the employer is'),
  ]),
  choose('partTimeHours', '实际上每天、每周干多久？', 'How long do you really work a day and a week?', [
    option('within', '平均每天不超过4小时，每周不超过24小时', 'At most 4 hours a day on average and 24 a week'),
    option('beyond', '经常比这个多', 'Often more than that'),
    option('unsure', '记不清', 'Not sure'),
  ], { when: is('work', 'parttime'), help: ['看实际干的时间，不看合同叫什么名字。', 'What counts are the hours worked, not what the contract is called.'] }),
  choose('platformControl', '平台或者站点管您管得严吗？', 'How closely does the platform or station manage you?', [
    option('managed', '很严：要排班打卡，派单必须接，不接就罚', 'Closely: shifts and clocking in, orders must be taken, refusing is punished'),
    option('partly', '有规矩和罚款，但什么时候上线、接不接单自己定', 'Rules and fines, but when to be online and what to take is mine to decide'),
    option('free', '完全自己说了算，平台只介绍生意', 'I decide everything; the platform only brings the business'),
    option('unsure', '说不清', 'Hard to say'),
  ], { when: is('work', 'platform'), help: ['看实际怎么管，不看协议叫什么名字。', 'What counts is how it is done, not what the agreement is called.'] }),
  chooseMany('platformSigns', '下面哪些是真的？可以选好几样。', 'Which of these are true? Choose all that fit.', [
    option('shifts', '要按排好的班上线、打卡', 'I must be online by roster and clock in'),
    option('penalty', '迟到、不接单要罚钱或者少派单', 'Lateness or refusing orders is fined or brings fewer orders'),
    option('base', '有底薪，或者站点按月发钱', 'There is a base wage, or the station pays by the month'),
    option('none', '都没有', 'None of these'),
  ], { when: UNSURE_HOW_MANAGED }),
  choose('platformSigner', '谁给您发钱、管您？可能不止一家。', 'Who pays and manages you? There may be more than one.', [
    option('platform', '平台公司', 'The platform company'),
    option('partner', '站点、加盟商、外包或者劳务公司', 'A station, franchisee, outsourcing or agency company'),
    option('unsure', '说不清', 'Hard to say'),
  ], { when: is('work', 'platform') }),
  choose('retirement', '您现在属于哪种情况？', 'Which fits you?', [
    option('late', '和单位说好延迟退休', 'I agreed with the employer to retire later'),
    option('past', '已经超过法定退休年龄', 'I am past the legal retirement age'),
    option('unsure', '不清楚自己该哪天退休', 'Not sure when I reach it'),
  ], { when: is('work', 'retired') }),
  choose('overAgeSince', '事情发生在什么时候？', 'When did it happen?', [
    option('after', '2026年7月1日以后', 'On or after 1 July 2026'),
    option('before', '2026年7月1日以前', 'Before 1 July 2026'),
    option('unsure', '前后都有，或者记不清', 'Both before and after, or not sure'),
  ], { when: is('retirement', 'past') }),
  choose('age', '干活的人多大年纪？', 'How old is the person who works?', [
    option('adult', '满18岁', '18 or older'),
    option('minor', '16到17岁', '16 or 17'),
    option('child', '不满16岁', 'Under 16'),
  ], { when: all(COVERED, not(is('work', 'retired'))) }),
  choose('people', '有多少人遇到同样的事？', 'How many people have the same trouble?', [
    option('one', '只有我', 'Only me'),
    option('few', '2到9个人', '2 to 9'),
    option('many', '10个人以上', '10 or more'),
  ], { when: COVERED }),
  askNumber('headcount', '一共多少人？', 'How many in all?', { most: 1_000_000, when: is('people', 'few', 'many') }),
  choose('commonClaim', '大家要求的是同一件事吗？', 'Do all ask for the same thing?', YES_NO_UNSURE, { when: is('people', 'many') }),
  choose('tension', '有没有停工、堵门，或者危及安全的情况？', 'Is there a stoppage, a blockade or a danger to safety?', YES_NO_UNSURE, { when: is('people', 'many') }),
];
