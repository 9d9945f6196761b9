import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** Any number; a failing one is replayed with FAULTS_SEED. */
const seed = process.env['FAULTS_SEED'] ?? String(Date.now() % 1_000_000);

describe('rooms under faults', () => {
  it('lose, double, leak and show nothing in the short form of every scenario', async () => {
    const { NODE_OPTIONS: _jestOnly, ...env } = process.env;
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) =>
      execFile(process.execPath, ['test/faults/run.mjs', '--short', '--seed', seed], { env, timeout: 500_000 }, (error, stdout, stderr) => resolve({ code: error?.code ?? (error ? 'ended' : 0), output: stdout + stderr })),
    );
    if (code !== 0) throw new Error(output);
    expect(output.match(/^\| [a-z-]+ \| \d+ \|.*\| 0 \| /gm)).toHaveLength(11);
  }, 520_000);
});
