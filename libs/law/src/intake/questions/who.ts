import { all, any, is, named, not } from '../condition.js';
import { askNumber, choose, option, YES_NO, YES_NO_UNSURE, type Question } from '../question.js';

/** Kinds of work that labour law does not cover: the rest of the questions would only cost time. */
export const OUTSIDE_LABOUR_LAW = named('不归劳动法管的', 'outside labour law', any(is('work', 'household', 'public', 'student'), is('platformControl', 'free'), is('overAgeSince', 'before')));
export const COVERED = named('归劳动法管的', 'covered by labour law', not(OUTSIDE_LABOUR_LAW));
/** Past retirement age: pay, rest, safety and injury only. */
export const OVER_AGE = named('超龄的', 'past retirement age', is('retirement', 'past'));
/** Works for a platform without being an employee in full. */
export const PARTLY_MANAGED = named('不完全符合劳动关系的平台人员', 'platform workers not fully employed', is('platformControl', 'partly'));
/** All of labour law applies. */
export const FULLY_COVERED = named('劳动法全部适用的', 'fully covered by labour law', all(COVERED, not(OVER_AGE), not(PARTLY_MANAGED)));

export const WHO: readonly Question[] = [
  choose('work', '您是怎么干活的？', 'How do you work?', [
    option('employee', '在公司、工厂、工地、店里上班（签没签合同都算）', 'For a company, factory, building site or shop, with or without a contract'),
    option('platform', '在平台接单：送外卖、快递、开网约车、送货等', 'Taking orders on a platform: delivery, rides, freight'),
    option('dispatched', '劳务公司招我，派到别的单位干活', 'Hired by an agency and sent to work at another employer'),
    option('retired', '到了退休年龄，还在干活', 'Past retirement age and still working'),
    option('institution', '事业单位的聘用、合同制人员', 'Contract staff of a public institution'),
    option('student', '在校学生实习', 'Student on placement'),
    option('household', '给私人家里做保姆，或者给个人、农户帮工', 'Helper of a family, an individual or a farm household'),
    option('public', '公务员，或者参照公务员管理', 'Civil servant, or managed like one'),
  ]),
  choose('platformControl', '平台或者站点管您管得严吗？', 'How closely does the platform or station manage you?', [
    option('managed', '很严：要排班打卡，派单必须接，不接就罚', 'Closely: shifts and clocking in, orders must be taken, refusing is punished'),
    option('partly', '有规矩和罚款，但什么时候上线、接不接单自己定', 'Rules and fines, but when to be online and what to take is mine to decide'),
    option('free', '完全自己说了算，平台只介绍生意', 'I decide everything; the platform only brings the business'),
  ], { when: is('work', 'platform'), help: ['看实际怎么管，不看协议叫什么名字。', 'What counts is how it is done, not what the agreement is called.'] }),
  choose('platformSigner', '谁给您发钱、管您？可能不止一家。', 'Who pays and manages you? There may be more than one.', [
    option('platform', '平台公司', 'The platform company'),
    option('partner', '站点、加盟商、外包或者劳务公司', 'A station, franchisee, outsourcing or agency company'),
    option('unsure', '说不清', 'Hard to say'),
  ], { when: is('work', 'platform') }),
  choose('retirement', '您现在属于哪种情况？', 'Which fits you?', [
    option('late', '和单位说好延迟退休', 'I agreed with the employer to retire later'),
    option('past', '已经超过法定退休年龄', 'I am past the legal retirement age'),
  ], { when: is('work', 'retired') }),
  choose('overAgeSince', '事情发生在什么时候？', 'When did it happen?', [
    option('after', '2026年7月1日以后', 'On or after 1 July 2026'),
    option('before', '2026年7月1日以前', 'Before 1 July 2026'),
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
  askNumber('headcount', '一共多少人？', 'How many in all?', { when: is('people', 'few', 'many') }),
  choose('commonClaim', '大家要求的是同一件事吗？', 'Do all ask for the same thing?', YES_NO, { when: is('people', 'many') }),
  choose('tension', '有没有停工、堵门，或者危及安全的情况？', 'Is there a stoppage, a blockade or a danger to safety?', YES_NO_UNSURE, { when: is('people', 'many') }),
];
