import type { INestApplicationContext, Type } from '@nestjs/common';
import { Accounts, Sessions } from '@hejie/identity';
import { newId, UnitOfWork, type Actor } from '@hejie/platform';
import type { Role } from '@hejie/platform/contract';
import type { DemoCity } from '../seed-city.js';
import type { StoryPhones } from './story-phones.js';

/** The people of the demo, as the use cases know who asks. */
export class Cast {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly city: DemoCity,
    readonly phones: StoryPhones,
    /** By username. What staff sign tells how they had signed in. */
    private readonly sessions: ReadonlyMap<string, string>,
  ) {}

  /** Signs the staff in, with tokens that nobody keeps. */
  static async of(app: INestApplicationContext, city: DemoCity, phones: StoryPhones): Promise<Cast> {
    const sessions = new Map<string, string>();
    await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      for (const [username, { accountId }] of city.staff) sessions.set(username, (await app.get(Sessions, { strict: false }).start(tx, accountId, 'demo', { means: 'password_totp' })).sessionId);
    });
    return new Cast(app, city, phones, sessions);
  }

  /** A use case of the product. */
  use<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  staff(username: string): Actor {
    const found = this.city.staff.get(username);
    if (!found) throw new Error(`nobody of the staff is called ${username}`);
    return actor(found.accountId, this.sessions.get(username)!, found.role, [found.organisationPath]);
  }

  /** A worker or an employer's representative, who has an account by their phone. */
  async person(name: string, phone: string): Promise<Actor> {
    const accountId = await this.use(UnitOfWork).run((tx) => this.use(Accounts).ensurePersonByPhone(tx, { phone, name }));
    return actor(accountId, newId(), 'person', []);
  }
}

const actor = (accountId: string, sessionId: string, role: Role, organisations: readonly string[]): Actor => ({ accountId, sessionId, roles: [role], organisations, locale: 'zh-CN' });
