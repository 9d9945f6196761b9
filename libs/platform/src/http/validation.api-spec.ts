import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

describe('names by which a body could pass for another kind of object', () => {
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
