import { say, type Step } from '../registry/topic.js';
import type { DisputeType } from '../taxonomy/dispute-types.js';

/** Who must prove what. */
export interface Burden {
  readonly fact: Step;
  readonly who: Step;
  readonly source: string;
  /** Of these disputes; of every one if absent. */
  readonly types?: readonly DisputeType[];
}

const CLAIMANT = say('谁主张谁举证', 'whoever claims it');
const EMPLOYER = say('用人单位', 'the employer');

export const BURDENS: readonly Burden[] = [
  { fact: say('自己提出的请求', "one's own claims"), who: CLAIMANT, source: '劳动争议调解仲裁法 Art 6' },
  { fact: say('单位掌握的考勤、工资表、规章、档案', 'attendance, payroll, rules and files that the employer holds'), who: say('用人单位；不提供的承担不利后果', 'the employer; not producing them counts against it'), source: '劳动争议调解仲裁法 Art 6, 39' },
  { fact: say('辞退、除名、解除合同、减少报酬、计算工作年限', 'dismissal, removal, ending, pay cut, length of service'), who: EMPLOYER, source: '解释一 Art 44', types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'MASS_LAYOFF', 'CONTRACT_TERMS', 'WAGE_DEDUCTION', 'MATERNITY', 'PROBATION'] },
  { fact: say('加过班', 'that there was overtime'), who: say('劳动者；能证明单位掌握证据的，由单位提供', 'the worker; the employer once it is shown to hold the records'), source: '解释一 Art 42', types: ['OVERTIME', 'WORKING_TIME'] },
  { fact: say('两年内的工资支付记录', 'pay records of the last two years'), who: say('用人单位；两年以前的，劳动者要多举证', 'the employer; beyond two years the worker shows more'), source: '工资支付暂行规定 Art 6', types: ['UNPAID_WAGES', 'OVERTIME', 'WAGE_DEDUCTION', 'SICK_LEAVE_PAY'] },
  { fact: say('不是工伤', 'that it is not a work injury'), who: EMPLOYER, source: '工伤保险条例 Art 19', types: ['WORK_INJURY', 'WORK_DEATH', 'OCCUPATIONAL_DISEASE'] },
  { fact: say('没签合同有法定例外', 'an exception to the second wage'), who: EMPLOYER, source: '解释二 Art 7', types: ['NO_CONTRACT'] },
  { fact: say('已终止合同的文本（保存两年）', 'the text of an ended contract, kept two years'), who: EMPLOYER, source: '劳动合同法 Art 50', types: ['NO_CONTRACT', 'ECON_COMPENSATION', 'UNLAWFUL_TERMINATION', 'EMPLOYMENT_RELATION'] },
  { fact: say('法律没有规定的', 'where no rule says so'), who: say('由仲裁庭按公平、诚信和举证能力定', 'the tribunal decides by fairness, good faith and ability to prove'), source: '办案规则 Art 14' },
];

/** How to keep evidence, whatever the dispute. */
export const KEEPING: readonly Step[] = [
  say('聊天记录留在原手机里，前后文完整，不要删、不要只截一句。', 'Keep chats on the original phone with their context; do not delete, do not cut out one line.'),
  say('自己参与的谈话可以录音，但不要用偷拍偷录等严重侵犯别人的办法。', "Your own conversations may be recorded; do not seriously violate others' rights for it."),
  say('复印件、截图都先传上来，原件自己保管好，开庭时带去。', 'Upload copies and screenshots now; keep the originals and bring them to the hearing.'),
  say('为了谈成而让步说的话，以后不会拿来当对您不利的证据。', 'What you concede in order to settle is not used against you later.'),
];
