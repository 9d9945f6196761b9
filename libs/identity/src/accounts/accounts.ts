import { hash, type Algorithm } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Config, maskName, newId, Vault, type Tx } from '@hejie/platform';
import type { Locale, Role } from '@hejie/platform/contract';
import { DataSource, In } from 'typeorm';
import type { InviteStaff, StaffRole } from '../contract/index.js';
import { AccountRole } from './account-role.entity.js';
import { Account } from './account.entity.js';
import { normalisePhone } from './phone.js';
import { StaffCredential } from './staff-credential.entity.js';

/** The library's const enum cannot be read across files; 2 is argon2id. */
const ARGON2ID = 2 as Algorithm;
/** OWASP's argon2id floor: 19 MiB, two passes. */
export const PASSWORD_HASHING = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface NewStaff {
  readonly username: string;
  readonly password: string;
  /** Base32. */
  readonly totpSecret: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly organisationId: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface Contact {
  readonly name: string;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
  readonly locale: Locale;
}

/** Accounts, for other contexts: they hold ids and ask here for names and contacts. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Full and masked name of each account. Unknown ids are left out. */
  async names(ids: readonly string[]): Promise<Map<string, { name: string; masked: string }>> {
    const rows = ids.length ? await this.dataSource.getRepository(Account).findBy({ id: In([...new Set(ids)]) }) : [];
    return new Map(
      rows.map((a) => {
        const name = this.vault.open('account.name', a.nameSealed);
        return [a.id, { name, masked: maskName(name) }];
      }),
    );
  }

  /** The full contact of one account, to send to it (no `readerId`) or to show to a person. The read is audited. */
  async contactOf(accountId: string, reason: string, readerId: string | null = null): Promise<Contact> {
    const account = await this.dataSource.getRepository(Account).findOneByOrFail({ id: accountId });
    await this.dataSource.transaction((tx) =>
      this.audit.append(tx, { actorId: readerId, action: 'identity.contact_read', subject: `account:${accountId}`, detail: { reason } }),
    );
    return {
      name: this.vault.open('account.name', account.nameSealed),
      phone: account.phoneSealed && this.vault.open('account.phone', account.phoneSealed),
      email: account.emailSealed && this.vault.open('account.email', account.emailSealed),
      locale: account.locale,
    };
  }

  /** E.164 of a phone as typed, if it is one we send to. @throws PHONE_INVALID, PHONE_COUNTRY */
  phone(typed: string): string {
    return normalisePhone(typed, this.config.smsCountries);
  }

  /** Whether it is the account of this phone (E.164); nothing is read of it, so nothing is audited. */
  async hasPhone(accountId: string, phone: string): Promise<boolean> {
    return this.dataSource.getRepository(Account).existsBy({ id: accountId, phoneIndex: this.vault.blindIndex('account.phone', phone) });
  }

  /** The account of a phone, made if it is new. Two callers at once get the same one. @throws PHONE_INVALID, PHONE_COUNTRY */
  async ensurePersonByPhone(tx: Tx, person: { phone: string; name?: string; locale?: Locale }): Promise<string> {
    const phone = this.phone(person.phone);
    const phoneIndex = this.vault.blindIndex('account.phone', phone);
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({
        id: newId(),
        nameSealed: this.vault.seal('account.name', person.name ?? ''),
        phoneSealed: this.vault.seal('account.phone', phone),
        phoneIndex,
        emailSealed: null,
        locale: person.locale ?? 'zh-CN',
        createdAt: this.clock.now(),
        disabledAt: null,
      })
      .orIgnore()
      .returning('id')
      .execute();
    const made = (inserted.raw as { id: string }[])[0];
    if (!made) return (await tx.findOneByOrFail(Account, { phoneIndex })).id;
    await tx.insert(AccountRole, { accountId: made.id, role: 'person', organisationId: null });
    return made.id;
  }

  /** Whether somebody signs in by this phone (E.164). */
  isPhoneKnown(phone: string): Promise<boolean> {
    return this.dataSource.getRepository(Account).existsBy({ phoneIndex: this.vault.blindIndex('account.phone', phone) });
  }

  /** Which of these names members of staff sign in by. */
  async knownUsernames(among: readonly string[]): Promise<Set<string>> {
    const rows = await this.dataSource.getRepository(StaffCredential).findBy({ username: In([...among]) });
    return new Set(rows.map((r) => r.username));
  }

  /** Gives accounts their names, by id, where they have none yet (who filed, a caller who was filed for, an employer's representative). */
  async nameIfUnnamed(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
    const accounts = await tx.find(Account, { where: { id: In([...names.keys()]) }, order: { id: 'ASC' } });
    for (const { id } of accounts.filter((a) => this.vault.open('account.name', a.nameSealed) === '')) {
      await tx.update(Account, { id }, { nameSealed: this.vault.seal('account.name', names.get(id)!) });
    }
  }

  /** Makes a member of staff who can sign in at once. @returns the account's id */
  async createStaff(tx: Tx, { password, totpSecret, role, organisationId, ...staff }: NewStaff): Promise<string> {
    const accountId = await this.inviteStaff(tx, { ...staff, places: [{ role, organisationId }] });
    await tx.update(StaffCredential, { accountId }, { passwordHash: await hash(password, PASSWORD_HASHING), totpSecretSealed: this.vault.seal('staff.totp', totpSecret) });
    return accountId;
  }

  /** Makes a member of staff who has yet to set up signing in. @returns the account's id @throws PHONE_INVALID, PHONE_COUNTRY */
  async inviteStaff(tx: Tx, { places, username, ...person }: InviteStaff): Promise<string> {
    const accountId = await this.insert(tx, person);
    await tx.insert(AccountRole, places.map((p) => ({ ...p, accountId })));
    await tx.insert(StaffCredential, { accountId, username, passwordHash: null, totpSecretSealed: null });
    return accountId;
  }

  /** An account that stands for people of an earlier time: no role, no phone, and no way to sign in. @returns its id */
  createStandIn(tx: Tx, name: string): Promise<string> {
    return this.insert(tx, { name });
  }

  /** @throws PHONE_INVALID, PHONE_COUNTRY */
  private async insert(tx: Tx, person: Pick<InviteStaff, 'name' | 'phone' | 'email'>): Promise<string> {
    const id = newId();
    const phone = person.phone ? this.phone(person.phone) : null;
    await tx.insert(Account, {
      id,
      nameSealed: this.vault.seal('account.name', person.name),
      phoneSealed: phone && this.vault.seal('account.phone', phone),
      phoneIndex: phone && this.vault.blindIndex('account.phone', phone),
      emailSealed: person.email ? this.vault.seal('account.email', person.email) : null,
      locale: 'zh-CN',
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    return id;
  }

  /** Ids of the accounts, none of them disabled, with a role at one organisation or anywhere below it (`path` prefix); all when no path is given. */
  async withRole(role: Role, organisationPath = ''): Promise<string[]> {
    const rows = await this.dataSource.query<{ account_id: string }[]>(
      `select r.account_id from account_role r join organisation o on o.id = r.organisation_id join account a on a.id = r.account_id
       where a.disabled_at is null and r.role = $1 and o.path like $2 || '%' order by r.account_id`,
      [role, organisationPath],
    );
    return rows.map((r) => r.account_id);
  }

  /** Who serves in any of the roles at an organisation or below it, and exactly where; none whose account is disabled. */
  async placesOf(roles: readonly Role[], organisationPath: string): Promise<{ accountId: string; organisationId: string }[]> {
    return this.dataSource.query<{ accountId: string; organisationId: string }[]>(
      `select distinct r.account_id as "accountId", r.organisation_id as "organisationId" from account_role r join organisation o on o.id = r.organisation_id
       join account a on a.id = r.account_id
       where a.disabled_at is null and r.role = any($1::text[]) and o.path like $2 || '%' order by 1, 2`,
      [roles, organisationPath],
    );
  }

  /** The organisation an account serves in a role, or null. */
  async organisationOf(accountId: string, role: Role): Promise<string | null> {
    const row = await this.dataSource.getRepository(AccountRole).findOneBy({ accountId, role });
    return row?.organisationId ?? null;
  }
}
