import { say, type Step } from '../registry/topic.js';

/** Where a thing is had, and the items that are had that way. */
const BY_WAY: readonly (readonly [way: Step, items: readonly string[]])[] = [
  [say('自己手里就有：拍照上传，正反面和每一页都要拍清楚。', 'You have it: photograph both sides and every page, sharply.'), [
    'id', 'contract', 'workCard', 'workCardToo', 'birthDate', 'writtenAgreement', 'probationClause', 'noncompeteAgreement', 'trainingAgreement', 'dispatchContract', 'waiver',
    'reasonLetter', 'resignationForArrears', 'depositReceipt', 'wageAgreement', 'childAge',
  ]],
  [say('到发工资的银行柜台或者手机银行打印盖章的流水；微信、支付宝在“账单”里申请用于证明的电子凭证。', "Have the bank print stamped statements at the counter or in its app; in WeChat or Alipay ask for the certified statement under 'Bills'."), [
    'payLines', 'eachMonth', 'hireProof', 'twelveMonths', 'wageBefore', 'paidAlready', 'sickSlips', 'paySlips', 'orderPay',
  ]],
  [say('在原手机上从聊天开头到结尾连续截图，截到对方的名字、头像和日期；录音用原来的设备保存，不要剪辑。', 'On the original phone take screenshots from the start of the chat to its end, with the name, picture and date of the other; keep recordings on their device, uncut.'), [
    'workChats', 'taskMessages', 'jobAd', 'arrearsShown', 'askedToSign', 'dismissalNotice', 'keptOut', 'returnDemand', 'objection', 'leaveRequests', 'stationManager', 'incident',
    'companyDenial', 'renewalOffer', 'transferNotice', 'layoffNotice', 'banAndFines', 'deductionShown',
  ]],
  [say('趁还能登录，打开考勤、排班或者接单的App逐页截图；已经登不进去的，写明从哪天起登不进去，请仲裁委要求单位提供。', 'While you can still sign in, take screenshots of each page of the attendance, roster or order app; if you cannot, say since when, and ask the commission to have the employer produce it.'), [
    'attendance', 'clockIns', 'lastDay', 'platformRules', 'occupationalInsurance', 'orderAtAccident', 'schemeClaim', 'hoursWorked',
  ]],
  [say('请同事、工友写下看到的事，签名、按手印，写上身份证号码和电话；开庭时最好能到场。', 'Ask colleagues to write down what they saw, with signature, fingerprint, identity number and phone; best if they come to the hearing.'), ['colleagues', 'witnesses', 'siteLedger']],
  [say('到看病的医院病案室申请复印并盖章，带上身份证；票据找不到的，请医院补打。', 'Ask the records office of the hospital for stamped copies, with your identity card; it prints lost receipts again.'), [
    'hospital', 'receipts', 'restNotes', 'treatmentProof', 'pregnancyProof', 'birthPapers', 'sickNotes', 'diseaseDiagnosis',
  ]],
  [say('登录当地人社网、“掌上12333”或者到社保大厅，打印带二维码的参保缴费证明。', "Print the contribution record with its QR code from the local authority's site, the 12333 app or the insurance hall."), ['insuranceRecord', 'insurancePrintout', 'totalService', 'serviceProof']],
  [say('打开“个人所得税”App，在“个人中心—任职受雇信息”和“收入纳税明细”里截图。', 'Open the tax app and take screenshots of the employer entry and of the income list.'), ['taxRecord']],
  [say('在“国家企业信用信息公示系统”网站按单位名称查询，截图保存或者下载报告。', 'Look the employer up in the National Enterprise Credit Information system; keep a screenshot or the report.'), ['businessRecord']],
  [say('向作出决定的机关（人社局、交警队、公安派出所、劳动监察）申请复印并盖章，带上身份证。', 'Ask the authority that decided (human-resources bureau, traffic police, police, inspectorate) for a stamped copy, with your identity card.'), [
    'recognition', 'grade', 'trafficFinding', 'inspectionOrder', 'deathPapers',
  ]],
  [say('几个人一起写好，每个人核对自己的一行后亲笔签名、按手印；代表由全体推举并签名。', 'Write it together; each checks their own line and signs; representatives are elected and signed for by all.'), ['groupList', 'election']],
  [say('向工会要一份，或者请工会向单位调取。', 'Ask the union for a copy, or to get it from the employer.'), ['collectiveText']],
  [say('把自己记得的写下来，能拍、能截图、能找到的都先传上来。', 'Write down what you remember, and upload whatever can be photographed or found.'), ['accident', 'exposure', 'lossCalculation', 'comparison', 'whatHappened', 'founder']],
];

const FROM_EMPLOYER = say(
  '单位掌握，不用自己找：仲裁时书面申请，由仲裁委要求单位在期限内提供；不提供的，由单位承担不利后果（调解仲裁法第三十九条）。',
  'The employer holds it: ask in writing at arbitration, and the commission orders it produced; not producing it counts against the employer (Mediation and Arbitration Law Art 39).',
);

const WAYS = new Map(BY_WAY.flatMap(([way, items]) => items.map((id) => [id, way] as const)));

/** How a worker gets a thing of the checklist. @throws for an item nobody said a way for */
export function wayTo({ id, heldBy }: { readonly id: string; readonly heldBy: 'worker' | 'employer' }): Step {
  if (heldBy === 'employer') return FROM_EMPLOYER;
  const way = WAYS.get(id);
  if (!way) throw new Error(`no way to ${id}`);
  return way;
}

export const idsWithWay: readonly string[] = [...WAYS.keys()];
