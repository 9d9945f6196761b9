// `npm run law`: the rules of libs/law on the command line; what changed is compiled first where there are sources.
import { existsSync } from 'node:fs';

const built = new URL('../../libs/law/dist/cli.js', import.meta.url);
if (existsSync(new URL('../../libs/law/src', import.meta.url))) {
  const { buildServer } = await import('../standalone/build.mjs');
  await buildServer();
}
await import(built.href);
