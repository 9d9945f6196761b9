import { hostConfig, migrateForHost } from '../../api/host-environment.js';
import { runHost } from '../../api/run-host.js';
import { seedDemo, seedOf } from './seed-demo.js';

// `npm run seed:demo`: the demo city in the database of DATABASE_URL, for trying the distributed mode; run it before the workers
await runHost('seed:demo', async () => {
  const config = hostConfig(process.env);
  await migrateForHost(config);
  const seed = seedOf(process.env);
  if (seed === 'none') return 'seed:demo: SEED=none; nothing changed';
  const open = await seedDemo(config, seed);
  return open === null ? 'seed:demo: there is a city already; nothing changed' : `seed:demo: the demo city is in place, with ${open} cases under way`;
});
