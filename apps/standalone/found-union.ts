import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { foundationSchema, FoundUnion, type Foundation } from '@hejie/identity';
import { Problems, type Config } from '@hejie/platform';
import { ApiModule } from '../api/api.module.js';
import { contexts } from '../api/contexts.js';
import { hostConfig, migrateForHost } from '../api/host-environment.js';
import { runHost } from '../api/run-host.js';
import { Installation } from './installation.js';

// `npm run found-union -- union.json`: the union of an empty installation, with its tree and first administrator; without
// DATABASE_URL that of the data folder, while no Hejie runs on it
await runHost('found-union', async () => {
  const foundation = read(process.argv[2]);
  if (process.env['DATABASE_URL']) return found(hostConfig(process.env), foundation);
  const installation = new Installation(process.env);
  try {
    return `${await found(hostConfig(await installation.start()), foundation)}\n${installation.path}`;
  } finally {
    await installation.close();
  }
});

/** @throws with one sentence about what is wrong with the file */
function read(file: string | undefined): Foundation {
  if (!file) throw new Error('tell which file describes the union: npm run found-union -- union.json (see README)');
  const parsed = foundationSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`);
}

/** @returns what to print: the link for the administrator */
async function found(config: Config, foundation: Foundation): Promise<string> {
  await migrateForHost(config);
  const app = await NestFactory.createApplicationContext(ApiModule.forRoot({ config, contexts }), { logger: false, abortOnError: false });
  try {
    const { token, expiresAt } = await app.get(FoundUnion).execute(foundation).catch((error: unknown) => {
      throw new Error(app.get(Problems).describe(error, 'zh-CN', '').title, { cause: error });
    });
    const address = config.linkTo(`/desk/set-up#${token}`);
    return `found-union: ${foundation.union}\n${foundation.administrator.name}: ${address}\n(${expiresAt}) 只能用一次，请只交给本人。Works once, until then; for this person only.`;
  } finally {
    await app.close();
  }
}
