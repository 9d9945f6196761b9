import { describe, expect, it } from '@jest/globals';
import { CITY } from '../testing/people.js';
import { entitlementSheet } from '../sheet/entitlement-sheet.js';
import { disputeTypes, type DisputeType } from '../taxonomy/dispute-types.js';
import type { ClaimKind } from '../taxonomy/claim-kinds.js';
import { conclude } from './conclude.js';
import type { Answer, Answers } from './condition.js';
import type { ClockRule } from './findings/clocks.js';
import { askedQuestions, nextQuestion } from './walk.js';

interface Story {
  /** In the worker's own words. */
  readonly told: string;
  readonly answers: Answers;
  readonly types: readonly DisputeType[];
  readonly claims: readonly ClaimKind[];
  /** Evidence the worker is asked for. */
  readonly bring: readonly string[];
  readonly clocks: readonly ClockRule['rule'][];
  readonly notes?: readonly string[];
  /** What of it has its place elsewhere. */
  readonly elsewhere?: readonly string[];
  /** Local tables that the sheet says are missing. */
  readonly missingTables?: readonly string[];
  /** Yuan of the first claim that has a figure, from least to most. */
  readonly due?: readonly [number, number];
}

const EMPLOYEE = { work: 'employee', age: 'adult', people: 'one', hireDate: '2023-03-01', stillEmployed: 'yes', monthlyWage: 6_525, contract: 'yes', insured: 'yes', knewOn: '2026-08-03', demandedOn: null, stage: 'none' };
const LEFT = { stillEmployed: 'no', endDate: '2026-08-31' };
const GENERAL = 'limitation_general';
const WAGES = ['limitation_wages'] as const;
const OWED = { matters: ['wages'], iou: 'no', ownerGone: 'no', construction: 'no', wageTrouble: ['unpaid'], arrears: 4_000 };
const HOURLY = { ...EMPLOYEE, work: 'parttime', partTimeHours: 'within', contract: 'no', insured: 'no', monthlyWage: 2_175 };
const HURT = { matters: ['injury'], where: 'work', hurtOn: '2026-06-01', medicalCosts: 3_000, alreadyPaid: 0 };
const PAST = { ...EMPLOYEE, work: 'retired', retirement: 'past', overAgeSince: 'after', insured: 'no' };
const LOOSE = { ...EMPLOYEE, work: 'platform', platformControl: 'partly', platformSigner: 'partner', contract: 'no', insured: 'no' };
const DISMISSED = { matters: ['ended'], ending: 'dismissed', dismissReason: 'none', protection: ['none'], unionTold: 'no', wish: 'money' };
const INJURED: readonly ClaimKind[] = ['injury_disability', 'injury_medical', 'injury_employment'];

