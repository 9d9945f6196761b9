import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AuditLog, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, IsNull, Not } from 'typeorm';
import type { OwnProfile, Profile } from '../contract/index.js';
import { LawyerProfile } from '../directory/lawyer-profile.entity.js';

/** A profile that workers can choose by. */
export type ListedProfile = LawyerProfile & { readonly licenceNumber: string };

/** What lawyers say of themselves. Whoever has said it whole, and serves as a lawyer, is listed. */
@Injectable()
export class LawyerProfiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
  ) {}

  /** The lawyer's own. */
  async of(lawyerId: string): Promise<OwnProfile> {
    const row = await this.dataSource.getRepository(LawyerProfile).findOneBy({ accountId: lawyerId });
    if (!row) return { listed: false, profile: null };
    const { accountId: _, ...profile } = row;
    return { listed: await this.isListed(row), profile };
  }

  /** Repeating it changes nothing. */
  async save(actor: Actor, profile: Profile): Promise<OwnProfile> {
    await this.work.serialised(`lawyer-profile:${actor.accountId}`, async (tx) => {
      const before = await tx.findOneBy(LawyerProfile, { accountId: actor.accountId });
      const changed = (Object.keys(profile) as (keyof Profile)[]).filter((field) => !isDeepStrictEqual(before?.[field], profile[field]));
      if (changed.length === 0) return;
      await this.write(tx, actor.accountId, profile);
      await this.audit.append(tx, { actorId: actor.accountId, action: 'lawyers.profile_saved', subject: `account:${actor.accountId}`, detail: { changed } });
    });
    return this.of(actor.accountId);
  }

  async write(tx: Tx, lawyerId: string, profile: Profile): Promise<void> {
    await tx.upsert(LawyerProfile, { accountId: lawyerId, ...profile }, ['accountId']);
  }

  /** Everybody's that workers can choose from. */
  async listed(): Promise<ListedProfile[]> {
    const lawyers = await this.serving();
    const rows = await this.dataSource.getRepository(LawyerProfile).findBy({ licenceNumber: Not(IsNull()) });
    return rows.filter((row): row is ListedProfile => lawyers.has(row.accountId));
  }

  async isListed({ accountId, licenceNumber }: Pick<LawyerProfile, 'accountId' | 'licenceNumber'>): Promise<boolean> {
    return licenceNumber !== null && (await this.serving()).has(accountId);
  }

  private async serving(): Promise<Set<string>> {
    return new Set(await this.accounts.withRole('lawyer'));
  }
}
