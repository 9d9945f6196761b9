import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '@hejie/test-kit';

const CSP = [
  "default-src 'self'",
  "base-uri 'self'",
  "font-src 'self' https: data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
  "media-src 'self' blob:",
  "connect-src 'self'",
];
const ALWAYS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

describe('the headers of every answer', () => {
  let plain: TestApp;
  let secure: TestApp;
  beforeAll(async () => {
    const WEB_DIR = await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'web-'));
    await mkdir(join(WEB_DIR, 'assets'));
    await writeFile(join(WEB_DIR, 'index.html'), '<!doctype html><title>和解</title>');
    await writeFile(join(WEB_DIR, 'assets', 'page-1a2b3c.js'), 'export {};');
    plain = await startTestApp({ env: { WEB_DIR } });
    secure = await startTestApp({ env: { PUBLIC_URL: 'https://hejie.example' } });
  });
  afterAll(async () => {
    await plain?.close();
    await secure?.close();
  });

  const headersOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).headers;

  it.each([['/'], ['/cases/1'], ['/assets/page-1a2b3c.js'], ['/api/auth/me'], ['/api/nothing'], ['/health/live'], ['/api/docs-json']])('of %s keep a browser from being turned against its user', async (path) => {
    const headers = await headersOf(plain.url + path);
    expect(Object.fromEntries(headers)).toMatchObject({ ...ALWAYS, 'x-request-id': expect.any(String) });
    expect(headers.get('content-security-policy')!.split(';')).toEqual(CSP);
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('are there on a refusal as well', async () => {
    const headers = await headersOf(`${plain.url}/api/auth/codes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'not json' });
    expect(Object.fromEntries(headers)).toMatchObject(ALWAYS);
  });

  it('ask for https where people reach us by it', async () => {
    const headers = await headersOf(`${secure.url}/health/live`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('content-security-policy')!.split(';')).toEqual(expect.arrayContaining([...CSP, 'upgrade-insecure-requests']));
  });

  it('let a browser keep what is named by its content, and ask again for the page itself', async () => {
    expect((await headersOf(`${plain.url}/assets/page-1a2b3c.js`)).get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/cases/1']) expect((await headersOf(plain.url + path)).get('cache-control')).toBe('no-cache');
  });
});
