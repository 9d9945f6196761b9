import type { INestApplicationContext } from '@nestjs/common';
import { ImportCase } from '@hejie/cases';
import { Accounts, Organisations } from '@hejie/identity';
import { Directory } from '@hejie/lawyers';
import { Clock, UnitOfWork } from '@hejie/platform';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET, type OrganisationKey } from './demo-accounts.js';
import { pastCases } from './past-cases.js';

/** Fills an empty installation with a city: its union and partners, staff, lawyers and last year's cases. Answers false when there is one already. */
export async function seedDemo(app: INestApplicationContext): Promise<boolean> {
  const organisations = app.get(Organisations, { strict: false });
  const accounts = app.get(Accounts, { strict: false });
  const directory = app.get(Directory, { strict: false });
  const importCase = app.get(ImportCase, { strict: false });
  const credentials = { password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET };

  return app.get(UnitOfWork).serialised('demo', async (tx) => {
    if (await organisations.root()) return false;
    const city = await organisations.create(tx, { name: '平度市总工会', kind: 'city', parentId: null });
    const below = (name: string, kind: 'county' | 'station' | 'law_firm' | 'enterprise' | 'commission' | 'court', parentId = city.id) => organisations.create(tx, { name, kind, parentId });
    const street = await below('东阁街道总工会', 'county');
    const station = await below('东阁街道劳动争议调解工作站', 'station', street.id);
    const places: Record<OrganisationKey, string> = {
      city: city.id,
      station: station.id,
      law_firm: (await below('正和律师事务所工作站', 'law_firm')).id,
      commission: (await below('平度市劳动人事争议仲裁委员会', 'commission')).id,
      court: (await below('平度市人民法院', 'court')).id,
    };
    await below('平度市某机械厂', 'enterprise', street.id);
    await below('某外卖配送服务站', 'enterprise', street.id);

    for (const staff of DEMO_STAFF) {
      await accounts.createStaff(tx, { ...credentials, username: staff.username, name: staff.name, role: staff.role, organisationId: places[staff.at] });
    }
    for (const [i, { username, name, ...profile }] of DEMO_LAWYERS.entries()) {
      const lawyerId = await accounts.createStaff(tx, { ...credentials, username, name, role: 'lawyer', organisationId: places[profile.kind === 'law_firm' ? 'law_firm' : 'city'] });
      const weeklyTimes = [{ weekday: (i % 5) + 1, fromHour: 9, toHour: 12 }, { weekday: ((i + 2) % 5) + 1, fromHour: 14, toHour: 17 }];
      await directory.saveProfile(lawyerId, { ...profile, specialties: [...profile.specialties], languages: [...profile.languages], weeklyTimes }, tx);
    }
    // last year's workers share one account nobody can sign in to: their phones are not known here
    const archive = await accounts.createStaff(tx, { ...credentials, username: 'archive', name: '历史案件', role: 'operator', organisationId: city.id });
    for (const past of pastCases(app.get(Clock).now())) await importCase.execute(tx, { ...past, claimantId: archive, organisationPath: city.path });
    return true;
  });
}
