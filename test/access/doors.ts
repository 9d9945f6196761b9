import { paperKinds } from '@hejie/papers';
import { type Schema, sample } from './sample.js';
import type { World } from './world.js';

/** One operation of the API's description. */
export interface Door {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body?: Schema;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every door that the running product describes at `/api/docs-json`. */
export async function everyDoor(url: string): Promise<Door[]> {
  const { paths } = (await (await fetch(`${url}/api/docs-json`)).json()) as Description;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => {
      const body = requestBody?.content?.['application/json']?.schema;
      return { method: method.toUpperCase(), path, query: parameters.filter((p) => p.in === 'query').map((p) => p.name), ...(body ? { body } : {}) };
    }),
  );
}

/** A thing behind a door, with the name it has in the table of who may open it. */
export interface Thing {
  readonly id: string;
  readonly name?: string;
}

/** What stands behind a parameter of a path; a new kind of door is described here first. */
export function thingsBehind(w: World): Readonly<Record<string, readonly Thing[]>> {
  return {
    'cases/{id}': [{ id: w.caseId }],
    'respondents/{accountId}': [{ id: w.people.respondent.accountId }],
    'other-respondents/{respondentId}': [{ id: w.otherRespondentId }],
    'hand-overs/{caseId}': [{ id: w.caseId }],
    'evidence/{evidenceId}': [{ id: w.privateEvidenceId, name: 'private' }, { id: w.sharedEvidenceId, name: 'shared' }],
    'bundles/{bundleId}': [{ id: w.bundleId }],
    'rooms/{id}': Object.entries(w.rooms).map(([name, id]) => ({ id, name })),
    'files/{fileId}': [{ id: w.roomFileId }],
    'messages/{seq}': [{ id: '2' }],
    'lawyer-requests/{id}': [{ id: w.lawyerRequestId }],
    'sessions/{id}': [{ id: w.sessionId }],
    'proposals/{id}': [{ id: w.proposalId }],
    'minutes/{id}': [{ id: w.minutesId }],
    'agreements/{id}': [{ id: w.agreementId }],
    'instalments/{n}': [{ id: '1' }],
    'escalations/{id}': [{ id: w.escalationId }],
    'inbox/{id}': [{ id: w.escalationId }],
    'sheets/{id}': [{ id: w.sheetId }],
    'legal-events/{entryId}': [{ id: w.eventId }],
    'payments/{entryId}': [{ id: w.paymentId }],
    'papers/{kind}': paperKinds.map((kind) => ({ id: kind, name: kind })),
  };
}

/** Doors with parameters behind which nothing of a case stands; their own specs say who may open them. */
export const NOT_OF_A_CASE = ['/api/auth/', '/api/staff/', '/api/organisations/', '/api/uploads/', '/api/invitations/', '/api/local-figures/'];

/** One way through a door: the things filled into its path, and what the table calls them. */
export interface Way {
  readonly door: Door;
  readonly url: string;
  readonly names: readonly string[];
}

/** Every way through a door of a case. @throws when a parameter of its path is not described above */
export function waysThrough(door: Door, things: ReturnType<typeof thingsBehind>, caseId: string): Way[] {
  let ways = [{ url: door.path, names: [] as string[] }];
  for (const [segment] of door.path.matchAll(/[\w-]+\/\{\w+\}/g)) {
    const behind = things[segment];
    if (!behind) throw new Error(`say in test/access/doors.ts what stands behind ${segment} of ${door.path}`);
    ways = ways.flatMap(({ url, names }) => behind.map((b) => ({ url: url.replace(segment, segment.replace(/\{\w+\}/, b.id)), names: b.name ? [...names, b.name] : names })));
  }
  const query = door.query.includes('caseId') ? `?caseId=${caseId}` : door.query.includes('q') ? '?q=暗语' : '';
  return ways.map(({ url, names }) => ({ door, url: url + query, names }));
}

/** Fields that a schema cannot describe alone, because they must fit each other. */
const terms = { items: [{ kind: 'injury_disability', amountFen: 100 }], totalFen: 100, instalments: [{ dueDate: '2030-12-15', amountFen: 100 }] };

/** A body that the door's schema takes, about the things of this world. */
export function bodyFor(door: Door, w: World): unknown {
  if (!door.body) return undefined;
  const known = { terms, text: '有异议', caseId: w.caseId, evidenceId: w.sharedEvidenceId, accountId: w.people.claimant.accountId, lawyerId: w.people.counsel.accountId, mediatorId: w.people.mediator.accountId, delegateId: w.people.counsel.accountId, powers: ['settle'], leastTotalFen: 100, days: [{ date: '2026-02-17', hours: 8 }], monthlyWageFen: 100, amountFen: 100, toAccountId: w.people.counsel.accountId };
  return sample(door.body, known);
}
