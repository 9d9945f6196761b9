import { paperKinds } from '@hejie/papers';
import type { TestApp } from '@hejie/test-kit';

/** The things of one history, for the places that doors have for them. */
export interface Things {
  readonly caseId: string;
  readonly roomId: string;
  readonly fileId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly minutesId?: string | undefined;
  readonly evidenceId?: string | undefined;
  readonly bundleId?: string | undefined;
  readonly sheetId?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly escalationId?: string | undefined;
}

/** What stands in a door's path after this word. A door of something new needs a line here, or in `NOT_MADE`. */
const AFTER: Readonly<Record<string, keyof Things>> = {
  cases: 'caseId', rooms: 'roomId', files: 'fileId', sessions: 'sessionId', minutes: 'minutesId', evidence: 'evidenceId', bundles: 'bundleId', sheets: 'sheetId', agreements: 'agreementId',
  escalations: 'escalationId', inbox: 'escalationId',
};

/** What no history makes: figures, places and accounts of staff hold nothing of a case, an invitation opens by a token, an upload shows how far it got. */
const NOT_MADE = ['figures', 'invitations', 'places', 'staff', 'uploads'];

/** Every GET door of the product, as its own description lists them: what is built later is walked by itself. */
export async function allDoors(t: TestApp): Promise<readonly string[]> {
  const { paths } = (await (await fetch(`${t.url}/api/docs-json`)).json()) as { paths: Record<string, Record<string, unknown>> };
  // the development gateway shows every SMS to everybody; what is in them is looked through elsewhere
  const doors = Object.entries(paths).flatMap(([path, methods]) => (methods['get'] && !path.startsWith('/api/dev/') ? [path] : []));
  // every paper by what its preview says; its file says the same, compressed
  return doors.filter((door) => !door.endsWith('/papers/{kind}')).flatMap((door) => (door.includes('/papers/{kind}') ? paperKinds.map((kind) => door.replace('{kind}', kind)) : [door]));
}

/** The doors about things of a kind, by the word in their paths: `sheets`. */
export function doorsAbout(word: string, doors: readonly string[]): string[] {
  return doors.filter((door) => door.split('/').includes(word));
}

/** Doors that stand for things this test does not know: each needs a decision. */
export function unknownDoors(doors: readonly string[]): string[] {
  return doors.filter((door) => places(door).some(([word]) => !AFTER[word] && !NOT_MADE.includes(word)));
}

/** A door's address with the things in their places; a place for what is not made gets the id of nothing. */
export function addressOf(door: string, things: Things): string {
  const path = places(door).reduce((address, [word, place]) => address.replace(place, things[AFTER[word] ?? 'roomId'] ?? crypto.randomUUID()), door);
  return door.endsWith('/search') ? `${path}?q=canary` : path;
}

/** `/api/cases/{id}/…` -> [['cases', '{id}']] */
function places(door: string): [word: string, place: string][] {
  const parts = door.split('/');
  return parts.flatMap((part, i): [string, string][] => (part.startsWith('{') ? [[parts[i - 1]!, part]] : []));
}
