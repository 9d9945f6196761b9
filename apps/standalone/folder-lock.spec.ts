import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FolderLock } from './folder-lock.js';

const folder = () => mkdtempSync(join(process.env.HEJIE_TEST_FOLDER!, 'lock-'));
const held = (path: string) => JSON.parse(readFileSync(join(path, 'hejie.lock'), 'utf8')) as { pid: number; born: string; folder: string };
const REFUSED = /^another Hejie is running on the data folder \S+ \(process \d+\); stop it first, or set DATA_DIR to another$/;

describe('the lock of a data folder', () => {
  it('is held by one at a time, and leaves nothing behind', () => {
    const path = folder();
    const lock = FolderLock.take(path);
    expect(held(path).pid).toBe(process.pid);
    expect(() => FolderLock.take(path)).toThrow(REFUSED);
    expect(readdirSync(path)).toEqual(['hejie.lock']);
    lock.release();
    expect(readdirSync(path)).toEqual([]);
    FolderLock.take(path).release();
  });

  it.each([
    ['of a process that has ended', (own: object) => ({ ...own, pid: spawnSync('true').pid })],
    ['of an earlier process with the same number', (own: object) => ({ ...own, born: 'another boot/1' })],
    ['that lost its content', () => null],
  ])('counts for nothing when it is %s', (_, changed) => {
    const path = folder();
    FolderLock.take(path);
    const other = changed(held(path));
    writeFileSync(join(path, 'hejie.lock'), other ? JSON.stringify(other) : '');
    const lock = FolderLock.take(path);
    expect(held(path).pid).toBe(process.pid);
    expect(readdirSync(path)).toEqual(['hejie.lock']);
    lock.release();
  });

  it('does not come along with a copy of the folder', () => {
    const [path, copy] = [folder(), folder()];
    const lock = FolderLock.take(path);
    cpSync(path, copy, { recursive: true });
    FolderLock.take(copy).release();
    lock.release();
  });

  it('is not given up by one who no longer has it', () => {
    const path = folder();
    const lock = FolderLock.take(path);
    writeFileSync(join(path, 'hejie.lock'), 'of somebody else');
    lock.release();
    expect(readFileSync(join(path, 'hejie.lock'), 'utf8')).toBe('of somebody else');
  });
});
