import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

describe('input that does not fit', () => {
  let t: TestApp;
  let worker: Client;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());

  /** As the bytes are: no client of ours would send them. */
  const send = async (method: string, path: string, body: string) => {
    const answer = await fetch(t.url + path, { method, body, headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN', cookie: worker.cookie, 'x-csrf-token': worker.csrf } });
    return { status: answer.status, body: (await answer.json()) as { code: string; errors?: { path: string; message: string }[] } };
  };
  const stored = async () => JSON.stringify([(await worker.get('/api/auth/me')).body, (await worker.get('/api/cases')).body]);

  describe('by names that could pass for another kind of object', () => {
    it.each([
      ['{"name":"改名","constructor":"x"}', 'constructor'],
      ['{"name":"改名","constructor":null}', 'constructor'],
      ['{"name":"改名","prototype":{"admin":true}}', 'prototype'],
    ])('are said to be unknown and not dropped without a word: %s', async (body, key) => {
      const before = await stored();
      const answer = await send('PATCH', '/api/auth/me', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path: '' }] } });
      expect(answer.body.errors![0]!.message).toContain(key);
      expect(await stored()).toBe(before);
    });

    it('are found however deep, with where they stand', async () => {
      const before = await stored();
      const { facts, ...rest } = aQuickCase();
      const body = JSON.stringify({ ...rest, facts: { ...facts, claims: [{ ...facts.claims![0], deep: { constructor: 1 } }] } });
      const answer = await send('POST', '/api/cases/quick', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path: 'facts.claims.0.deep' }] } });
      expect(await stored()).toBe(before);
    });

    it.each(['{"name":"改名","__proto__":{"admin":true}}', '{"name":"改名","constructor":{"prototype":{"admin":true}}}'])('are no JSON of ours where they would reach into an object: %s', async (body) => {
      const before = await stored();
      expect(await send('PATCH', '/api/auth/me', body)).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
      expect(await stored()).toBe(before);
    });

    it('are no more known in a query', async () => {
      expect(await worker.get('/api/rooms?constructor=x')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    });

    it('may stand in what people write', async () => {
      expect((await send('PATCH', '/api/auth/me', '{"name":"constructor"}')).status).toBe(200);
    });
  });

  it('is told in plain words, in the language of whoever sent it, with nothing stored', async () => {
    const before = await stored();
    const { facts, ...rest } = aQuickCase();
    const wrong = { ...rest, requestId: 'no id', facts: { ...facts, employer: { name: '甲' }, story: '', region: undefined, claims: [{ kind: 'nothing', amountFen: -100 }], groupSize: 20_000 } };
    const said = async (who: Client) => {
      const { status, body } = await who.post('/api/cases/quick', wrong);
      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      return Object.fromEntries((body.errors as { path: string; message: string }[]).map((e) => [e.path, e.message]));
    };
    expect(await said(worker)).toEqual({
      requestId: '格式不对。', 'facts.employer.name': '太短了，至少 2 个字。', 'facts.story': '太短了，至少 5 个字。', 'facts.region': '没有填，或者填得不对。',
      'facts.claims.0.kind': '请从给出的选项里选。', 'facts.claims.0.amountFen': '太小了，下限是 0。', 'facts.groupSize': '太大了，上限是 10000。',
    });
    const inEnglish = await signInByPhone(t.url, '13800000002', 'Li', 'en');
    expect(await said(inEnglish)).toEqual({
      requestId: 'Not in the right form.', 'facts.employer.name': 'Too short: at least 2 characters.', 'facts.story': 'Too short: at least 5 characters.', 'facts.region': 'Missing, or not filled in correctly.',
      'facts.claims.0.kind': 'Please choose one of those offered.', 'facts.claims.0.amountFen': 'Too small: the limit is 0.', 'facts.groupSize': 'Too large: the limit is 10000.',
    });
    expect((await inEnglish.get('/api/cases')).body.items).toEqual([]);
    expect(await stored()).toBe(before);
  });

  it('is told in the same words over a socket', async () => {
    const inEnglish = await signInByPhone(t.url, '13800000003', 'Wang', 'en');
    for (const [who, title, message] of [[worker, '有些内容没有填对，请按提示修改后再提交。已填写的内容都还在。', '格式不对。'], [inEnglish, 'Some answers need correcting. Nothing you entered has been lost.', 'Not in the right form.']] as const) {
      const answer = await (await who.socket()).emitWithAck('room.send', { roomId: 'no id', message: {} });
      expect(answer).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED', title, errors: expect.arrayContaining([{ path: 'roomId', message }]) } });
    }
  });
});
