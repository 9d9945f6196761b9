// `npm start`: builds what is not built, then runs everything in one process.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
console.log('Hejie 和解');
// in a process of its own, so that the compilers' memory is given back before the server starts
const built = spawnSync(process.execPath, [join(root, 'apps/standalone/build.mjs')], { stdio: 'inherit', cwd: root });
if (built.status !== 0) {
  console.error('\nHejie cannot start: the build failed (see above).');
  process.exit(1);
}
await import(join(root, 'dist/apps/standalone/main.js'));
