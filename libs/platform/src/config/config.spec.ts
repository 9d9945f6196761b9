import { describe, expect, it } from '@jest/globals';
import { Config } from './config.js';

const config = (environment: Record<string, string>) => new Config({ DATABASE_URL: 'postgres://h/d', FIELD_KEY: Buffer.alloc(32).toString('base64'), ...environment });

describe('a link to a page of ours', () => {
  it.each([
    [{ PUBLIC_URL: 'https://hejie.example/' }, 'https://hejie.example/cases/1'],
    [{ PORT: '8080' }, 'http://localhost:8080/cases/1'],
  ])('%j: %s', (environment, link) => expect(config(environment).linkTo('/cases/1')).toBe(link));
});

describe('TRUST_PROXY', () => {
  it.each([
    ['', []],
    ['false', []],
    ['loopback', ['loopback']],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.0/8, fd00::/8,uniquelocal', ['10.0.0.0/8', 'fd00::/8', 'uniquelocal']],
  ])('%j names the proxies whose word counts', (given, trusted) => expect(config({ TRUST_PROXY: given }).trustProxy).toEqual(trusted));

  // "true" would believe what anybody writes, a number whoever comes past the proxy, /0 everybody
  it.each(['true', '1', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8/1', '0.0.0.0/0', '10.0.0.5;loopback'])('is refused as %s, in a sentence', (given) => {
    expect(() => config({ TRUST_PROXY: given })).toThrow(/^TRUST_PROXY: must name the proxies in front by address, separated by commas: /);
  });
});
