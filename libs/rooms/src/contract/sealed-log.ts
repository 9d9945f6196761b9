import { isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** sha-256 of the text's UTF-8 bytes, as lower-case hex. Passed in, so that the same check runs on a server, in a terminal and in a browser. */
export type Sha256 = (text: string) => string;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const place = { seq: z.int().min(1), sender: z.uuid(), client: z.uuid(), at: isoInstant, link: sha256Schema };
/** A line whoever exports may read. */
const shownSchema = z.strictObject({ ...place, kind: z.enum(['text', 'file', 'system']), body: z.record(z.string(), z.json()) });
/** A line its sender took back: nothing is left of its words, the hash is that of an empty body (in files of earlier versions, of the words). */
const withdrawnSchema = z.strictObject({ ...place, kind: z.literal('withdrawn'), bodySha256: sha256Schema });
/** A line whoever exports may not read: nothing but its hash. The random client id in it keeps the words from being guessed. */
const hiddenSchema = z.strictObject({ seq: z.int().min(1), sha256: sha256Schema, link: sha256Schema });
export const sealedLineSchema = z.union([shownSchema, withdrawnSchema, hiddenSchema]);
/** One line of a sealed log. `link` chains it to every line before. */
export type SealedLine = z.infer<typeof sealedLineSchema>;

/** What a line's hash covers. */
export interface LineFacts {
  readonly seq: number;
  readonly sender: string;
  readonly client: string;
  readonly kind: string;
  readonly bodySha256: string;
  readonly at: string;
}

/** JSON with sorted keys and no white space: one value, one text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(',')}}`;
}

/** The hash of a message's body. */
export function bodySha256(body: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(body));
}

export function lineSha256({ seq, sender, client, kind, bodySha256: body, at }: LineFacts, sha256: Sha256): string {
  return sha256(canonicalJson({ seq, sender, client, kind, bodySha256: body, at }));
}

/** The link of a line: over the one before and the line's hash, so that a line shown only as hash still holds the chain. */
export function nextLink(previous: string, line: string, sha256: Sha256): string {
  return sha256(`${previous}${line}`);
}

/** The `seq` of the first line that is missing, moved or changed; null when every line links up from the start. */
export function firstBrokenLine(start: string, lines: readonly SealedLine[], sha256: Sha256): number | null {
  let link = start;
  for (const [i, line] of lines.entries()) {
    link = nextLink(link, hashOf(line, sha256), sha256);
    if (line.seq !== i + 1 || line.link !== link) return i + 1;
  }
  return null;
}

function hashOf(line: SealedLine, sha256: Sha256): string {
  if ('sha256' in line) return line.sha256;
  return lineSha256({ ...line, bodySha256: line.kind === 'withdrawn' ? line.bodySha256 : bodySha256(line.body, sha256) }, sha256);
}
