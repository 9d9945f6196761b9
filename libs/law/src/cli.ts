import { TOPICS } from './topics.js';

// `npm run law -- <topic> '<json>'`, or a JSON array of { id, topic, input } on standard input

interface Question {
  readonly id: string;
  readonly topic: string;
  readonly input: unknown;
}

/** The rule's value for an input. @throws naming an unknown topic or what is wrong with the input */
function answer(topic: string, input: unknown): unknown {
  const rule = TOPICS.get(topic);
  if (!rule) throw new Error(`no topic ${topic}; there are: ${[...TOPICS.keys()].join(', ')}`);
  const parsed = rule.input.safeParse(input);
  if (!parsed.success) throw new Error(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  return rule.evaluate(parsed.data);
}

async function readStandardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}

try {
  const [topic, json] = process.argv.slice(2);
  if (topic) {
    console.log(JSON.stringify(answer(topic, JSON.parse(json ?? '{}')), null, 2));
  } else {
    const questions = JSON.parse(await readStandardInput()) as Question[];
    console.log(JSON.stringify(questions.map(({ id, topic: t, input }) => ({ id, output: (answer(t, input) as { value: unknown }).value }))));
  }
} catch (error) {
  console.error(`law: ${(error as Error).message}`);
  process.exit(1);
}
