import { SPECIALTIES, type Specialty } from '@hejie/law';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { Secret, TOTP } from 'otpauth';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../standalone/demo/demo-accounts.js';
import { demoPhones } from './demo-phones.js';

// `npm run demo`: scenario A1 through the doors of a running server (HEJIE_URL, default http://localhost:3000), told as it happens

const BASE = (process.env['HEJIE_URL'] ?? 'http://localhost:3000').replace(/\/$/, '');
const [DIM, BOLD, OFF] = process.stdout.isTTY ? ['\x1b[2m', '\x1b[1m', '\x1b[0m'] : ['', '', ''];
/** How long one code of an authenticator holds; the server takes it once. */
const CODE_MS = 30_000;
const started = Date.now();
const say = (who: string, what: string) => console.log(`${DIM}${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s${OFF}  ${BOLD}${who}${OFF}  ${what}`);
const chapter = (title: string) => console.log(`\n${BOLD}— ${title} —${OFF}`);
const id = () => crypto.randomUUID();
type Json = Record<string, any>;

/** Somebody of the story with a session of their own. */
class Person {
  private cookie = '';
  private csrf = '';
  accountId = '';
  constructor(readonly name: string) {}

  async call(method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await fetch(`${BASE}/api${path}`, {
      method,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.getSetCookie().find((c) => c.startsWith('hejie_session='));
    if (set) this.cookie = set.split(';')[0]!;
    const content = (await answer.json()) as Json;
    if (!answer.ok) throw Object.assign(new Error(`${this.name}: ${method} ${path}: ${content['title']}`), { status: answer.status });
    return content;
  }
  get = (path: string) => this.call('GET', path);
  post = (path: string, body: unknown = {}) => this.call('POST', path, body);

  private arrived(me: Json): this {
    this.csrf = me['csrfToken'] as string;
    this.accountId = me['accountId'] as string;
    return this;
  }
  async signInByPhone(phone: string): Promise<this> {
    await this.post('/auth/codes', { phone });
    return this.arrived(await this.post('/auth/sessions', { phone, code: await sms(phone, /验证码 (\d{6})/) }));
  }
  /** Somebody who signed in a moment ago has used the code of this half minute: then it waits for the next one. */
  async signInStaff(username: string): Promise<this> {
    const { challengeId } = await this.post('/auth/staff/sessions', { username, password: DEMO_PASSWORD });
    const withCode = async () => this.arrived(await this.post('/auth/staff/sessions/totp', { challengeId, code: new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate() }));
    try {
      return await withCode();
    } catch (error) {
      if ((error as { status?: number }).status !== 401) throw error;
      say(this.name, '这个动态码刚用过，等下一个');
      await new Promise((r) => setTimeout(r, CODE_MS - (Date.now() % CODE_MS) + 100));
      return withCode();
    }
  }
}

/** Waits for an SMS on the development gateway and answers what the pattern caught. */
async function sms(phone: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${BASE}/api/dev/messages`);
    if (answer.status === 404) throw new Error(`the server at ${BASE} shows no messages; the demo needs one that was started as a demo city, with DEV_TOOLS on`);
    const { items } = (await answer.json()) as { items: { recipient: string; body: string }[] };
    const found = items.filter((m) => m.recipient.endsWith(phone)).map((m) => pattern.exec(m.body)?.[1]).find(Boolean);
    if (found) return found;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error(`no SMS came to ${phone}`);
}

async function tell(): Promise<void> {
  const { worker: workerPhone, employer: employerPhone } = demoPhones(Date.now());
  console.log(`${BOLD}姜某的案子${OFF}  工伤，没有合同，没有保险（平度）\n${DIM}${BASE}${OFF}`);

  chapter('申请');
  const worker = await new Person('姜小明').signInByPhone(workerPhone);
  say('姜小明', '用手机号和短信验证码登录');
  const receipt = await worker.post('/cases/quick', {
    requestId: id(),
    claimant: { name: '姜小明' },
    facts: {
      disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'],
      region: '平度市',
      employer: { name: '平度市某机械厂' },
      employment: { contract: 'no', insured: 'no', platformWork: false, startDate: '2019-06-01', monthlyWageFen: 500_000 },
      claims: [{ kind: 'injury_disability', amountFen: 5_500_000 }, { kind: 'double_wage', amountFen: 5_500_000 }],
      story: '2020年3月在车间操作机器时右手受伤，单位没有签合同，也没有缴纳工伤保险。',
    },
  });
  const caseId = receipt['caseId'] as string;
  say('平台', `回执 ${receipt['number']}，这一天可以中断仲裁时效`);
  await worker.call('PATCH', '/auth/me', { name: '姜小明' });

  chapter('选律师');
  const offered: Json[] = (await worker.get(`/lawyers?caseId=${caseId}`))['items'];
  const best = offered[0];
  const account = DEMO_LAWYERS.find((l) => l.name === best?.['name']);
  if (!best || !account) throw new Error(best ? `${best['name']} is no lawyer of the demo city` : 'no lawyer can be asked');
  say('平台', `${offered.length} 位律师，最合适的是${account.name}：${best['specialties'].map((s: Specialty) => SPECIALTIES[s].zh).join('、')}`);
  const [asked] = (await worker.post(`/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: best['accountId'] }))['items'];
  const lawyer = await new Person(account.name).signInStaff(account.username);
  const request = (await lawyer.get('/lawyer-requests'))['items'].find((r: Json) => r['id'] === asked.id);
  say(`${account.name[0]}律师`, `先只看到名字：${request.claimantName} / ${request.employerName}，声明没有利益冲突`);
  await lawyer.post(`/lawyer-requests/${request.id}/declare`, { conflict: false });
  await lawyer.post(`/lawyer-requests/${request.id}/accept`);
  const [room] = (await worker.get(`/rooms?caseId=${caseId}`))['items'];
  await worker.post(`/rooms/${room.id}/messages`, { clientId: id(), kind: 'text', body: { text: '律师您好，我该怎么办？' } });
  say('姜小明', '在只有两人能看到的房间里：律师您好，我该怎么办？');

  chapter('请单位来谈');
  await lawyer.post(`/cases/${caseId}/invitations`, { requestId: id(), phone: employerPhone });
  const token = await sms(employerPhone, /\/i\/([\w-]{43})/);
  const employer = await new Person('孙经理').signInByPhone(employerPhone);
  await employer.post(`/invitations/${token}/accept`, { representativeName: '孙经理', position: '人事经理' });
  await employer.post(`/cases/${caseId}/answer`, { requestId: id(), text: '认可受伤事实，对金额有异议。' });
  say('孙经理', '从短信链接进来，答复：认可受伤事实，对金额有异议');

  chapter('调解会');
  const mediator = await new Person('陈调解').signInStaff('mediator');
  const { id: sessionId } = await lawyer.post(`/cases/${caseId}/sessions`, { requestId: id(), startsAt: new Date(Date.now() + 20 * 60_000).toISOString(), minutes: 90, mode: 'online', mediatorId: mediator.accountId });
  for (const p of [worker, lawyer, employer]) {
    await p.post(`/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION });
    await p.post(`/sessions/${sessionId}/arrive`);
  }
  say('三方', '阅读调解规则并同意，进入等候区');
  await mediator.post(`/sessions/${sessionId}/open`);
  say('陈调解', '开会；请姜小明到背对背，问了底线，再请回来');
  await mediator.post(`/sessions/${sessionId}/place`, { accountId: worker.accountId, to: 'caucus' });
  await mediator.post(`/sessions/${sessionId}/place`, { accountId: worker.accountId, to: 'joint' });
  const inSixtyDays = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const terms = (yuan: number) => ({ items: [{ kind: 'injury_disability', amountFen: yuan * 100 }], totalFen: yuan * 100, instalments: [{ dueDate: inSixtyDays, amountFen: yuan * 100 }] });
  const offers = async () => (await worker.get(`/sessions/${sessionId}`))['proposals'];
  await worker.post(`/sessions/${sessionId}/proposals`, { requestId: id(), terms: terms(80_000) });
  say('姜小明', '提出 80,000 元');
  await employer.post(`/proposals/${(await offers()).at(-1).id}/counter`, { requestId: id(), terms: terms(52_800) });
  say('孙经理', '提出 52,800 元');
  await worker.post(`/proposals/${(await offers()).at(-1).id}/accept`);
  say('姜小明', '接受');
  const { agreementId } = await mediator.post(`/sessions/${sessionId}/close`, { outcome: 'agreed' });

  chapter('签协议');
  const { fairness } = await worker.get(`/agreements/${agreementId}`);
  if (fairness) {
    say('平台', `金额提示：协议金额只有可以主张的 ${fairness.percent}%，须说明并确认后才能签名`);
    await mediator.post(`/agreements/${agreementId}/fairness-confirmation`);
    say('陈调解', '向姜小明说明差距');
    await worker.post(`/agreements/${agreementId}/fairness-confirmation`);
    say('姜小明', '知道差距，仍然愿意');
  }
  for (const [p, phone] of [[worker, workerPhone], [employer, employerPhone]] as const) {
    await p.post(`/agreements/${agreementId}/read`);
    await p.post('/auth/confirmation-codes', { purpose: 'sign_agreement', subject: agreementId });
    await p.post(`/agreements/${agreementId}/sign`, { code: await sms(phone, /确认码 (\d{6})/) });
    say(p.name, '读完，用新的短信确认码签名');
  }
  await mediator.post(`/agreements/${agreementId}/read`);
  await mediator.post(`/agreements/${agreementId}/sign`);
  const sealed = await mediator.post(`/agreements/${agreementId}/seal`);
  say('工会', `盖章：${sealed['number']}，${sealed['amountInWords']}`);
  say('平台', `SHA-256 ${sealed['sha256']}`);
  const check = await worker.get(`/public/agreements/verify?${new URLSearchParams({ number: sealed['number'], hash: sealed['sha256'] })}`);
  say('任何人', check['valid'] ? '在核验页面确认：是盖章原件' : '核验不一致');
  console.log(`\n${DIM}PDF: ${BASE}/agreements/${agreementId}  （用 ${workerPhone} 登录查看）${OFF}`);
}

try {
  await tell();
} catch (error) {
  const refused = (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';
  console.error(refused ? `demo: no server answers at ${BASE}; run npm start first, or set HEJIE_URL` : `demo: ${(error as Error).message}`);
  process.exit(1);
}
