import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  await globalThis.hejieTestPostgres?.stop();
  rmSync(process.env.HEJIE_TEST_FOLDER, { recursive: true, force: true });
}
