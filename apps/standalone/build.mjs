// Compiles what changed: every lib to libs/*/dist and every server app to dist/apps/* with SWC,
// the web app with Vite. Types are checked apart, by `npm run typecheck`.
import { chmodSync, copyFileSync, readdirSync, statSync, existsSync, mkdirSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SERVER_APPS = ['api', 'worker', 'standalone', 'cli'];

/** Files below a folder, as paths relative to it. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(folder, join(e.parentPath ?? e.path, e.name)));
}

const isShipped = (file) => /\.ts$/.test(file) && !/\.(api-)?spec\.ts$|\.d\.ts$/.test(file);

/** Compiles the TypeScript files below a folder that are newer than their output; answers how many. */
export async function compileFolder(source, target) {
  const { transformFile } = await import('@swc/core');
  const files = filesBelow(source).filter(isShipped);
  const wanted = new Set(files.flatMap((f) => [f.replace(/\.ts$/, '.js'), f.replace(/\.ts$/, '.js.map')]));
  for (const stale of filesBelow(target)) if (!wanted.has(stale) && /\.js(\.map)?$/.test(stale)) rmSync(join(target, stale));
  let compiled = 0;
  await Promise.all(
    files.map(async (file) => {
      const from = join(source, file);
      const to = join(target, file.replace(/\.ts$/, '.js'));
      if (existsSync(to) && statSync(to).mtimeMs >= statSync(from).mtimeMs) return;
      const { code, map } = await transformFile(from, { cwd: root, configFile: join(root, '.swcrc'), sourceMaps: true });
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, `${code}\n//# sourceMappingURL=${to.split('/').at(-1)}.map\n`);
      writeFileSync(`${to}.map`, map);
      compiled++;
    }),
  );
  return compiled;
}

/** Takes along code that is no TypeScript: what a thread of its own begins with. */
function carry(source, target) {
  for (const file of filesBelow(source).filter((f) => f.endsWith('.mjs'))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(source, file), join(target, file));
  }
}

/** Builds the server side; answers how many files were compiled. */
export async function buildServer() {
  const libs = readdirSync(join(root, 'libs')).filter((l) => existsSync(join(root, 'libs', l, 'src')));
  let compiled = 0;
  for (const lib of libs) {
    const [source, target] = [join(root, 'libs', lib, 'src'), join(root, 'libs', lib, 'dist')];
    compiled += await compileFolder(source, target);
    carry(source, target);
  }
  for (const app of SERVER_APPS) compiled += await compileFolder(join(root, 'apps', app), join(root, 'dist/apps', app));
  // npx makes a command executable when it first links it, and does not look again after a build
  for (const command of Object.values(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).bin)) chmodSync(join(root, command), 0o755);
  return compiled;
}

/** Newest change of anything the web app is made of, in ms. */
function newestWebSource() {
  const folders = [join(root, 'apps/web'), ...readdirSync(join(root, 'libs')).map((l) => join(root, 'libs', l, 'src'))];
  let newest = statSync(join(root, 'package-lock.json')).mtimeMs;
  for (const folder of folders) {
    for (const file of filesBelow(folder)) newest = Math.max(newest, statSync(join(folder, file)).mtimeMs);
  }
  return newest;
}

/** Builds the web app if it changed; answers the KB of JS (gzip) of its first page, or null. */
async function buildWeb() {
  const config = join(root, 'apps/web/vite.config.mjs');
  if (!existsSync(config)) return null;
  const stamp = join(root, 'dist/apps/web/.built');
  const newest = newestWebSource();
  if (existsSync(stamp) && Number(readFileSync(stamp, 'utf8')) >= newest) return null;
  const { build } = await import('vite');
  await build({ configFile: config, root: join(root, 'apps/web'), logLevel: 'warn' });
  const { checkFirstPage } = await import('../web/check-size.mjs');
  const kb = checkFirstPage();
  writeFileSync(stamp, String(newest));
  return kb;
}

/** Builds what is not built or older than its source; `say` is told what is going on. */
export async function build(say = console.log) {
  const started = Date.now();
  const compiled = await buildServer();
  if (compiled) say(`  server: ${compiled} files compiled in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const webStarted = Date.now();
  const kb = await buildWeb();
  if (kb) say(`  web app: built in ${((Date.now() - webStarted) / 1000).toFixed(1)} s; the first page loads ${kb} KB of JS (gzip)`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
