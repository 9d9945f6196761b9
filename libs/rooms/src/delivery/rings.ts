/** A line that was said, with the room's `membership` under which it was stored: who was removed before does not hear it. */
export interface Said {
  readonly said: string;
  readonly seq: number;
  readonly membership: number;
}

/** What the bell says: a line was said, somebody was removed, who is present changed. */
export type Ring = Said | { removed: string; accountId: string } | { present: readonly string[] };

export const ROOMS_CHANNEL = 'hejie_rooms';

/** Rings at the transaction's commit, and never if it fails. */
export async function ring(tx: { query: (sql: string, values: unknown[]) => Promise<unknown> }, what: Ring): Promise<void> {
  await tx.query(`select pg_notify('${ROOMS_CHANNEL}', $1)`, [JSON.stringify(what)]);
}
