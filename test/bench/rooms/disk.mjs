// The disk by itself: 8 KB written where the file already is and synced, one after the other, as a commit does.
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BLOCK = Buffer.alloc(8192, 1);
const BLOCKS = 2048; // a segment of the log

/** @returns {number[]} ms of each write */
export function writeAndSync(path, seconds) {
  const file = openSync(path, 'w');
  for (let i = 0; i < BLOCKS; i++) writeSync(file, BLOCK, 0, BLOCK.length, i * BLOCK.length);
  fsyncSync(file);
  const took = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    const start = performance.now();
    writeSync(file, BLOCK, 0, BLOCK.length, (took.length % BLOCKS) * BLOCK.length);
    fdatasyncSync(file);
    took.push(performance.now() - start);
  }
  closeSync(file);
  return took;
}
