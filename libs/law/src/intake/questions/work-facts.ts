import { all, any, is, known, named, not } from '../condition.js';
import { askDate, askYuan, choose, option, YES_NO, YES_NO_UNSURE, type Question } from '../question.js';
import { COVERED, FULLY_COVERED } from './who.js';

export const WORK_FACTS: readonly Question[] = [
  askDate('hireDate', '哪天开始上班的？', 'First day of work?', { when: COVERED, help: ['记不清就写最接近的一天，工资流水、工牌、聊天记录里常常能找到。', 'The nearest day you remember: pay lines, a work card or chats often show it.'] }),
  choose('stillEmployed', '现在还在那里干吗？', 'Do you still work there?', [
    ...YES_NO,
    option('unsure', '说不清：让我在家等，没说辞退', 'Not clear: told to wait at home, not dismissed'),
  ], { when: all(COVERED, not(is('matters', 'death'))) }),
  askDate('endDate', '最后一天上班是哪天？', 'Last day of work?', { when: is('stillEmployed', 'no', 'unsure') }),
  askYuan('monthlyWage', '最近十二个月，每个月工资平均多少？（没扣社保、个税之前，奖金、补贴都算）', 'Average monthly wage of the last twelve months, before deductions, with bonuses and subsidies?', { when: COVERED, help: ['干得不到一年，就按干过的月份算。', 'Less than a year: the months worked.'] }),
  choose('contract', '签过书面劳动合同吗？', 'Was a written contract signed?', [
    option('yes', '一开始就签了', 'Yes, from the start'),
    option('later', '干了一段时间才签', 'Yes, some time later'),
    option('no', '没签', 'No'),
    option('unsure', '不清楚、没给我', 'Not sure, or never got it'),
  ], { when: COVERED }),
  askDate('signDate', '哪天签的？', 'When was it signed?', { when: all(is('contract', 'later'), FULLY_COVERED) }),
  choose('insured', '单位给您交社保、工伤保险了吗？', 'Did the employer pay social and work-injury insurance?', YES_NO_UNSURE, { when: COVERED }),
];

/** What expires a year after it became known; wages have a clock of their own. */
export const GENERAL_CLAIM = named('适用一般时效的事', 'a matter of the general limitation', is('matters', 'injury', 'disease', 'death', 'hours', 'noContract', 'insurance', 'sick', 'leave', 'baby', 'transfer', 'probation', 'deduction', 'noncompete', 'training', 'papers', 'unequal', 'platformRules', 'dispatch', 'collectiveContract', 'other', 'relation', 'layoff', 'ended'));

/** Asked last: what the clocks run from. */
export const CLOCK_FACTS: readonly Question[] = [
  askDate('knewOn', '哪天知道自己吃亏的？', 'When did you learn of it?', { when: all(COVERED, GENERAL_CLAIM), help: ['一般从知道的第二天起算一年，超过一年可能要不回来。', 'As a rule one year runs from the next day; after that it may be lost.'] }),
  askDate('demandedOn', '最近一次向单位要，或者向劳动监察、工会反映，是哪天？（有记录的）', 'When did you last ask the employer, the inspectorate or the union for it, with something to show?', { when: all(COVERED, any(known('knewOn'), is('matters', 'wages', 'overtime'))), help: ['要过一次，一年重新算起。', 'Asking starts the year anew.'] }),
  choose('stage', '走到哪一步了？', 'How far has it gone?', [
    option('none', '还没去仲裁', 'Not in arbitration yet'),
    option('applied', '仲裁已经受理，还没裁', 'Arbitration accepted, no award yet'),
    option('awarded', '仲裁裁决书拿到了', 'The award has arrived'),
    option('agreed', '调解协议签了，单位没照做', 'A mediation agreement was signed and not kept'),
    option('unsure', '不清楚', 'Not sure'),
  ], { when: COVERED }),
  askDate('acceptedOn', '仲裁哪天受理的？', 'When was it accepted?', { when: is('stage', 'applied') }),
  askDate('awardOn', '裁决书哪天拿到的？', 'When did the award arrive?', { when: is('stage', 'awarded') }),
  choose('awardFinal', '裁决书上写的是终局裁决吗？', 'Does the award say that it is final?', YES_NO_UNSURE, { when: is('stage', 'awarded'), help: ['终局裁决，您不服还可以在十五日内起诉，单位只能在三十日内申请撤销。', 'Of a final award you may still sue within fifteen days; the employer may only ask within thirty that it be set aside.'] }),
  askDate('agreementOn', '协议哪天生效的？', 'When did the agreement take effect?', { when: is('stage', 'agreed') }),
];
