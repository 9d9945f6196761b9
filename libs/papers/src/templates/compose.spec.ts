import { describe, expect, it } from '@jest/globals';
import { articlesOf } from '@hejie/law';
import type { Block } from '../paper.js';
import { attachedLines } from '../writing.js';
import { aCase } from '../testing/a-case.js';
import { compose, fieldsOf, labelOf, missingOf, optionsOf, type Values } from './compose.js';
import { fieldIds, fieldOf, type FieldId } from './fields.js';
import type { Part } from './template.js';
import { paperKinds, templateOf, type PaperKind } from './templates.js';

const about = { madeAt: new Date('2026-11-21T00:00:00Z') };
const said = (kind: PaperKind, values: Values) => compose(kind, values, about).paper.blocks.flatMap(wordsOf).join('\n');
const rowsOf = (kind: PaperKind, values: Values) => new Map(compose(kind, values, about).paper.blocks.flatMap((b) => (b.kind === 'fields' ? b.rows : [])));

function wordsOf(b: Block): string[] {
  if (b.kind === 'fields') return b.rows.map(([label, value]) => `${label}：${value}`);
  if (b.kind === 'table') return [b.head.join('|'), ...b.rows.map((r) => r.join('|'))];
  if (b.kind === 'list') return [...b.items];
  if (b.kind === 'boxes') return b.lines.map((l) => `${l.ticked ? '■' : '□'}${l.text}`);
  if (b.kind === 'signatures') return b.lines.map((l) => `${l.role}${l.name ?? ''}`);
  if (b.kind === 'closing') return [b.to ?? '', ...attachedLines(b.attached ?? []), ...b.signers];
  if (b.kind === 'seal') return [b.organisation, b.date];
  return b.kind === 'pageBreak' ? [] : [b.text];
}

/** Fields a part names: in its texts, its rows and its conditions. */
function namedBy(part: Part): FieldId[] {
  return [...JSON.stringify(part).matchAll(/"([\w.]+)"|\{([\w.]+)\}/g)].map((m) => (m[1] ?? m[2]!) as FieldId).filter((f) => (fieldIds as FieldId[]).includes(f));
}

