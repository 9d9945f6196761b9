import type { Tx } from '@hejie/platform';
import { refuse } from '../identity.refusals.js';

/** What changes who administers goes one after the other, so that two who leave at once cannot each count on the other. */
export const ADMINISTRATORS = 'identity:administrators';

/** An administrator who can sign in, or could until a reset: neither disabled nor merely invited. */
const IN_OFFICE = (role: string) => `
  ${role}.role = 'admin'
  and exists (select 1 from account a where a.id = ${role}.account_id and a.disabled_at is null)
  and (exists (select 1 from staff_credential c where c.account_id = ${role}.account_id and c.password_hash is not null)
    or exists (select 1 from staff_oidc b where b.account_id = ${role}.account_id))`;

/**
 * An organisation that has administrators keeps one. Ask before somebody stops being administrator
 * anywhere but at `stays`, in a transaction serialised by `ADMINISTRATORS`. @throws LAST_ADMINISTRATOR
 */
export async function keepAnAdministrator(tx: Tx, accountId: string, stays: readonly string[] = []): Promise<void> {
  const [orphan] = await tx.query<{ name: string }[]>(
    `select o.name from account_role leaving join organisation o on o.id = leaving.organisation_id
     where leaving.account_id = $1 and o.id <> all($2::uuid[]) and ${IN_OFFICE('leaving')}
       and not exists (select 1 from account_role other where other.organisation_id = o.id and other.account_id <> $1 and ${IN_OFFICE('other')})`,
    [accountId, stays],
  );
  if (orphan) throw refuse('LAST_ADMINISTRATOR', { params: { organisation: orphan.name } });
}
