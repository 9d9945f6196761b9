import { describe, expect, it } from '@jest/globals';
import { hostConfig } from '../api/host-environment.js';
import { standaloneSettings } from './standalone-settings.js';

const DATABASE_URL = 'postgres://hejie:secret@db.example/hejie';
const KEY = Buffer.alloc(32).toString('base64');
const PUBLIC_URL = 'https://hejie.example';
const settle = (environment: Record<string, string>) => {
  const { env, seed, forOthers } = standaloneSettings(environment);
  const { devTools, host } = hostConfig({ DATABASE_URL, FIELD_KEY: KEY, ...env });
  return { seed, forOthers, devTools, host };
};

describe('what npm start takes itself for', () => {
  it.each([
    ['alone, a demo on this machine', {}, { seed: 'demo', devTools: true, host: '127.0.0.1', forOthers: undefined }],
    ['empty variables, the same', { DATABASE_URL: '', PUBLIC_URL: '', TRUST_PROXY: 'false' }, { seed: 'demo', devTools: true, host: '127.0.0.1', forOthers: undefined }],
    ['with a database of its own, no demo', { DATABASE_URL }, { seed: 'none', devTools: false, host: '0.0.0.0', forOthers: 'DATABASE_URL' }],
    ['with a public address, no demo', { PUBLIC_URL }, { seed: 'none', devTools: false, host: '0.0.0.0', forOthers: 'PUBLIC_URL' }],
    ['behind a proxy, no demo', { TRUST_PROXY: 'loopback' }, { seed: 'none', devTools: false, host: '0.0.0.0', forOthers: 'TRUST_PROXY' }],
    ['without development tools, no demo', { DEV_TOOLS: 'false' }, { seed: 'none', devTools: false, host: '0.0.0.0', forOthers: undefined }],
    ['a developer with a database, an empty one', { DATABASE_URL, DEV_TOOLS: 'true' }, { seed: 'none', devTools: true, host: '127.0.0.1' }],
    ['a developer who wants the city there', { DATABASE_URL, DEV_TOOLS: 'true', SEED: 'city' }, { seed: 'city', devTools: true, host: '127.0.0.1' }],
    ['a public address that is this machine', { PUBLIC_URL: 'http://localhost:8080', DEV_TOOLS: 'true' }, { seed: 'none', devTools: true }],
  ])('%s', (_, environment, expected) => expect(settle(environment)).toMatchObject(expected));

  it.each([
    [{ PUBLIC_URL, DEV_TOOLS: 'true' }, /^DEV_TOOLS=true shows every SMS code to whoever opens \/dev\/messages and PUBLIC_URL lets others in; leave one of them out$/],
    [{ TRUST_PROXY: 'loopback', DEV_TOOLS: 'true' }, /DEV_TOOLS=true .* TRUST_PROXY lets others in/],
    [{ DATABASE_URL, SEED: 'demo' }, /^SEED=demo makes accounts whose passwords everybody knows and DATABASE_URL says that this is no demo; /],
    [{ DEV_TOOLS: 'false', SEED: 'city' }, /^SEED=city makes accounts whose passwords everybody knows; /],
    [{ SEED: 'village' }, /^SEED: village is not one of demo, city, none$/],
  ])('refuses what contradicts itself: %j', (environment, sentence) => expect(() => settle(environment)).toThrow(sentence));
});
