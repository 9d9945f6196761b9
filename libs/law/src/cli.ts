import { text } from 'node:stream/consumers';
import { reviewText } from './intake/review.js';
import { answerAll } from './registry/answer-all.js';
import { ask } from './registry/ask.js';
import { rulesText } from './registry/rules.js';

// `npm run law -- <topic> '<json>'` prints one answer with its working; `npm run law -- intake` the intake as text for review, `-- rules` the list of rules;
// a JSON array of { id, topic, input } on standard input gives [{ id, output }], or { id, error } and exit code 1 at the end

async function run([topic, json]: readonly string[]): Promise<void> {
  if (topic === 'intake') return void process.stdout.write(`${reviewText()}\n`);
  if (topic === 'rules') return void process.stdout.write(rulesText());
  if (topic) return print(ask(topic, JSON.parse(json ?? '{}')));
  const questions: unknown = JSON.parse(await text(process.stdin));
  if (!Array.isArray(questions)) throw new Error('standard input must be a JSON array of { id, topic, input }');
  const answers = answerAll(questions);
  print(answers);
  if (answers.some((a) => 'error' in a)) process.exitCode = 1;
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(`law: ${(error as Error).message}`);
  process.exitCode = 1;
}