const STORIES: readonly Story[] = [
  { told: '老板两个月没发工资，一共一万二', answers: { ...EMPLOYEE, ...LEFT, matters: ['wages'], iou: 'no', ownerGone: 'no', construction: 'no', wageTrouble: ['unpaid'], arrears: 12_000, ordered: 'no' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['arrearsShown'], clocks: [...WAGES, 'INSPECTION_COMPLAINT_2Y'], notes: ['legalAid'], due: [12_000, 12_000] },
  { told: '春节加班，单位只给补休', answers: { ...EMPLOYEE, matters: ['overtime'], hoursSystem: 'standard', weekdayHours: 0, restDayHours: 0, restDayCompLeaveHours: 0, statutoryHolidayHours: 24, overtimeProof: 'all' }, types: ['OVERTIME'], claims: ['overtime_pay'], bring: ['clockIns'], clocks: WAGES, due: [2_700, 2_700] },
  { told: '干了一年多没签合同', answers: { ...EMPLOYEE, ...LEFT, matters: ['noContract'], hireDate: '2025-03-01', contract: 'no' }, types: ['NO_CONTRACT'], claims: ['double_wage'], bring: ['hireProof'], clocks: [GENERAL], notes: ['noContract'] },
  { told: '单位和平台都说我不是它的人', answers: { ...EMPLOYEE, matters: ['relation'], contract: 'unsure' }, types: ['EMPLOYMENT_RELATION'], claims: ['employment_relation'], bring: ['payLines', 'colleagues'], clocks: [GENERAL] },
  { told: '没给理由就让我走', answers: { ...EMPLOYEE, ...LEFT, matters: ['ended'], ending: 'dismissed', dismissReason: 'none', protection: ['none'], unionTold: 'no', wish: 'money' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'], claims: ['unlawful_dismissal'], bring: ['dismissalNotice'], clocks: [GENERAL] },
  { told: '被辞退了，想回去上班', answers: { ...EMPLOYEE, ...LEFT, matters: ['ended'], ending: 'dismissed', dismissReason: 'misconduct', protection: ['none'], unionTold: 'no', wish: 'back' }, types: ['UNLAWFUL_TERMINATION'], claims: ['reinstatement'], bring: ['dismissalNotice'], clocks: [GENERAL] },
  { told: '合同到期单位不续了', answers: { ...EMPLOYEE, ...LEFT, matters: ['ended'], ending: 'notRenewed', protection: ['none'] }, types: ['ECON_COMPENSATION'], claims: ['severance'], bring: ['twelveMonths'], clocks: [GENERAL], due: [26_100, 26_100] },
  { told: '不同意调岗，工资也降了', answers: { ...EMPLOYEE, matters: ['transfer'], changeWhat: 'post', consented: 'no' }, types: ['CONTRACT_TERMS'], claims: ['other'], bring: ['transferNotice'], clocks: [GENERAL], notes: ['changeConsent'] },
  { told: '一年合同，试用期三个月', answers: { ...EMPLOYEE, matters: ['probation'], contractTerm: 'fixed', contractMonths: 12, probationAgreed: 3, probationServed: 3, wageAfterProbation: 6_000 }, types: ['PROBATION'], claims: ['probation_damages'], bring: ['probationClause'], clocks: [GENERAL], due: [6_000, 6_000] },
  { told: '车间里手被机器压了，八级', answers: { ...EMPLOYEE, matters: ['injury'], licensed: 'yes', insured: 'no', where: 'work', hurtOn: '2026-02-03', recognition: 'yes', grade: '8', conclusionOn: '2026-08-10', injuryEnds: 'no', nursing: 'none', stayMonths: 3, medicalCosts: 4_200, alreadyPaid: 0 }, types: ['WORK_INJURY'], claims: ['injury_disability', 'injury_medical', 'injury_employment'], bring: ['accident', 'hospital', 'grade'], clocks: ['REAPPRAISAL_APPLY_15D', 'earliest_review'], notes: ['uninsured'], due: [71_775, 71_775] },
  { told: '受伤了，单位不去申请工伤', answers: { ...EMPLOYEE, matters: ['injury'], licensed: 'yes', where: 'work', hurtOn: '2026-06-01', recognition: 'no', stayMonths: 1, medicalCosts: null, alreadyPaid: 0 }, types: ['WORK_INJURY'], claims: ['injury_disability', 'injury_medical', 'injury_employment'], bring: ['accident', 'hospital'], clocks: ['INJURY_EMPLOYER_FILE_30D', 'INJURY_WORKER_FILE_1Y'], notes: ['employerLate'] },
  { told: '丈夫在工地上没了', answers: { ...EMPLOYEE, matters: ['death'], licensed: 'yes', hurtOn: '2026-05-06', recognition: 'no', medicalCosts: 0, alreadyPaid: 0, diedOn: '2026-05-06', spouse: 'yes', otherDependants: 1, loneDependants: 0 }, types: ['WORK_DEATH'], claims: ['injury_death', 'injury_medical'], bring: ['deathPapers'], clocks: ['INJURY_WORKER_FILE_1Y'] },
  { told: '干了十年，查出尘肺', answers: { ...EMPLOYEE, matters: ['disease'], licensed: 'yes', hurtOn: '2026-05-06', recognition: 'applied', recognitionAcceptedOn: '2026-06-01', stayMonths: 0, medicalCosts: 0, alreadyPaid: 0 }, types: ['OCCUPATIONAL_DISEASE'], claims: ['injury_disability', 'injury_medical', 'injury_employment'], bring: ['diseaseDiagnosis'], clocks: ['INJURY_DECISION_60D'] },
  { told: '没交社保，生孩子报销不了', answers: { ...EMPLOYEE, matters: ['insurance'], insured: 'no', insuranceTrouble: 'loss', insuranceWaiver: 'yes' }, types: ['SOCIAL_INSURANCE'], claims: ['social_insurance'], bring: ['insurancePrintout', 'lossCalculation'], clocks: [GENERAL], notes: ['waiverVoid', 'insuranceLoss'] },
  { told: '病假一个月只发了 802 元', answers: { ...EMPLOYEE, matters: ['sick'], workYears: 8, employerYears: 3, sickPaid: 802, sickMonths: 1 }, types: ['SICK_LEAVE_PAY'], claims: ['sick_pay'], bring: ['sickNotes', 'sickSlips'], clocks: [GENERAL], due: [798, 798] },
  { told: '年假从来没休过', answers: { ...EMPLOYEE, matters: ['leave'], workYears: 9, leaveYear: 'full', leaveUsed: 0, leaveWaived: 'no', wageExclOvertime: 6_525, yearSickMonths: 0 }, types: ['ANNUAL_LEAVE'], claims: ['annual_leave'], bring: ['totalService'], clocks: [GENERAL], due: [3_000, 3_000] },
  { told: '一个月一天都不让休', answers: { ...EMPLOYEE, ...LEFT, matters: ['hours'], restTrouble: 'noRestDay' }, types: ['WORKING_TIME'], claims: ['other'], bring: ['contract'], clocks: ['INSPECTION_COMPLAINT_2Y'], notes: ['restTrouble'] },
  { told: '怀孕以后被降薪', answers: { ...EMPLOYEE, matters: ['baby'], babyTrouble: ['cut'] }, types: ['MATERNITY'], claims: ['maternity_benefits'], bring: ['birthPapers'], clocks: [GENERAL], notes: ['payCut'] },
  { told: '怀孕的时候被辞退', answers: { ...EMPLOYEE, ...LEFT, matters: ['ended'], ending: 'dismissed', dismissReason: 'unfit', notice: 'no', lastMonthWage: 6_525, protection: ['pregnant'], unionTold: 'no', wish: 'money' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'MATERNITY'], claims: ['unlawful_dismissal'], bring: ['pregnancyProof', 'dismissalNotice'], clocks: [GENERAL], notes: ['pregnant'], due: [52_200, 52_200] },
  { told: '离职后不让去同行，也不给钱', answers: { ...EMPLOYEE, ...LEFT, matters: ['noncompete'], ncAgreedMonthly: null, ncMonths: 6, ncReleased: 'no', ncUnpaid: 'yes' }, types: ['NON_COMPETE'], claims: ['noncompete_pay'], bring: ['noncompeteAgreement'], clocks: [GENERAL], notes: ['ncUnpaid'] },
  { told: '培训过我，走了要我赔五万', answers: { ...EMPLOYEE, ...LEFT, matters: ['training'], trainingCost: 50_000, agreedPenalty: 50_000, serviceMonths: 36, servedMonths: 10, trainingLeave: 'no' }, types: ['TRAINING_BOND'], claims: ['training_bond'], bring: ['trainingAgreement'], clocks: [GENERAL] },
  { told: '罚款三百，从工资里扣了', answers: { ...EMPLOYEE, matters: ['deduction'], deductionWhy: 'fine', deductedTotal: 300, deductionBasis: 'no' }, types: ['WAGE_DEDUCTION'], claims: ['deduction_refund'], bring: ['deductionShown'], clocks: [GENERAL], notes: ['fine'], due: [300, 300] },
  { told: '派遣公司和厂里互相推', answers: { ...EMPLOYEE, work: 'dispatched', matters: ['dispatch'] }, types: ['DISPATCH'], claims: ['other'], bring: ['dispatchContract'], clocks: [GENERAL], notes: ['dispatched', 'dispatchEqual'] },
  { told: '平台乱扣单、封号', answers: { ...EMPLOYEE, work: 'platform', platformControl: 'partly', platformSigner: 'platform', matters: ['platformRules'] }, types: ['PLATFORM_WORK'], claims: ['other'], bring: ['platformRules'], clocks: [GENERAL], notes: ['platformPartly'] },
  { told: '站点管得严，送餐时摔了，公司说没关系', answers: { ...EMPLOYEE, work: 'platform', platformControl: 'managed', platformSigner: 'partner', matters: ['injury'], licensed: 'yes', contract: 'no', insured: 'no', where: 'work', hurtOn: '2026-06-01', recognition: 'no', stayMonths: 1, medicalCosts: 3_000, alreadyPaid: 0 }, types: ['RIDER_INJURY', 'WORK_INJURY', 'NO_CONTRACT', 'EMPLOYMENT_RELATION'], claims: ['injury_medical', 'injury_disability', 'injury_employment', 'double_wage', 'employment_relation'], bring: ['orderAtAccident', 'platformRules', 'hospital'], clocks: ['INJURY_WORKER_FILE_1Y'], notes: ['platformManaged', 'platformParties', 'platformInjury'] },
  { told: '押金不退', answers: { ...EMPLOYEE, ...LEFT, matters: ['papers'], papersWhat: 'deposit', deposit: 500 }, types: ['FILE_AND_DEPOSIT'], claims: ['deposit_return'], bring: ['depositReceipt'], clocks: [GENERAL], due: [500, 500] },
  { told: '领导骚扰我', answers: { ...EMPLOYEE, matters: ['unequal'] }, types: ['EQUAL_TREATMENT'], claims: ['other'], bring: ['incident'], clocks: [GENERAL], notes: ['unequal'] },
  { told: '全厂三十人都欠薪', answers: { ...EMPLOYEE, people: 'many', headcount: 30, commonClaim: 'yes', tension: 'yes', matters: ['wages'], iou: 'no', ownerGone: 'no', construction: 'no', wageTrouble: ['unpaid'], arrears: 90_000, ordered: 'no' }, types: ['COLLECTIVE', 'UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['groupList', 'election', 'arrearsShown'], clocks: WAGES, notes: ['representatives', 'electing', 'tension'] },
  { told: '集体合同说好涨工资，没涨', answers: { ...EMPLOYEE, matters: ['collectiveContract'] }, types: ['COLLECTIVE_CONTRACT'], claims: ['other'], bring: ['collectiveText'], clocks: [GENERAL] },
  { told: '一次裁了二十五个人', answers: { ...EMPLOYEE, ...LEFT, matters: ['layoff'], ending: 'layoff', protection: ['none'], staff: 200, laidOff: 25, layoffNotice: 'no' }, types: ['MASS_LAYOFF', 'ECON_COMPENSATION'], claims: ['severance'], bring: ['layoffNotice', 'twelveMonths'], clocks: [GENERAL], due: [26_100, 52_200] },
  { told: '六十三岁还在做保洁，工资没发', answers: { ...EMPLOYEE, work: 'retired', retirement: 'past', overAgeSince: 'after', matters: ['wages'], iou: 'no', ownerGone: 'no', construction: 'no', wageTrouble: ['unpaid'], arrears: 4_000 }, types: ['UNPAID_WAGES', 'OVER_AGE'], claims: ['unpaid_wages'], bring: ['arrearsShown'], clocks: WAGES, notes: ['overAge'], due: [4_000, 4_000] },
  { told: '在超市做小时工，两个月没发工资', answers: { ...HOURLY, ...LEFT, ...OWED, ordered: 'no' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['hoursWorked', 'arrearsShown'], clocks: [...WAGES, 'INSPECTION_COMPLAINT_2Y'], notes: ['partTime'], due: [4_000, 4_000] },
  { told: '小时工，一小时才给十块', answers: { ...HOURLY, ...OWED, wageTrouble: ['belowHourly'] }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['hoursWorked'], clocks: WAGES, notes: ['partTime'] },
  { told: '小时工，说好先试用一个月', answers: { ...HOURLY, matters: ['probation'], probationAgreed: 1, probationServed: 1, wageAfterProbation: 2_175 }, types: ['PROBATION'], claims: ['probation_damages'], bring: ['probationClause'], clocks: [GENERAL], notes: ['partTime'], due: [2_175, 2_175] },
  { told: '小时工，不让干了，也没签合同，工资还欠着', answers: { ...HOURLY, ...LEFT, ...OWED, matters: ['wages', 'noContract', 'ended'], ordered: 'no' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['arrearsShown'], clocks: WAGES, elsewhere: ['partTimeEnd', 'partTimeSpoken'], due: [4_000, 4_000] },
  { told: '小时工，不让干了，想要补偿', answers: { ...HOURLY, matters: ['ended'] }, types: [], claims: [], bring: [], clocks: [], elsewhere: ['partTimeEnd'] },
  { told: '说是小时工，其实天天干八小时，辞退了', answers: { ...EMPLOYEE, ...LEFT, ...DISMISSED, work: 'parttime', partTimeHours: 'beyond' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'], claims: ['unlawful_dismissal'], bring: ['hoursWorked', 'dismissalNotice'], clocks: [GENERAL], notes: ['partTimeBeyond'], due: [26_100, 52_200] },
  { told: '小时工，干多久记不清，辞退了', answers: { ...EMPLOYEE, ...LEFT, ...DISMISSED, work: 'parttime', partTimeHours: 'unsure' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'], claims: ['unlawful_dismissal'], bring: ['hoursWorked'], clocks: [GENERAL], notes: ['partTimeUnsure'], due: [0, 52_200] },
  { told: '六十五岁看大门，过年加班没给钱', answers: { ...PAST, matters: ['overtime'], hoursSystem: 'standard', weekdayHours: 0, restDayHours: 0, restDayCompLeaveHours: 0, statutoryHolidayHours: 24, overtimeProof: 'all' }, types: ['OVERTIME', 'OVER_AGE'], claims: ['overtime_pay'], bring: ['clockIns', 'birthDate'], clocks: WAGES, notes: ['overAge'], due: [2_700, 2_700] },
  { told: '六十二岁在工地摔伤，九级', answers: { ...PAST, ...HURT, recognition: 'yes', grade: '9', conclusionOn: '2026-09-10', injuryEnds: 'yes', nursing: 'none', stayMonths: 2 }, types: ['WORK_INJURY', 'OVER_AGE'], claims: INJURED, bring: ['grade', 'birthDate', 'writtenAgreement'], clocks: ['REAPPRAISAL_APPLY_15D', GENERAL], notes: ['overAge', 'uninsured'], missingTables: ['medicalMonths', 'employmentMonths'], due: [58_725, 58_725] },
  { told: '退休后又干了三年，不让干了，工资也没结', answers: { ...PAST, ...LEFT, ...OWED, matters: ['wages', 'ended'] }, types: ['UNPAID_WAGES', 'OVER_AGE'], claims: ['unpaid_wages'], bring: ['arrearsShown', 'writtenAgreement'], clocks: WAGES, elsewhere: ['overAgeOther'], due: [4_000, 4_000] },
  { told: '从去年欠到现在，我早过了退休年龄', answers: { ...PAST, ...OWED, overAgeSince: 'unsure' }, types: ['UNPAID_WAGES', 'OVER_AGE'], claims: ['unpaid_wages'], bring: ['birthDate'], clocks: WAGES, notes: ['overAgeSpan'], due: [4_000, 4_000] },
  { told: '五十多岁，不知道该哪年退休，被辞退了', answers: { ...EMPLOYEE, ...LEFT, ...DISMISSED, work: 'retired', retirement: 'unsure' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'], claims: ['unlawful_dismissal'], bring: ['dismissalNotice'], clocks: [GENERAL], notes: ['retirementUnsure'], due: [0, 52_200] },
  { told: '黑作坊里轧断手指，八级', answers: { ...EMPLOYEE, ...HURT, matters: ['injury', 'unlicensed'], contract: 'yes', insured: 'no', recognition: 'no', grade: '8', conclusionOn: '2026-09-10', nursing: 'none' }, types: ['WORK_INJURY'], claims: INJURED, bring: ['founder', 'grade', 'receipts'], clocks: ['INJURY_WORKER_FILE_1Y', 'REAPPRAISAL_APPLY_15D'], notes: ['unlicensed', 'founder'], elsewhere: ['unlicensed'], due: [288_000, 288_000] },
  { told: '没执照的小饭店欠我工资', answers: { ...EMPLOYEE, ...LEFT, ...OWED, matters: ['wages', 'unlicensed'], ordered: 'unsure' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['founder', 'arrearsShown'], clocks: WAGES, notes: ['founder'], elsewhere: ['unlicensed'], due: [4_000, 4_000] },
  { told: '孩子十五岁，在厂里伤了手，十级', answers: { ...EMPLOYEE, ...HURT, age: 'child', contract: 'no', insured: 'no', recognition: 'unsure', grade: '10', conclusionOn: '2026-09-10', nursing: 'none' }, types: ['WORK_INJURY'], claims: INJURED, bring: ['childAge', 'grade'], clocks: ['REAPPRAISAL_APPLY_15D'], notes: ['childGuardian', 'unlicensed', 'recognitionUnsure'], elsewhere: ['child'], due: [96_000, 96_000] },
  { told: '孩子十五岁，暑假打工没给钱', answers: { ...EMPLOYEE, ...LEFT, ...OWED, age: 'child', contract: 'no' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['childAge', 'arrearsShown'], clocks: WAGES, notes: ['childGuardian'], elsewhere: ['child'], due: [4_000, 4_000] },
  { told: '自己上线接单，送餐摔了，不知道能不能赔', answers: { ...LOOSE, ...HURT, scheme: 'unsure', schemeStage: 'no' }, types: ['RIDER_INJURY'], claims: ['injury_medical'], bring: ['orderAtAccident', 'schemeClaim'], clocks: [GENERAL], notes: ['platformPartly', 'platformInjury', 'schemeClaim'], due: [0, 3_000] },
  { told: '开网约车被撞，职业伤害说不算', answers: { ...LOOSE, ...HURT, scheme: 'yes', schemeStage: 'refused', schemeDecisionOn: '2026-10-12' }, types: ['RIDER_INJURY'], claims: ['injury_medical'], bring: ['schemeClaim', 'hospital'], clocks: ['RECONSIDERATION_60D', 'ADMIN_SUIT_6M', GENERAL], elsewhere: ['schemeDecision'], due: [0, 3_000] },
  { told: '职业伤害确认了，不知道能赔多少', answers: { ...LOOSE, ...HURT, scheme: 'yes', schemeStage: 'yes' }, types: ['RIDER_INJURY'], claims: ['injury_medical'], bring: ['schemeClaim'], clocks: [GENERAL], notes: ['schemeBenefits'], due: [0, 3_000] },
  { told: '小平台跑腿受伤，没有保障', answers: { ...LOOSE, ...HURT, scheme: 'no' }, types: ['RIDER_INJURY'], claims: ['injury_medical'], bring: ['occupationalInsurance'], clocks: [GENERAL], notes: ['schemeNone'], due: [0, 3_000] },
  { told: '管得严不严说不好，要排班，不接单就罚', answers: { ...LOOSE, platformControl: 'unsure', platformSigns: ['shifts', 'penalty'], matters: ['relation'] }, types: ['NO_CONTRACT', 'EMPLOYMENT_RELATION'], claims: ['double_wage', 'employment_relation'], bring: ['platformRules', 'stationManager'], clocks: [GENERAL], notes: ['platformUnsure', 'platformManaged'] },
  { told: '管得严不严说不好，没人管我上线，少结了钱', answers: { ...LOOSE, ...OWED, platformControl: 'unsure', platformSigns: ['none'] }, types: ['EMPLOYMENT_RELATION', 'PLATFORM_WORK'], claims: ['employment_relation', 'unpaid_wages'], bring: ['orderPay'], clocks: WAGES, notes: ['platformUnsure', 'platformPartly'], due: [4_000, 4_000] },
  { told: '包工头叫我去干，不知道谁是单位，没给钱', answers: { ...EMPLOYEE, ...LEFT, ...OWED, work: 'unsure', contract: 'unsure', insured: 'unsure', construction: 'yes', ordered: 'no' }, types: ['UNPAID_WAGES', 'EMPLOYMENT_RELATION'], claims: ['unpaid_wages', 'employment_relation'], bring: ['siteLedger', 'payLines'], clocks: WAGES, notes: ['workUnsure', 'construction'], due: [4_000, 4_000] },
  { told: '让我回家等通知，三个月了，不知道算不算辞退', answers: { ...EMPLOYEE, ...LEFT, stillEmployed: 'unsure', matters: ['ended'], ending: 'unsure' }, types: ['ECON_COMPENSATION'], claims: ['severance'], bring: ['twelveMonths'], clocks: [GENERAL], notes: ['endUnsure'], due: [0, 52_200] },
  { told: '说了个理由辞退我，我没听懂，要什么也没想好', answers: { ...EMPLOYEE, ...LEFT, ...DISMISSED, dismissReason: 'unsure', unionTold: 'unsure', wish: 'unsure' }, types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'], claims: ['unlawful_dismissal'], bring: ['dismissalNotice'], clocks: [GENERAL], due: [0, 52_200] },
  { told: '单位说工伤在办，一直没消息', answers: { ...EMPLOYEE, ...HURT, licensed: 'unsure', recognition: 'unsure', stayMonths: 1 }, types: ['WORK_INJURY'], claims: INJURED, bring: ['accident'], clocks: ['INJURY_EMPLOYER_FILE_30D', 'INJURY_WORKER_FILE_1Y'], notes: ['recognitionUnsure', 'employerLate'], due: [9_525, 9_525] },
  { told: '年假没休，好像签过什么字', answers: { ...EMPLOYEE, matters: ['leave'], workYears: 9, leaveYear: 'full', leaveUsed: 0, leaveWaived: 'unsure', wageExclOvertime: 6_525, yearSickMonths: 0 }, types: ['ANNUAL_LEAVE'], claims: ['annual_leave'], bring: ['totalService'], clocks: [GENERAL], due: [0, 3_000] },
  { told: '竞业限制好像提前取消了', answers: { ...EMPLOYEE, ...LEFT, matters: ['noncompete'], ncAgreedMonthly: 2_000, ncMonths: 6, ncReleased: 'unsure', ncUnpaid: 'unsure' }, types: ['NON_COMPETE'], claims: ['noncompete_pay'], bring: ['noncompeteAgreement'], clocks: [GENERAL], due: [12_000, 18_000] },
  { told: '扣了三百，合同里写没写不知道', answers: { ...EMPLOYEE, matters: ['deduction'], deductionWhy: 'other', deductedTotal: 300, deductionBasis: 'unsure' }, types: ['WAGE_DEDUCTION'], claims: ['deduction_refund'], bring: ['deductionShown'], clocks: [GENERAL], due: [0, 300] },
  { told: '收到一份决定，看不懂，不服', answers: { ...EMPLOYEE, matters: ['finding'], findingWhat: 'unsure' }, types: [], claims: [], bring: [], clocks: [], elsewhere: ['findingUnsure'] },
  { told: '不知道单位交没交社保', answers: { ...EMPLOYEE, matters: ['insurance'], insured: 'unsure', insuranceTrouble: 'unsure', insuranceWaiver: 'unsure' }, types: [], claims: [], bring: [], clocks: [], elsewhere: ['insuranceUnsure'] },
  { told: '十几个人欠薪，要的一不一样不知道', answers: { ...EMPLOYEE, ...OWED, people: 'many', headcount: 14, commonClaim: 'unsure', tension: 'unsure', ordered: 'no' }, types: ['UNPAID_WAGES'], claims: ['unpaid_wages'], bring: ['arrearsShown'], clocks: WAGES, notes: ['commonUnsure'], due: [4_000, 4_000] },
  { told: '说不清，就是被欺负了', answers: { ...EMPLOYEE, matters: ['other'] }, types: ['OTHER'], claims: ['other'], bring: ['contract'], clocks: [GENERAL] },
];

/** As the person answers: only what is asked; what the story does not say is not known. */
function answered(story: Answers): Answers {
  const answers: Record<string, Answer> = {};
  for (let q = nextQuestion(answers); q; q = nextQuestion(answers)) {
    const told = story[q.id];
    if (told === undefined && q.options) throw new Error(`the story does not answer ${q.id}: ${q.ask.zh}`);
    answers[q.id] = told ?? null;
  }
  return answers;
}

describe('the story of a worker', () => {
  it.each(STORIES.map((s) => [s.told, s] as const))('%s', (_told, { answers, types, claims, bring, clocks, notes, elsewhere, missingTables, due }) => {
    const said = answered(answers);
    const found = conclude(said);
    expect(found.disputeTypes).toEqual(types);
    expect(found.claims.map((c) => c.kind)).toEqual(claims);
    expect(found.evidence.items.filter((i) => i.heldBy === 'worker').map((i) => i.id)).toEqual(expect.arrayContaining([...bring]));
    expect(found.clocks.map((c) => c.rule)).toEqual(expect.arrayContaining([...clocks]));
    for (const clock of found.clocks) if (clocks.includes(clock.rule) && clock.triggerDate) expect(clock.dueDate).toMatch(/^20\d\d-/);
    expect(found.notes.map((n) => n.id)).toEqual(expect.arrayContaining([...(notes ?? [])]));
    expect(found.referrals.map((r) => r.id)).toEqual(elsewhere ?? []);
    const { lines } = entitlementSheet({ answers: said, local: CITY, asOf: '2026-11-21' });
    expect([...new Set(lines.flatMap((l) => l.missingTables.map((m) => m.field)))]).toEqual(missingTables ?? []);
    if (!due) return;
    const counted = lines.find((l) => l.low !== null)!;
    expect([counted.low, counted.high]).toEqual(due);
    for (const { working, articles } of counted.rulings) expect([working.length > 0, articles.length > 0]).toEqual([true, true]);
    expect(counted.rulings.length + counted.stated.length).toBeGreaterThan(0);
  });

  it('is there for every dispute type', () => {
    const told = new Set(STORIES.flatMap((s) => s.types));
    expect(disputeTypes.filter((t) => !told.has(t))).toEqual([]);
  });

  it('is asked in few questions', () => {
    for (const { answers } of STORIES) expect(askedQuestions(answered(answers)).length).toBeLessThanOrEqual(32);
  });
});
