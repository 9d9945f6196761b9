import { say, type Step } from '../../registry/topic.js';
import { all, is, type Condition } from '../condition.js';
import { PART_TIME } from '../questions/who.js';

/** A matter for somebody else, said kindly and with where to go. */
export interface Referral {
  readonly id: string;
  readonly when: Condition;
  /** Why it is not for labour mediation, or not only. */
  readonly because: Step;
  readonly goTo: Step;
  /** 12333 labour authority, 12351 trade union, 12348 legal aid. */
  readonly phone: '12333' | '12351' | '12348';
  readonly source: string;
}

const referral = (id: string, when: Condition, because: readonly [string, string], goTo: readonly [string, string], phone: Referral['phone'], source: string): Referral => ({
  id, when, because: say(...because), goTo: say(...goTo), phone, source,
});

export const REFERRALS: readonly Referral[] = [
  referral('household', is('work', 'household'),
    ['给家庭、个人或者农户帮工，不属于劳动争议，但您干活应得的钱和受伤的赔偿一样受法律保护。', 'Helping a family, an individual or a farm household is no labour dispute, but what you earned and damages for an injury are protected all the same.'],
    ['可以请村（社区）人民调解委员会调解，或者去法院起诉；法律援助中心可以免费帮您。', "The people's mediation committee of the village or community can mediate, or the court decides; legal aid helps free of charge."], '12348', '解释一 Art 2'),
  referral('public', is('work', 'public'),
    ['公务员的人事争议按公务员法处理，期限也不一样。', 'Disputes of civil servants follow the civil-servant law and other periods.'],
    ['请向本单位人事部门或者上级公务员主管部门申诉，也可以先问法律援助热线。', "Appeal to your body's personnel office or the civil-servant authority above it; the legal-aid line can advise first."], '12348', '劳动争议调解仲裁法 Art 2, 52'),
  referral('student', is('work', 'student'),
    ['在校实习一般不算劳动关系，按实习协议和民事法律处理；如果其实是当普通员工用，要看具体情况。', 'A placement is usually no employment and follows the placement agreement and civil law; if you were used as ordinary staff it depends.'],
    ['先找学校实习管理部门，再找人民调解或者法院；被当作普通员工用的，可以向劳动监察反映。', "Turn to the school first, then to people's mediation or the court; if used as ordinary staff, to the labour inspectorate."], '12348', '劳动争议调解仲裁法 Art 2'),
  referral('freePlatform', is('platformControl', 'free'),
    ['您自己决定怎么干，平台只是介绍生意，一般按民事合同处理。', 'You decide how to work and the platform only brings the business: as a rule a civil contract.'],
    ['双方同意的，仍可以由人民调解组织或者工会调解；谈不成去法院起诉。', "People's mediation or the union can still mediate if both agree; otherwise the court."], '12348', '人社部发〔2021〕56号'),
  referral('overAgeBefore', is('overAgeSince', 'before'),
    ['2026年7月1日以前，超过退休年龄的用工一般按劳务关系处理。', 'Before 1 July 2026 work past retirement age was as a rule treated as a service contract.'],
    ['双方同意可以调解；谈不成直接去法院起诉。', 'Mediation is possible if both agree; otherwise go to court directly.'], '12348', '超龄规定 Art 6, 19'),
  referral('overAgeOther', all(is('overAgeSince', 'after', 'unsure'), is('matters', 'relation', 'other', 'ended')),
    ['超过退休年龄的，只有报酬、休息、安全、工伤的争议走劳动仲裁，其他的不走；辞退没有经济补偿和赔偿金。', 'Past retirement age only disputes on pay, rest, safety and injury go to labour arbitration; a dismissal brings no compensation or damages by labour law.'],
    ['其他要求可以协商调解，谈不成去法院。', 'Other wishes can be mediated by agreement; otherwise the court.'], '12348', '超龄规定 Art 15, 19'),
  referral('partTimeEnd', all(PART_TIME, is('matters', 'ended')),
    ['非全日制用工，双方随时可以通知不干，单位不付经济补偿；没结清的工资照样要付。', 'Part-time work may be ended by either side at any time without compensation; wages that are open are still due.'],
    ['工资没结清的，请改选“工资没发”；如果实际每周超过二十四小时，请改选“经常比这个多”。也可以先打 12333 问清楚。', 'If wages are open, choose that; if you in fact worked more than 24 hours a week, change that answer. 12333 can tell you more.'], '12333', '劳动合同法 Art 68, 71'),
  referral('partTimeSpoken', all(PART_TIME, is('matters', 'noContract')),
    ['非全日制用工可以只有口头约定，没签合同不用付二倍工资。', 'Part-time work may rest on a spoken agreement: no second wage is due for want of a contract.'],
    ['把约定的小时工资和干活的时间记下来就行；如果实际每周超过二十四小时，请改选“经常比这个多”。', 'Keep a note of the hourly wage and the hours; if you in fact worked more than 24 hours a week, change that answer.'], '12333', '劳动合同法 Art 68, 69'),
  referral('unlicensed', is('matters', 'unlicensed'),
    ['没有执照还用工是违法的，可以举报；工钱和受伤的赔偿照样要付。', 'Putting people to work without a licence is unlawful and can be reported; wages and injuries are to be paid all the same.'],
    ['请同时向劳动监察和市场监管部门举报，由它们查清出资人是谁。', 'Tell the labour inspectorate and the market authority too: they find out who founded it.'], '12333', '办案规则 Art 6; 劳动保障监察条例 Art 20'),
  referral('pension', is('matters', 'pension'),
    ['社保机构发的钱不对，是和社保机构之间的事，单位不是对方。', 'What the insurance agency pays is between you and the agency; the employer is not the other side.'],
    ['请向社保经办机构申请核对，不服可以申请行政复议或者起诉。', 'Ask the agency to check; if refused, reconsideration or an administrative suit.'], '12333', '解释一 Art 2'),
  referral('housingFund', is('matters', 'housingFund'),
    ['住房公积金由公积金中心管，劳动仲裁不受理。', 'The housing fund centre deals with it; labour arbitration does not.'],
    ['请向当地住房公积金管理中心投诉，要求单位补缴。', 'Complain to the local housing provident fund centre, which orders payment.'], '12351', '解释一 Art 1-2'),
  referral('injuryDecision', is('findingWhat', 'decision'),
    ['认定算不算工伤是人社部门的决定，调解和仲裁改不了它。', 'Whether it is a work injury is decided by the authority; mediation and arbitration cannot change it.'],
    ['收到决定之日起六十日内申请行政复议，或者六个月内到法院起诉。', 'Within 60 days of the decision apply for reconsideration, or within six months sue.'], '12348', '工伤保险条例 Art 55; 行政复议法 Art 20; 行政诉讼法 Art 46'),
  referral('disabilityGrade', is('findingWhat', 'grade'),
    ['伤残等级由劳动能力鉴定委员会定，仲裁和法院不改。', 'The grade is set by the appraisal committee; arbitration and courts do not change it.'],
    ['收到结论之日起十五日内，向省级劳动能力鉴定委员会申请再次鉴定。', 'Within 15 days of the conclusion apply to the provincial committee for re-appraisal.'], '12333', '工伤保险条例 Art 26; 劳动能力鉴定管理办法 Art 19'),
  referral('diseaseDiagnosis', is('findingWhat', 'diagnosis'),
    ['职业病诊断由医疗卫生机构作出，不属于劳动争议。', 'The diagnosis is made by a medical body and is no labour dispute.'],
    ['请向作出诊断的机构所在地卫生健康部门申请职业病鉴定。', 'Apply to the health authority at the place of the diagnosing body for an assessment.'], '12333', '解释一 Art 2'),
  referral('findingUnsure', is('findingWhat', 'unsure'),
    ['工伤认定、伤残等级、职业病诊断各由不同的部门决定，调解和仲裁改不了；不服的期限也不一样，短的只有十五日。', 'Recognition, grade and diagnosis are each decided by another body; mediation and arbitration cannot change them. The periods differ, the shortest is fifteen days.'],
    ['看一眼文书最上面的名称和最后一段怎么写，今天就打 12333 或者法律援助 12348 问清楚。', 'Look at the title and the last paragraph of the paper, and call 12333 or legal aid on 12348 today.'], '12348', '工伤保险条例 Art 26, 55; 行政复议法 Art 20'),
  referral('schemeDecision', is('schemeStage', 'refused'),
    ['算不算职业伤害是当地部门的决定，调解改不了它。', 'Whether it is an occupational injury is decided by the authority; mediation cannot change it.'],
    ['收到决定之日起六十日内申请行政复议，或者六个月内到法院起诉；平台、站点有过错的，另外可以在这里谈赔偿。', 'Within 60 days of the decision apply for reconsideration, or within six months sue; damages for fault of platform or station can be talked about here besides.'], '12348', '行政复议法 Art 20; 行政诉讼法 Art 46'),
  referral('insuranceUnsure', is('insuranceTrouble', 'unsure'),
    ['先查清交没交、交了多少，再看该找谁。', 'First find out whether and how much was paid, then whom to turn to.'],
    ['用“掌上12333”或者到社保大厅免费打印缴费明细；没交、少交的向社保费征收机构或者劳动监察投诉。', 'Print the contribution record free of charge in the 12333 app or the insurance hall; complain of what is missing to the collection authority or the inspectorate.'], '12333', '社会保险法 Art 63, 86'),
  referral('contributions', is('insuranceTrouble', 'never', 'short'),
    ['补缴社保由征收机构和劳动监察处理，调解、仲裁一般不能判补缴。', 'Making up contributions is for the collection authority and the inspectorate; mediation and arbitration as a rule cannot order it.'],
    ['请向社保费征收机构或者劳动监察投诉，要求单位补缴。', 'Complain to the collection authority or the labour inspectorate, which order payment.'], '12333', '社会保险法 Art 63, 86'),
  referral('bargaining', is('matters', 'bargaining'),
    ['签订集体合同谈不成，由人社部门协调处理，不走仲裁。', 'When a collective contract cannot be concluded the labour authority coordinates; it does not go to arbitration.'],
    ['请找本单位工会或者上级工会，由工会提出协商要求、派指导员帮您谈。', 'Turn to your union or the one above it: it makes the request and sends an instructor.'], '12351', '劳动法 Art 84; 集体合同规定 Art 32'),
  referral('iou', is('iou', 'yes'),
    ['只为工资打了欠条的，不经过仲裁也可以去法院。', 'With an IOU for wages alone arbitration is not needed.'],
    ['可以在这里调解，也可以拿着欠条直接到法院起诉。', 'It can be mediated here, or you sue at once with the IOU.'], '12348', '解释一 Art 15'),
  referral('ownerGone', is('ownerGone', 'yes'),
    ['转移财产、逃跑，或者有能力付却不付，数额较大的可能是犯罪。', 'Moving assets, hiding, or refusing though able to pay may be a crime when much is owed.'],
    ['请马上向劳动监察投诉，由它责令支付并移送公安。', 'Complain to the labour inspectorate at once: it orders payment and hands over to the police.'], '12333', '劳动保障监察条例 Art 26'),
  referral('child', is('age', 'child'),
    ['用不满十六岁的孩子干活是被禁止的。', 'Putting a child under 16 to work is forbidden.'],
    ['请马上告诉劳动监察；受伤的可以要求一次性赔偿，工会会派人帮忙。', 'Tell the labour inspectorate at once; an injured child has a one-off compensation, and the union helps.'], '12333', '工伤保险条例 Art 66'),
];
