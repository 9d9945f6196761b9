import type { CivilDate } from '../dates/civil-date.js';
import { SHIPPED_CALENDARS, type Calendars } from '../dates/holiday-calendar.js';
import type { Answers } from '../intake/condition.js';
import { Facts } from '../intake/facts.js';
import { mattersOf } from '../intake/conclude.js';
import { questionById } from '../intake/questions/index.js';
import { relevantAnswers } from '../intake/walk.js';
import { fenOf, yuanOf } from '../money/yuan.js';
import { ask, BadQuestion, type Answer as Ruling } from '../registry/ask.js';
import { NotLoaded } from '../registry/not-loaded.js';
import { say, type Step } from '../registry/topic.js';
import { NOT_A_LEGAL_OPINION } from '../registry/warnings.js';
import type { ClaimKind } from '../taxonomy/claim-kinds.js';
import type { Part } from '../claims/claim-basis.js';
import { CLAIM_BUILDERS } from '../claims/index.js';
import { TOPICS } from '../topics.js';
import { titleOfFigure, withLocal, type LocalFigures } from './local-figures.js';

export interface SheetLine {
  readonly claim: ClaimKind;
  readonly title: Step;
  /** Yuan; null where the law gives no figure or something is missing, never 0 for that. */
  readonly low: number | null;
  readonly high: number | null;
  /** The amounts that were told, not counted. */
  readonly stated: readonly { readonly what: Step; readonly amount: number }[];
  /** Each rule that was asked: its input, value, working, articles, validity and cautions. */
  readonly rulings: readonly (Ruling & { readonly input: unknown })[];
  readonly missingFacts: readonly { readonly question: string; readonly ask: Step }[];
  readonly missingTables: readonly { readonly field: string; readonly title: Step }[];
  /** What in the answers cannot be, so that nothing is counted. */
  readonly contradiction: Step | null;
  readonly changes: readonly Step[];
}

export interface EntitlementSheet {
  readonly asOf: CivilDate;
  /** All it was made from: the same inputs make the same sheet. */
  readonly inputs: { readonly answers: Answers; readonly local: LocalFigures };
  readonly lines: readonly SheetLine[];
  /** Of the lines that have a figure; `complete` if all that could have one do. What was already paid is taken off. */
  readonly total: { readonly low: number; readonly high: number; readonly alreadyPaid: number; readonly complete: boolean };
  readonly warnings: readonly Step[];
}

/** What is due, claim by claim, from least to most: neutral, for both sides to look at. */
export function entitlementSheet({ answers, local, asOf, calendars = SHIPPED_CALENDARS }: { answers: Answers; local: LocalFigures; asOf: CivilDate; calendars?: Calendars }): EntitlementSheet {
  const kept = relevantAnswers(answers);
  const facts = new Facts(kept);
  const lines = mattersOf(kept).claims.map(({ kind, title }) => lineOf(kind, title, facts, local.forClaims?.[kind] ?? local, asOf, calendars));
  const alreadyPaid = facts.number('alreadyPaid') ?? 0;
  const sum = (bound: 'low' | 'high') => yuanOf(Math.max(0, lines.reduce((total, line) => total + fenOf(line[bound] ?? 0), 0) - Math.round(alreadyPaid * 100)));
  return {
    asOf,
    inputs: { answers: kept, local },
    lines,
    total: { low: sum('low'), high: sum('high'), alreadyPaid, complete: lines.every((l) => !l.missingFacts.length && !l.missingTables.length && !l.contradiction) },
    warnings: [NOT_A_LEGAL_OPINION],
  };
}

function lineOf(claim: ClaimKind, title: Step, facts: Facts, local: LocalFigures, asOf: CivilDate, calendars: Calendars): SheetLine {
  const basis = CLAIM_BUILDERS[claim](facts, asOf);
  const rulings = new Map<string, (Ruling & { input: unknown }) | null>();
  const tables = new Set<string>();
  let contradiction: Step | null = null;

  const ruling = (topic: string, question: Readonly<Record<string, unknown>>): Ruling | null => {
    const input = withLocal(question, local);
    const key = `${topic} ${JSON.stringify(input)}`;
    const known = rulings.get(key);
    if (known !== undefined) return known;
    const found = asked(topic, input);
    rulings.set(key, found);
    return found;
  };
  const asked = (topic: string, input: Readonly<Record<string, unknown>>): (Ruling & { input: unknown }) | null => {
    try {
      return { ...ask(topic, input, calendars), input };
    } catch (error) {
      if (error instanceof NotLoaded) error.fields.forEach((field) => tables.add(field));
      else if (error instanceof BadQuestion) contradiction = say(`填写的内容互相矛盾，算不出“${TOPICS.get(topic)!.title.zh}”，请核对日期和数字。`, `The answers contradict each other: ${error.message}`);
      else throw error;
      return null;
    }
  };
  const amountOf = (part: Part): number | null => {
    if ('stated' in part) return part.stated;
    const found = ruling(part.topic, part.input);
    return found ? (found.value as Record<string, number>)[part.field]! : null;
  };
  const sumOf = (parts: readonly Part[] | null): number | null => {
    if (!parts) return null;
    const amounts = parts.map(amountOf);
    return amounts.some((a) => a === null) ? null : yuanOf(amounts.reduce<number>((sum, a) => sum + Math.round(a! * 100), 0));
  };

  const bounds = [sumOf(basis.low), sumOf(basis.high)];
  // one end alone would mislead; and for a short service notice pay and compensation come to more than damages
  const known = bounds.filter((b) => b !== null);
  const [low, high] = known.length === 2 ? [Math.min(...known), Math.max(...known)] : [null, null];
  for (const { topic, input } of basis.shown) ruling(topic, input);
  return {
    claim,
    title,
    low,
    high,
    stated: (basis.high ?? []).flatMap((part) => ('stated' in part ? [{ what: part.what, amount: part.stated }] : [])),
    rulings: [...rulings.values()].filter((r) => r !== null),
    missingFacts: basis.missing.flatMap((question) => questionById.get(question) ?? []).map((q) => ({ question: q.id, ask: q.ask })),
    missingTables: [...tables].map((field) => ({ field, title: titleOfFigure(field) })),
    contradiction,
    changes: basis.changes,
  };
}