describe.each(paperKinds)('the template of %s', (kind) => {
  const template = templateOf(kind);

  it('names exactly the fields it has, what it is for, and where its contents are laid down', () => {
    const conditions = template.required.flatMap((r) => (typeof r === 'string' ? [] : [r.when ?? r.unless!]));
    const used = [...new Set([...template.parts.flatMap(namedBy), ...conditions])].sort();
    expect(used).toEqual(fieldsOf(kind).sort());
    expect(articlesOf(template.source).length).toBeGreaterThan(0);
    for (const text of [template.title, template.use]) expect([text.zh, text.en].every((t) => t.length > 3)).toBe(true);
  });

  it('is whole with everything known, and says it without a blank', () => {
    const { missing } = compose(kind, aCase, about);
    expect(missing).toEqual([]);
    // places for the pen are no blanks of the template
    const text = said(kind, aCase).replace('______年____月____日____时', '').replace('______年____月____日', '');
    expect(text).not.toMatch(/_|undefined|\{/);
  });

  it('with nothing known invents nothing: every required field is named as missing', () => {
    const { missing } = compose(kind, {}, about);
    expect(missing).toEqual(template.required.flatMap((r) => (typeof r === 'string' ? r : r.when ? [] : r.field)));
    expect(said(kind, {})).not.toMatch(/undefined|null|NaN|\{/);
  });
});

describe('what papers say of their fields', () => {
  it('sets dates, amounts and numbers the way papers do', () => {
    const rows = rowsOf('mediation_application', aCase);
    expect(rows.get('申请人')).toBe('姜小明');
    expect(rows.get('出生日期')).toBe('1990年1月1日');
    expect(rows.get('身份证号码')).toBe('370283199001011235');
    expect(rows.get('入职日期')).toBe('2019年6月1日');
    expect(rows.get('月工资')).toBe('人民币5,000.00元（大写：伍仟元整）');
    expect(said('mediation_application', aCase)).toContain('以上金额合计人民币110,000.00元（大写：壹拾壹万元整）。');
  });

  it('asks every consent, and ticks only what was answered', () => {
    const rows = rowsOf('mediation_application', { ...aCase, 'consent.data': null });
    expect([rows.get('由工会主持调解'), rows.get('对调解过程录音录像'), rows.get('为调解处理本人身份、工资、健康等个人信息')]).toEqual(['■ 同意　□ 不同意', '□ 同意　■ 不同意', '□ 同意　□ 不同意']);
  });

  it('names the people and their representatives only where there are several', () => {
    expect(said('arbitration_application', { ...aCase, 'people.count': null, 'people.elect': null })).not.toContain('推举');
    const group = { ...aCase, 'people.count': 12, 'people.elect': 'yes' };
    expect(missingOf('arbitration_application', { ...group, 'people.representatives': null })).toEqual(['people.representatives']);
    expect(said('arbitration_application', group)).toContain('本案申请人共12人，推举姜小明、李工友、赵工友为代表人');
  });

  it.each(['mediation_application', 'arbitration_application', 'litigation_complaint'] as const)('%s of fewer than may elect names each, to sign for themselves', (kind) => {
    const few = { ...aCase, 'people.count': 2, 'people.elect': null, 'people.few': 'yes', 'people.representatives': null, 'group.members': [['1', '姜小明', '', ''], ['2', '李工友', '', '']] };
    expect(missingOf(kind, few)).not.toContain('people.representatives');
    for (const words of ['本案共同申请人共2人，各自参加', '2|李工友||']) expect(said(kind, few)).toContain(words);
    expect(said(kind, few)).not.toContain('推举');
  });

  it('proves who was elected by whom, with room for each to sign, and what they may not do alone', () => {
    const text = said('representatives_proof', aCase);
    for (const words of ['申请人10人与平度市某机械厂因', '和调〔2026〕000001号', '全体申请人于2026年11月20日依照《劳动争议调解仲裁法》第七条', '2|李工友||', '10|欧阳工友||', '必须经被代表的申请人同意']) expect(text).toContain(words);
    // numbers and phones are each worker's own to write
    expect(text).not.toMatch(/370283199001011235|13800000001/);
    expect(said('representatives_proof', { ...aCase, 'group.electedOn': null })).toContain('全体申请人于______年____月____日依照');
    const tables = compose('representatives_proof', aCase, about).paper.blocks.filter((b) => b.kind === 'table');
    expect(tables.map((b) => b.toWrite)).toEqual([true, true]);
  });

  describe('of several respondents', () => {
    const AGENCY = { 'employer.role': '劳务派遣单位', 'respondents.others': ['two', 'three'], 'respondents.names': '平度市某机械厂、平度市某电子厂、钱老板', 'respondents.copies': '三份' };
    const SECOND = { 'employer.name#two': '平度市某电子厂', 'employer.role#two': '用工单位', 'employer.address#two': '平度市某工业园5号', 'employer.legalPerson#two': '李厂长', 'employer.phone#two': '0532-88880000' };
    const THIRD = { 'employer.name#three': '钱老板', 'employer.role#three': '出资人', 'employer.person#three': 'yes', 'employer.address#three': '平度市某镇某村9号' };
    const several: Values = { ...aCase, ...AGENCY, ...SECOND, ...THIRD };

    it.each([['mediation_application', '被申请人'], ['arbitration_application', '被申请人'], ['litigation_complaint', '被告']] as const)('%s names each with a number and with what is its own', (kind, role) => {
      const text = said(kind, several);
      const order = [`${role}一：平度市某机械厂`, '身份：劳务派遣单位', '孙大力', `${role}二：平度市某电子厂`, '身份：用工单位', '李厂长', '住所地：平度市某工业园5号', '单位联系电话：0532-88880000', `${role}三：钱老板`, '住所地：平度市某镇某村9号'].map((words) => text.indexOf(words));
      expect(order.every((at) => at >= 0)).toBe(true);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      // who founded it is a person and has nobody to represent it by law
      expect(text.match(/法定代表人（主要负责人）/g)).toHaveLength(2);
      expect(missingOf(kind, several)).toEqual([]);
    });

    it('asks for what is missing of each, and says of whom', () => {
      const values = { ...several, 'employer.address': null, 'employer.legalPerson#two': null, 'employer.address#three': null };
      expect(missingOf('arbitration_application', values)).toEqual(['employer.address', 'employer.address#three', 'employer.legalPerson#two']);
      expect(missingOf('arbitration_application', values).map((f) => labelOf(f, values).zh)).toEqual(['被申请人一的单位住所地', '被申请人三的单位住所地', '被申请人二的法定代表人（主要负责人）']);
      expect(fieldsOf('arbitration_application', values)).toEqual(expect.arrayContaining(['employer.phone', 'employer.phone#two', 'employer.phone#three']));
      expect(fieldsOf('arbitration_application', values)).not.toContain('employer.legalPerson#three');
      expect([labelOf('employer.address', aCase).zh, labelOf('claimant.address', values).zh]).toEqual(['单位住所地', '住址']);
    });

    it('counts the copies by them', () => {
      expect(said('arbitration_application', several)).toContain('本申请书副本三份（按被申请人人数提交）');
      expect(said('litigation_complaint', several)).toContain('本起诉状副本三份（按被告人数提交）');
      expect(said('arbitration_application', aCase)).toContain('本申请书副本一份（按被申请人人数提交）');
    });

    it('speaks of all where it speaks of the other side', () => {
      for (const kind of ['mediation_notice', 'mediation_end_notice', 'representatives_proof', 'power_of_attorney', 'evidence_list'] as const) expect([kind, said(kind, several).includes('平度市某机械厂、平度市某电子厂、钱老板')]).toEqual([kind, true]);
      expect(said('mediation_notice', several)).toContain('被申请人三：□ 同意先行调解');
      expect(said('mediation_notice', several)).toContain('申请人（签名）\n被申请人一（签名或者盖章）\n被申请人二（签名或者盖章）\n被申请人三（签名或者盖章）');
      expect(said('mediation_notice', aCase)).toContain('被申请人（签名或者盖章）');
    });

    it('is served on each by itself', () => {
      expect(Object.values(optionsOf('service.recipient', several)).map((o) => o.zh)).toEqual(['申请人', '被申请人一', '被申请人二', '被申请人三']);
      expect(Object.values(optionsOf('service.recipient', aCase)).map((o) => o.zh)).toEqual(['申请人', '被申请人']);
      expect(rowsOf('service_receipt', { ...several, 'service.recipient': 'respondent2', 'service.recipientName': '平度市某电子厂' }).get('受送达人')).toBe('平度市某电子厂（被申请人二）');
    });
  });

  it('leaves out what is optional and unknown, and keeps a blank for what is required', () => {
    const rows = rowsOf('arbitration_application', { ...aCase, 'employer.uscc': null, 'employer.legalPerson': null });
    expect(rows.has('统一社会信用代码')).toBe(false);
    expect(rows.get('法定代表人（主要负责人）')).toBe('______________');
    expect(rowsOf('mediation_application', { ...aCase, 'employer.uscc': null }).get('统一社会信用代码')).toBe('______________');
    expect(said('arbitration_application', aCase)).toContain('平度市劳动人事争议仲裁委员会');
  });

  it.each([
    ['mediation_application', ['电子送达地址', '统一社会信用代码', '单位联系电话', '入职日期', '岗位', '月工资', '争议发生日期', '希望的调解员'], '希望的调解方式'],
    ['arbitration_application', ['通讯地址', '法定代表人职务', '单位通讯地址', '单位联系电话'], null],
    ['judicial_confirmation', ['通讯地址', '电子送达地址', '单位通讯地址', '单位联系电话', '单位电子送达地址'], null],
    ['arbitral_review', ['通讯地址', '电子送达地址', '单位通讯地址', '单位联系电话', '单位电子送达地址'], null],
    ['mediation_agreement', ['联系电话', '单位联系电话', '法定代表人（主要负责人）', '收款账户（户名、开户行、账号）'], '双方选择的确认方式'],
    ['service_address', ['收件人', '电子送达地址'], null],
  ] as const)('%s leaves open what the law puts into it and nobody has said: a line, or boxes to tick', (kind, lines, boxes) => {
    const named: FieldId[] = ['claimant.name', 'claimant.idNumber', 'employer.name', 'employer.address', 'dispute.types', 'case.number', 'organisation', 'story'];
    const rows = rowsOf(kind, Object.fromEntries(named.map((f) => [f, aCase[f as keyof typeof aCase]])) as Values);
    for (const label of lines) expect([label, rows.get(label)]).toEqual([label, expect.stringMatching(/^_{6,}(年_{4}月_{4}日)?$/)]);
    if (boxes) expect(rows.get(boxes)).toMatch(/^□\u00a0.+　□\u00a0.+　□\u00a0.+$/);
    for (const field of templateOf(kind).open!) expect(missingOf(kind, {})).not.toContain(field);
  });

  it('says where papers reach either side, each its own, and to what the side has agreed', () => {
    const worker = rowsOf('service_address', aCase);
    expect([worker.get('当事人'), worker.get('送达地址'), worker.get('收件人'), worker.get('联系电话'), worker.get('电子送达地址')]).toEqual(['姜小明（申请人）', '山东省平度市某镇某厂宿舍3号楼', '李工友', '13800000001', '13800000001（短信）']);
    expect(worker.get('用电子方式送达')).toBe('■ 同意　□ 不同意');
    expect(rowsOf('service_address', { ...aCase, 'claimant.mailing': null, 'service.byElectronic': null }).get('送达地址')).toBe('山东省平度市某镇某村1号');
    const employer = said('service_address', { ...aCase, 'by.employer': 'yes', 'employer.mailing': null });
    for (const words of ['平度市某机械厂（被申请人）', '送达地址：平度市某工业园2号', '0532-80000000', 'legal@example.com']) expect(employer).toContain(words);
    expect(employer).not.toMatch(/某镇|13800000001|370283199001011235/);
  });

  it('lists the evidence with what each piece proves, or says that there is none', () => {
    expect(said('evidence_list', aCase)).toContain('1|工伤认定决定书|国家机关出具|2020年7月1日|受伤已认定为工伤|1|');
    expect(said('evidence_list', { ...aCase, 'evidence.rows': [] })).toContain('没有提交证据');
  });

  it('is given by the worker or by the employer, each with their own particulars and authority', () => {
    const worker = said('power_of_attorney', { ...aCase, 'agent.authority': 'general' });
    expect(worker).toContain('委托人与平度市某机械厂因');
    expect(worker).toContain('参加劳动争议调解和劳动争议仲裁'.slice(0, 8));
    expect(worker).toMatch(/■一般授权[^]*□特别授权/);
    const employer = said('power_of_attorney', { ...aCase, 'by.employer': 'yes' });
    expect(employer).toContain('法定代表人（主要负责人）：孙大力');
    expect(employer).toContain('委托人与姜小明因');
    expect(employer).not.toContain('370283199001011235');
    expect(employer).toMatch(/□一般授权[^]*■特别授权：[^]*代为承认、放弃、变更请求/);
  });

  it('tells both sides of mediation first: voluntary, how long, what it does to the limitation, free', () => {
    const text = said('mediation_notice', aCase);
    for (const words of ['2026年11月21日', '2026年12月7日届满', '第五条', '十五日内', '时效中断', '保密', '不收取费用', '□ 同意先行调解　□ 不同意先行调解', '12351']) expect(text).toContain(words);
    expect(said('mediation_notice', { ...aCase, 'case.mediationLastDate': null })).not.toContain('届满');
  });

  it('tells both sides why mediation ended and what is left to them: where, until when, free', () => {
    const text = said('mediation_end_notice', aCase);
    for (const words of ['调解于2026年11月23日终结', '■双方分歧较大，没有达成协议', '□联系不上一方当事人', '平度市劳动人事争议仲裁委员会提出', '第二十一条', '时效期间为一年', '仲裁不收费', '12351']) expect(text).toContain(words);
    expect(said('mediation_end_notice', { ...aCase, 'addressee.commission': null, 'mediation.endReason': null })).not.toMatch(/按本案的办理地|■/);
  });

  it('proves a service with place for day and signature', () => {
    const rows = rowsOf('service_receipt', aCase);
    expect(rows.get('送达文书和件数')).toBe('先行调解告知书一份');
    expect(rows.get('受送达人')).toBe('平度市某机械厂（被申请人）');
    expect(rows.get('送达方式')).toBe('直接送达');
    expect(rows.get('收到日期')).toContain('______年');
  });

  it('asks for the overdue sum with its parts', () => {
    const text = said('payment_order', aCase);
    for (const words of ['支付人民币20,000.00元（大写：贰万元整）。', '1|未签合同的二倍工资|赔偿金|20,000.00元', '1|2026年11月30日前|20,000.00元', '至2026年12月2日没有支付', '第十六条']) expect(text).toContain(words);
  });

  it('asks for no sum of its own where the agreement pays for what a payment order does not cover', () => {
    const mixed = { ...aCase, 'agreement.notPayable': '一次性伤残补助金', 'due.total': null };
    expect(missingOf('payment_order', mixed)).toEqual([]);
    for (const words of ['督促其向申请人支付______________。', '一次性伤残补助金不属于可以申请支付令的事项']) expect(said('payment_order', mixed)).toContain(words);
    expect(said('payment_order', aCase)).not.toContain('不属于可以申请支付令的事项');
  });

  it.each(['judicial_confirmation', 'arbitral_review'] as const)('%s names who acts for either side, with the authority, only where somebody does', (kind) => {
    const text = said(kind, { ...aCase, 'employerAgent.name': '赵法务', 'employerAgent.phone': '13900000002', 'employerAgent.authority': 'general' });
    for (const words of ['委托代理人：王守正　13900000001', '代理权限：特别授权', '委托代理人：赵法务　13900000002', '代理权限：一般授权', '用人单位的授权委托书及代理人身份证明']) expect(text).toContain(words);
    expect(said(kind, { ...aCase, 'agent.name': null })).not.toMatch(/委托代理人|授权委托书/);
  });

  it.each([['judicial_confirmation', '请求人民法院确认双方达成的编号和协〔2026〕000001号、自2026年11月23日起生效的调解协议有效', '第二百零五条'], ['arbitral_review', '制作调解书', '第二十七条']] as const)('asks jointly by %s', (kind, request, article) => {
    const text = said(kind, aCase);
    for (const words of [request, article, '申请人（劳动者）：姜小明', '申请人（用人单位）：平度市某机械厂', '孙经理', '2026年11月23日', '人民币60,000.00元（大写：陆万元整）', '送达地址确认书', '用人单位（盖章）']) expect(text).toContain(words);
  });

  it('asks for recognition of an injury with time, place, cause and harm, and leaves their places to employer and authority', () => {
    const rows = rowsOf('injury_application', aCase);
    expect([rows.get('申请人'), rows.get('事故日期'), rows.get('事故地点'), rows.get('受伤部位和程度'), rows.get('职业、工种或者工作岗位')]).toEqual(['受伤职工本人', '2020年3月12日', '冲压车间三号冲压机旁', '右手食指、中指末节开放性骨折。', '操作工']);
    expect(rows.get('用人单位意见')).toMatch(/^\n+$/);
    const text = said('injury_application', aCase);
    for (const words of ['平度市人力资源和社会保障局', '劳动关系（包括事实劳动关系）证明', '医疗诊断证明', '申请认定姜小明所受伤害为工伤', '第十九条']) expect(text).toContain(words);
    expect(said('injury_application', { ...aCase, 'injury.disease': null, 'injury.exposure': null })).not.toContain('职业病名称');
    // what nobody said is a blank, of which only what the law asks for is a lack
    expect(missingOf('injury_application', { ...aCase, 'injury.time': null, 'injury.diagnosedOn': null, 'injury.cause': null })).toEqual(['injury.cause']);
  });

  it('settles between the parties with amount in words and day, for either side without what is not its own', () => {
    const text = said('settlement_agreement', aCase);
    for (const words of ['甲方向乙方支付人民币58,000.50元（大写：伍万捌仟元伍角整），于2026年12月31日前付清。', '370283199001011235', '第十一条', '一式两份', '甲方（盖章）', '不能申请仲裁审查确认或者司法确认', '代表人进行和解，须经被代表的劳动者同意', '3|赵工友||']) expect(text).toContain(words);
    const theirs = said('settlement_agreement', { ...aCase, 'by.employer': 'yes' });
    expect(theirs).not.toMatch(/370283199001011235|某镇|13800000001|赵工友/);
    for (const words of ['乙方（劳动者）：姜小明', '孙大力', '（由劳动者填写）']) expect(theirs).toContain(words);
    expect(said('settlement_agreement', { ...aCase, 'people.count': null, 'group.members': null })).not.toContain('下表签名');
    expect(missingOf('settlement_agreement', { ...aCase, 'settlement.total': null, 'settlement.other': null })).toEqual(['settlement.total']);
  });

  it('records a follow-up: what was agreed and paid, how it went and what follows', () => {
    const text = said('follow_up_record', aCase);
    for (const words of ['1|2026年11月30日前|20,000.00元|到期未付', '回访日期：2026年12月3日', '回访方式：电话', '■到期没有履行', '□已经全部履行', '单位称资金周转困难', '后续处理：督促履行', '下次回访日期：2026年12月16日', '人民币60,000.00元（大写：陆万元整）']) expect(text).toContain(words);
    expect(text).not.toContain('370283199001011235');
    const blank = said('follow_up_record', { ...aCase, 'followUp.performed': null, 'followUp.reason': null, 'followUp.nextOn': null, 'followUp.satisfaction': null });
    expect(blank).not.toMatch(/■|原因：/);
    for (const words of ['下次回访日期：______年', '□\u00a0满意']) expect(blank).toContain(words);
  });

  it('goes to court on an award or on an agreement', () => {
    expect(said('litigation_complaint', { ...aCase, 'agreement.number': null })).toContain('仲裁裁决书文号：平劳人仲案〔2026〕第88号');
    expect(missingOf('litigation_complaint', { ...aCase, 'agreement.number': null, 'award.number': null })).toEqual(['award.number']);
    expect(said('litigation_complaint', aCase)).toContain('第五十一条');
  });

  it('writes the agreement item by item, with the warning only where it was given', () => {
    const text = said('mediation_agreement', aCase);
    for (const words of ['履行方式：银行转账', '收款账户（户名、开户行、账号）：姜小明', '双方选择的确认方式：司法确认', '1|一次性伤残补助金|40,000.00元', '2|2027年1月15日前|40,000.00元|肆万元整', '共计人民币60,000.00元（大写：陆万元整）', '一式三份', '申请人姜小明', '2026年11月23日']) expect(text).toContain(words);
    expect(text).not.toContain('第一百五十一条');
    expect(said('mediation_agreement', { ...aCase, 'agreement.farUnder': 'yes' })).toContain('《民法典》第一百五十一条');
  });

  it('records a session with who came, the lines everybody heard and what is not disputed', () => {
    const text = said('mediation_minutes', aCase);
    for (const words of ['姜小明|申请人|09:00|手机短信验证码登录', '3|09:10|孙经理|工资按每月四千五算过。', '双方认可2019年6月1日入职。', '只供双方和调解组织查阅']) expect(text).toContain(words);
    for (const words of ['09:30|被申请人一方孙经理|共计60,000.00元', '是否要求更换调解员：申请人一方：不要求\n被申请人一方：不要求']) expect(text).toContain(words);
    expect(said('mediation_minutes', { ...aCase, 'minutes.recusalClaimant': null })).toContain('申请人一方：□\u00a0不要求　□\u00a0要求\n被申请人一方：不要求');
    expect(said('mediation_minutes', { ...aCase, 'minutes.lines': [] })).toContain('没有摘录。');
    expect(said('mediation_minutes', { ...aCase, 'minutes.proposals': [] })).toContain('没有向双方公开的方案。');
  });

  it('has words in both languages for every field', () => {
    for (const id of fieldIds) expect([id, fieldOf(id).label.zh.length > 1, fieldOf(id).label.en.length > 1]).toEqual([id, true, true]);
  });
});
