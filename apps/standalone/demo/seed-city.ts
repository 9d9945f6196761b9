import type { INestApplicationContext } from '@nestjs/common';
import { ImportCase } from '@hejie/cases';
import { Accounts, Organisations } from '@hejie/identity';
import { LawyerProfiles } from '@hejie/lawyers';
import { UnitOfWork, type Tx } from '@hejie/platform';
import type { OrganisationKind, StaffRole } from '@hejie/identity/contract';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET, type OrganisationKey } from './demo-accounts.js';
import { pastCases } from './past-cases.js';

export interface DemoCity {
  /** By username. */
  readonly staff: ReadonlyMap<string, { readonly accountId: string; readonly role: StaffRole; readonly organisationPath: string }>;
}

type Place = { readonly id: string; readonly path: string };

/** Fills an empty installation with a city: its union and partners, staff, lawyers and last year's cases. Answers null when there is one already. */
export function seedCity(app: INestApplicationContext, now: Date): Promise<DemoCity | null> {
  const organisations = app.get(Organisations, { strict: false });
  const accounts = app.get(Accounts, { strict: false });
  const profiles = app.get(LawyerProfiles, { strict: false });
  const importCase = app.get(ImportCase, { strict: false });
  const credentials = { password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET };

  return app.get(UnitOfWork, { strict: false }).serialised('demo', async (tx) => {
    if (await organisations.root()) return null;
    const places = await makePlaces(organisations, tx);
    const staff = new Map<string, { accountId: string; role: StaffRole; organisationPath: string }>();
    const employ = async (username: string, name: string, role: StaffRole, at: Place) => {
      const accountId = await accounts.createStaff(tx, { ...credentials, username, name, role, organisationId: at.id });
      staff.set(username, { accountId, role, organisationPath: at.path });
      return accountId;
    };
    for (const { username, name, role, at } of DEMO_STAFF) await employ(username, name, role, places[at]);
    for (const [i, { username, name, ...profile }] of DEMO_LAWYERS.entries()) {
      const lawyerId = await employ(username, name, 'lawyer', places[profile.kind === 'law_firm' ? 'law_firm' : 'city']);
      const weeklyTimes = [{ weekday: (i % 5) + 1, fromHour: 9, toHour: 12 }, { weekday: ((i + 2) % 5) + 1, fromHour: 14, toHour: 17 }];
      await profiles.write(tx, lawyerId, { ...profile, specialties: [...profile.specialties], languages: [...profile.languages], weeklyTimes });
    }
    // last year's workers share one account nobody can sign in to: their phones are not known here
    const claimantId = await accounts.createStandIn(tx, '历史案件');
    for (const past of pastCases(now)) await importCase.execute(tx, { ...past, claimantId, organisationPath: places.city.path });
    return { staff };
  });
}

async function makePlaces(organisations: Organisations, tx: Tx): Promise<Record<OrganisationKey, Place>> {
  const city = await organisations.create(tx, { name: '平度市总工会', kind: 'city', parentId: null });
  const below = (name: string, kind: OrganisationKind, parentId = city.id) => organisations.create(tx, { name, kind, parentId });
  const street = await below('东阁街道总工会', 'street');
  await below('平度市某机械厂', 'enterprise', street.id);
  await below('某外卖配送服务站', 'enterprise', street.id);
  return {
    city,
    station: await below('东阁街道劳动争议调解工作站', 'station', street.id),
    law_firm: await below('正和律师事务所工作站', 'law_firm'),
    commission: await below('平度市劳动人事争议仲裁委员会', 'commission'),
    court: await below('平度市人民法院', 'court'),
  };
}
