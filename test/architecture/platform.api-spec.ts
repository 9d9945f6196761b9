import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '@hejie/test-kit';

describe('the assembled product', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t?.close());

  it('answers health', async () => {
    for (const path of ['live', 'ready']) {
      const answer = await fetch(`${t.url}/health/${path}`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ status: 'ok' });
    }
  });

  it('has no drift between entities and migrations', async () => {
    const drift = await t.db.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((q) => q.query)).toEqual([]);
  });

  it.each([
    ['zh-CN', '没有找到'],
    ['en', 'Not found'],
  ])('answers an unknown path as a problem in %s', async (locale, title) => {
    const answer = await fetch(`${t.url}/api/nothing-here`, { headers: { 'accept-language': locale } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', title: expect.stringContaining(title) });
  });

  it('serves OpenAPI, every operation with the form of its refusals', async () => {
    const document = (await (await fetch(`${t.url}/api/docs-json`)).json()) as { openapi: string; paths: Record<string, Record<string, { responses: object }>>; components: object };
    expect(document).toMatchObject({ openapi: expect.any(String), components: { schemas: { Problem: { properties: { code: { type: 'string' } } } } } });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(150);
    expect(operations.filter((o) => !JSON.stringify(o.responses).includes('"application/problem+json"'))).toEqual([]);
  });
});
