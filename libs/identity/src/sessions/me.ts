import { Injectable } from '@nestjs/common';
import { maskPhone, Vault, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Me } from '../contract/index.js';
import { Sessions } from './sessions.js';

/** What a signed-in person is told about themselves. */
@Injectable()
export class DescribeMe {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly sessions: Sessions,
  ) {}

  async execute(actor: Pick<Actor, 'accountId' | 'sessionId'>): Promise<Me> {
    const account = await this.dataSource.getRepository(Account).findOneByOrFail({ id: actor.accountId });
    const roles = await this.dataSource.query<{ role: Me['roles'][number]; id: string | null; name: string; kind: string }[]>(
      `select r.role, o.id, o.name, o.kind from account_role r left join organisation o on o.id = r.organisation_id
       where r.account_id = $1 order by r.role`,
      [actor.accountId],
    );
    return {
      accountId: account.id,
      name: this.vault.open('account.name', account.nameSealed),
      phoneMasked: account.phoneSealed && maskPhone(this.vault.open('account.phone', account.phoneSealed)),
      roles: roles.map((r) => r.role),
      organisations: roles.flatMap((r) => (r.id ? [{ id: r.id, name: r.name, kind: r.kind }] : [])),
      locale: account.locale,
      csrfToken: this.sessions.csrfToken(actor.sessionId),
    };
  }
}
