import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(process.cwd());
const libs = readdirSync(join(root, 'libs')).filter((l) => existsSync(join(root, 'libs', l, 'package.json')));

interface Import {
  readonly file: string;
  readonly target: string;
}

function filesBelow(folder: string, keep: (file: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && !/(^|\/)(dist|node_modules)\//.test(f) && keep(f))
    .map((f) => relative(root, join(folder, f)));
}

function importsBelow(folder: string, keep: (file: string) => boolean): Import[] {
  return filesBelow(folder, keep).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => ({ file, target: m[1]! }));
  });
}

const shipped = (file: string) => !/\.(api-)?spec\.ts$/.test(file) && !/(^|\/)testing\//.test(file);
const ours = (target: string) => /^@hejie\/([a-z]+)(?:\/(.+))?$/.exec(target);

/** Who may ask whom: a context may use those before it. */
const ORDER = ['platform', 'identity', 'cases', 'rooms', 'lawyers', 'mediation', 'escalation', 'entitlement', 'reminders', 'insight'];
const PURE = ['law', 'papers', 'earlywarning'];

describe('the walls between packages', () => {
  it.each(libs)('%s imports other packages only through their exports, and nothing of a host', (lib) => {
    const wrong = importsBelow(join(root, 'libs', lib, 'src'), shipped).filter(({ target }) => {
      if (target.startsWith('.')) return false;
      const [, other, door] = ours(target) ?? [];
      return other !== undefined && (!libs.includes(other) || (door !== undefined && !['contract', 'worker'].includes(door)));
    });
    expect(wrong).toEqual([]);
  });

  it('pure libs import no framework and nothing of ours, but papers the law', () => {
    const pure = libs.filter((l) => PURE.includes(l)).flatMap((lib) => importsBelow(join(root, 'libs', lib, 'src'), shipped).map((i) => ({ ...i, lib })));
    const wrong = pure.filter(({ lib, target }) => (ours(target) && !(lib === 'papers' && target === '@hejie/law')) || target.startsWith('@nestjs/') || target === 'typeorm');
    expect(wrong).toEqual([]);
  });

  it('the law has no clock, no chance and no world of its own but on its command line', () => {
    const own = filesBelow(join(root, 'libs/law/src'), shipped).filter((file) => !file.endsWith('/cli.ts'));
    const worldly = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bconsole\.|\bsetTimeout\b|\bperformance\.|from 'node:/;
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((file) => worldly.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each(libs.filter((l) => !PURE.includes(l)))('%s depends only on contexts before it', (lib) => {
    const wrong = importsBelow(join(root, 'libs', lib, 'src'), shipped).filter(({ target }) => {
      const other = ours(target)?.[1];
      if (!other || other === lib || PURE.includes(other)) return false;
      return ORDER.indexOf(other) > ORDER.indexOf(lib);
    });
    expect(wrong).toEqual([]);
  });

  // in a pure lib "contract" is no door: all of it can be imported anywhere
  it.each(libs.filter((l) => !PURE.includes(l)))('the contract of %s can be imported by a browser', (lib) => {
    const wrong = importsBelow(join(root, 'libs', lib, 'src/contract'), shipped).filter(({ target }) => {
      if (target.startsWith('./') || target === 'zod' || target === '@hejie/law') return false;
      return ours(target)?.[2] !== 'contract';
    });
    expect(wrong).toEqual([]);
  });

  it('the web app imports contracts and the law only', () => {
    const wrong = importsBelow(join(root, 'apps/web/src'), () => true).filter(({ target }) => {
      const match = ours(target);
      return match && match[1] !== 'law' && match[2] !== 'contract';
    });
    expect(wrong).toEqual([]);
  });
});
