import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Config, SETTINGS } from '@hejie/platform';

/** What the image or the way it is run decides. */
const NOT_FOR_WHO_RUNS_IT = ['NODE_ENV', 'PORT', 'HOST', 'DATA_DIR', 'WEB_DIR', 'DEV_TOOLS'];

const compose = readFileSync('docker/compose.yaml', 'utf8');
const nginx = readFileSync('docker/nginx.conf', 'utf8');
const dockerfile = readFileSync('docker/Dockerfile', 'utf8');

/** The variables of the hosts, as compose hands them over: `NAME: value` below the first `environment:`. */
const environment = Object.fromEntries(
  /^ {2}environment:\n((?: {4}.*\n)+)/m.exec(compose)![1]!.split('\n').flatMap((line) => {
    const [, name, value] = /^ {4}([A-Z_]+): (.*)$/.exec(line) ?? [];
    return name ? [[name, value!.replace(/^"(.*)"$/, '$1')]] : [];
  }),
) as Record<string, string>;

/** `${A}`, `${A:-else}`, `${A:?}` and `${A:+then}`, one inside the other, as compose fills them. */
function filled(value: string, given: Record<string, string>): string {
  const next = value.replace(/\$\{([A-Z_]+)(?::([-?+])([^${}]*))?\}/, (_, name: string, how: string | undefined, word = '') => {
    const set = given[name];
    if (how === '+') return set ? word : '';
    return set || (how === '-' ? word : '');
  });
  return next === value ? value : filled(next, given);
}
const handedOver = (given: Record<string, string>) => Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value, given)]));

const NEEDED = { FIELD_KEY: randomBytes(32).toString('base64'), DATABASE_PASSWORD: 'secret', PUBLIC_URL: 'https://hejie.example' };

describe('the compose file', () => {
  it('hands over no variable that is not a setting, and every setting that is for who runs it', () => {
    expect(Object.keys(environment).sort()).toEqual(SETTINGS.filter((s) => !NOT_FOR_WHO_RUNS_IT.includes(s)).sort());
  });

  it('makes a working configuration of what is needed, and of everything', () => {
    expect(new Config(handedOver(NEEDED))).toMatchObject({ databaseUrl: 'postgres://hejie:secret@postgres:5432/hejie', redisUrl: 'redis://redis:6379', trustProxy: ['uniquelocal'], smtpUrl: undefined, oidc: undefined, calls: { stunUrls: [], turn: undefined } });
    const all = new Config(handedOver({
      ...NEEDED, SMTP_URL: 'smtps://mail.example', MAIL_FROM: '和解 <hejie@union.example>', TURN_HOST: 'turn.example', TURN_SECRET: 'x'.repeat(16), TRIES_PER_ADDRESS: '500',
      OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'hejie', OIDC_CLIENT_SECRET: 's', SMS_GATEWAY_URL: 'https://sms.example/send', SMS_GATEWAY_TOKEN: 't',
    }));
    expect(all).toMatchObject({ mailFrom: '和解 <hejie@union.example>', triesPerAddress: 500, calls: { stunUrls: ['stun:turn.example:3478'], turn: { urls: ['turn:turn.example:3478', 'turn:turn.example:3478?transport=tcp'] } }, sms: { url: 'https://sms.example/send', token: 't' } });
  });

  it('refuses to start without what cannot be guessed', () => {
    for (const name of Object.keys(NEEDED)) expect([name, environment[name === 'DATABASE_PASSWORD' ? 'DATABASE_URL' : name]]).toEqual([name, expect.stringContaining(`\${${name}:?}`)]);
  });

  it('ends TLS where the client\'s own address is known, and passes on that address alone', () => {
    expect(compose).toContain('ports: ["80:80", "443:443"]');
    const folder = /\$\{TLS_FOLDER:\?\}:(\S+):ro/.exec(compose)![1]!;
    const servers = nginx.split(/^ {2}server \{$/m).slice(1);
    expect(servers.map((s) => /listen (.*);/.exec(s)![1])).toEqual(['80', '443 ssl']);
    expect(servers[0]).toMatch(/^\s+listen 80;\s+return 301 https:\/\/\$host\$request_uri;\s+\}\s*$/);
    for (const file of ['ssl_certificate ', 'ssl_certificate_key ']) expect(servers[1]).toContain(`${file}${folder}/`);
    expect([...nginx.matchAll(/X-Forwarded-For (.*);/g)].map((m) => m[1])).toEqual(['$remote_addr']);
  });

  it('runs what the image holds', () => {
    for (const [, name] of dockerfile.matchAll(/^ENV (.*)$/gm)) for (const pair of name!.split(' ')) expect(SETTINGS).toContain(pair.split('=')[0]);
    const data = /DATA_DIR=(\S+)/.exec(dockerfile)![1]!;
    expect(compose).toContain(`volumes: [files:${data}]`);
  });
});
