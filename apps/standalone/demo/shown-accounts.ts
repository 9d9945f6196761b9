import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET } from './demo-accounts.js';
import { DEMO_GROUP, DEMO_WORKER } from './story/open-cases.js';

/** Who can sign in to look around, of those that are there: a union of one's own has none of the demo's. */
export async function demoAccounts(app: INestApplicationContext): Promise<string> {
  const accounts = app.get(Accounts, { strict: false });
  const lines = ['', '  Workers and employers sign in with any mobile number, e.g. 13800138000; the SMS code is shown on /dev/messages.'];
  if (await accounts.isPhoneKnown(`+86${DEMO_WORKER.phone}`)) lines.push(`  ${DEMO_WORKER.phone} is ${DEMO_WORKER.name}, a worker of the demo city in the middle of mediation.`);
  const { representative, member } = DEMO_GROUP;
  if (await accounts.isPhoneKnown(`+86${member.phone}`)) lines.push(`  ${representative.phone} is ${representative.name}, elected by twelve workers of a restaurant in one case (lawyer8, mediator), and ${member.phone} is ${member.name}, one of them.`);
  const lawyers = DEMO_LAWYERS.map((l) => l.username);
  const there = await accounts.knownUsernames([...DEMO_STAFF.map((s) => s.username), ...lawyers]);
  if (there.size === DEMO_STAFF.length + lawyers.length) {
    lines.push(
      `  Staff sign in at /desk/sign-in with password ${DEMO_PASSWORD} and the code that \`npm run staff-code\` prints`,
      `  (or an authenticator app with the secret ${DEMO_TOTP_SECRET}):`,
      ...DEMO_STAFF.flatMap(({ username, shown }) => (shown ? [`    ${username.padEnd(12)} ${shown}`] : [])),
      `    ${lawyers[0]!.padEnd(12)} 律师 lawyer ${DEMO_LAWYERS[0]!.name} (${lawyers[1]} ... ${lawyers.at(-1)} likewise)`,
    );
  }
  return lines.join('\n');
}
