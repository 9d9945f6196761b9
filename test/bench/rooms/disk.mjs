// The disk by itself: 8 KB written where the file already is and synced, one after the other, as a commit does.
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const BLOCK = Buffer.alloc(8192, 1);
const BLOCKS = 2048; // a segment of the log

/**
 * @param pause ms of rest before each write: what it costs to wake a machine that has nothing else to do
 * @returns {Promise<number[]>} ms of each write
 */
export async function writeAndSync(path, seconds, pause = 0) {
  const file = openSync(path, 'w');
  for (let i = 0; i < BLOCKS; i++) writeSync(file, BLOCK, 0, BLOCK.length, i * BLOCK.length);
  fsyncSync(file);
  const took = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    if (pause) await sleep(pause);
    const start = performance.now();
    writeSync(file, BLOCK, 0, BLOCK.length, (took.length % BLOCKS) * BLOCK.length);
    fdatasyncSync(file);
    took.push(performance.now() - start);
  }
  closeSync(file);
  return took;
}
