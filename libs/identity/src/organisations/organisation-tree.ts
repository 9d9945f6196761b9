import type { Tx } from '@hejie/platform';
import { refuse } from '../identity.refusals.js';

/** Changes of the tree go one after the other, so that what one of them found still holds when it is done. */
export const ORGANISATION_TREE = 'identity:organisations';

/** Open organisations of one place have names of their own. In a transaction serialised by `ORGANISATION_TREE`. @throws ORGANISATION_NAME_TAKEN */
export async function mustBeFree(tx: Tx, { parentId, name, id = null }: { parentId: string | null; name: string; id?: string | null }): Promise<void> {
  const taken = await tx.query<unknown[]>(
    `select 1 from organisation where parent_id is not distinct from $1::uuid and name = $2 and closed_at is null and id is distinct from $3::uuid limit 1`,
    [parentId, name, id],
  );
  if (taken.length) throw refuse('ORGANISATION_NAME_TAKEN', { params: { organisation: name } });
}
