import { claimKinds } from '@hejie/law';
import { injuryFacts } from '@hejie/cases/testing';
import type { Client } from '@hejie/test-kit';
import { id, ok } from './people.js';

const ONE_WORD = '有限责任公司青岛市平度市分公司第三机械加工厂'.repeat(5).slice(0, 100);
const TALE = '那天下午机器卡住了，班长让我伸手去清理，没有停机。'.repeat(200);

/** A case whose every answer is as long as it may be. Answers its id. */
export async function aLongCase(worker: Client): Promise<string> {
  const facts = injuryFacts({
    disputeTypes: ['WORK_INJURY', 'NO_CONTRACT', 'UNPAID_WAGES', 'OVERTIME', 'SOCIAL_INSURANCE', 'ECON_COMPENSATION', 'WAGE_DEDUCTION', 'OTHER'],
    employer: { name: ONE_WORD, address: ONE_WORD.repeat(2) },
    employment: { contract: 'no', insured: 'unsure', platformWork: true, startDate: '2009-06-01', position: ONE_WORD.slice(0, 50), monthlyWageFen: 99_999_999 },
    claims: claimKinds.slice(0, 20).map((kind) => ({ kind, amountFen: 99_999_999_99 })),
    story: TALE.slice(0, 4000),
    privateNote: TALE.slice(0, 2000),
  });
  const { caseId } = ok(await worker.post('/api/cases/quick', { requestId: id(), claimant: { name: '阿卜杜热依木·买买提江·吐尔逊' }, facts }));
  const title = `${'很长的材料名字'.repeat(14)}.txt`.slice(-100);
  ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '名单.txt', type: 'text/plain', bytes: Buffer.from('名单') }, { title, visibility: 'private' }));
  return caseId as string;
}

/** The longest message a room takes, one word without a place to break, and a file with a long name. */
export async function aLongTalk(worker: Client, roomId: string): Promise<void> {
  const say = async (kind: string, body: object) => ok(await worker.post(`/api/rooms/${roomId}/messages`, { clientId: id(), kind, body }));
  await say('text', { text: TALE.slice(0, 1200) });
  const { fileId } = ok(await worker.upload(`/api/rooms/${roomId}/files`, { name: `${'很长的文件名字'.repeat(14)}.txt`, type: 'text/plain', bytes: Buffer.from('证言') }));
  await say('file', { fileId });
  await say('text', { text: `https://example.cn/${'a1b2c3d4'.repeat(40)}` });
}
