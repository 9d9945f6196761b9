import type { INestApplicationContext, Type } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { newId, UnitOfWork, type Actor } from '@hejie/platform';
import type { Role } from '@hejie/platform/contract';
import type { DemoCity } from '../seed-city.js';
import type { StoryPhones } from './story-phones.js';

/** The people of the demo, as the use cases know who asks. */
export class Cast {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly city: DemoCity,
    readonly phones: StoryPhones,
  ) {}

  /** A use case of the product. */
  use<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  staff(username: string): Actor {
    const found = this.city.staff.get(username);
    if (!found) throw new Error(`nobody of the staff is called ${username}`);
    return actor(found.accountId, found.role, [found.organisationPath]);
  }

  /** A worker or an employer's representative, who has an account by their phone. */
  async person(name: string, phone: string): Promise<Actor> {
    const accountId = await this.use(UnitOfWork).run((tx) => this.use(Accounts).ensurePersonByPhone(tx, { phone, name }));
    return actor(accountId, 'person', []);
  }
}

const actor = (accountId: string, role: Role, organisations: readonly string[]): Actor => ({ accountId, sessionId: newId(), roles: [role], organisations, locale: 'zh-CN' });
