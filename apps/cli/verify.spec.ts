import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chainStart, writeSealedSession, type SealedHeader } from '@hejie/mediation/contract';
import { bodySha256, lineSha256, nextLink, type SealedLine } from '@hejie/rooms/contract';
import { verify } from './verify.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const session: SealedHeader = { sessionId: id(1), caseNumber: '和劳调〔2026〕000001号', sealedAt: '2026-11-21T02:00:00.000Z', people: [{ accountId: id(2), name: '姜小明', side: 'claimant' }] };
const room = { id: id(3), kind: 'joint' as const };

let head = chainStart(session, room, sha256);
const lines = ['您好', '我在车间受的伤。', '五万'].map((text, i): SealedLine => {
  const line = { seq: i + 1, sender: id(2), client: id(10 + i), kind: 'text' as const, at: '2026-11-21T01:00:00.000Z' };
  head = nextLink(head, lineSha256({ ...line, bodySha256: bodySha256({ text }, sha256) }, sha256), sha256);
  return { ...line, body: { text }, link: head };
});
const folder = mkdtempSync(join(process.env.HEJIE_TEST_FOLDER!, 'verify-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const written = writeSealedSession({ session, rooms: [{ ...room, head, lines }] });
const run = (...args: string[]) => {
  const said: string[] = [];
  return { code: verify(args, (line) => said.push(line)), said: said.join('\n') };
};

describe('npx hejie verify', () => {
  const good = file('good.json', written);

  it('says in Chinese and English that a file holds, and with which head', () => {
    const { code, said } = run(good);
    expect(code).toBe(0);
    for (const expected of ['文件完整', 'holds together', '3 行 lines', head]) expect(said).toContain(expected);
    expect(run(good, '--head', head.toUpperCase())).toMatchObject({ code: 0, said: expect.stringContaining('Matches the head you gave') });
  });

  it('names the first line that was changed and ends with 1', () => {
    const { code, said } = run(file('changed.json', written.replace('我在车间受的伤。', '我在家里受的伤。')));
    expect(code).toBe(1);
    expect(said).toContain('joint room #2 (文件第 4 行 line 4 of the file)');
    expect(run(file('cut.json', written.slice(0, -40))).code).toBe(1);
  });

  it('does not hold a whole file that was made anew against the printed head', () => {
    expect(run(good, '--head', '0'.repeat(64))).toMatchObject({ code: 1, said: expect.stringContaining('印章值不符') });
  });

  it('says so when there is nothing to read', () => {
    for (const args of [[join(folder, 'none.json')], [], ['--what']]) expect(run(...args)).toMatchObject({ code: 2, said: expect.stringContaining('cannot be read') });
  });

  it('is the `hejie` that npx finds, from the build', () => {
    const npx = (path: string) => {
      try {
        return { code: 0, said: execFileSync('npx', ['--no-install', 'hejie', 'verify', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: string };
        return { code: status, said: stdout };
      }
    };
    expect(npx(good)).toEqual({ code: 0, said: expect.stringContaining('holds together') });
    expect(npx(join(folder, 'changed.json'))).toEqual({ code: 1, said: expect.stringContaining('#2') });
  });
});
