// npm test: types and lint beside each other, the build, then every test in Jest.
// A suite that fails is run once more, alone, and both outcomes are printed: see docs/decisions/0010.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** More than these at once are no accident of two busy cores: they are not asked again. */
const SECOND_CHANCES = 3;
/** A loss or a leak that was seen once was there, whatever the next seed says. */
const NO_SECOND_CHANCE = /^test\/(confidentiality|faults)\//;

/** Runs a command; what it says is printed when it ends, so that two beside each other stay readable. Answers its exit code. */
function inOnePiece(command, args) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      console.log(`> ${command} ${args.join(' ')}${code ? ` (exit code ${code})` : ''}`);
      process.stdout.write(Buffer.concat(pieces));
      resolve(code ?? 1);
    });
  });
}

function aloud(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Answers the exit code and the files of the suites that failed. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'hejie-results-'));
  const results = join(folder, 'results.json');
  try {
    // a young generation as large as what a suite loads: a twentieth less of the time goes into collecting it
    const code = await aloud('npx', ['jest', ...args, '--json', `--outputFile=${results}`], { NODE_OPTIONS: '--experimental-vm-modules --max-semi-space-size=64' });
    const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
    return { code, failed: testResults.filter((suite) => suite.status === 'failed').map((suite) => relative('.', suite.name)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lanes = await Promise.all([
  inOnePiece('npx', ['tsc', '-p', 'test/tsconfig.json']),
  inOnePiece('npx', ['tsc', '-p', 'apps/web/tsconfig.json']).then(async (types) => (await inOnePiece('npx', ['eslint', '.'])) || types),
]);
if (lanes.some((code) => code !== 0)) process.exit(1);
if ((await aloud('npm', ['run', 'build'])) !== 0) process.exit(1);

// the specs of the libs, the browser and the scenarios come together in test/together: in each of its suites the product is loaded once
const SUITES = ['**/*.spec.ts', '**/*.suite.ts', '<rootDir>/{apps,test}/**/*.api-spec.ts', '!**/test/{browser,scenarios}/**/*.api-spec.ts'].map((pattern) => `--testMatch=${pattern}`);
const first = await jest(SUITES);
if (first.code === 0) process.exit(0);
if (first.failed.length === 0 || first.failed.length > SECOND_CHANCES || first.failed.some((file) => NO_SECOND_CHANCE.test(file))) process.exit(1);
console.log(`\nFailed, and run once more, alone:\n${first.failed.map((file) => `  ${file}`).join('\n')}\n`);
const second = await jest([...SUITES, '--runInBand', '--runTestsByPath', ...first.failed]);
if (second.code === 0) console.log(`\nPassed alone after failing beside others (the failure stands above; it is a defect of the test or the product, to be mended):\n${first.failed.map((file) => `  ${file}`).join('\n')}`);
process.exit(second.code);
