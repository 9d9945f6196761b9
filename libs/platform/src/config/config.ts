import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Over plain http a provider can be trusted on this machine only. */
const issuer = z.url({ protocol: /^https?$/ }).refine((v) => v.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(new URL(v).hostname), 'must be https');
const flag = z.enum(['true', 'false']).transform((v) => v === 'true');

const urls = (form: RegExp) => z.string().default('').transform((v) => v.split(',').map((u) => u.trim()).filter(Boolean)).refine((all) => all.every((u) => form.test(u)), `must be addresses like ${form.source}`);

/** One address or network, or the name of some: 203.0.113.7, 10.0.0.0/8, loopback, uniquelocal (every private network). */
function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most));
}
const proxies = z.string().default('').transform((v) => (v === 'false' ? [] : v.split(',').map((p) => p.trim()).filter(Boolean)))
  .refine((all) => all.every(isProxy), 'must name the proxies in front by address, separated by commas: 203.0.113.7, 10.0.0.0/8, loopback, uniquelocal');

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Where people reach the platform; cookies are `Secure` when it is https. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: z.string().regex(/^(rediss?|unix):\/\//, 'must start with redis://, rediss:// or unix://').optional(),
  DATA_DIR: z.string().default('.data'),
  /** 32 bytes, base64: encrypts personal data per field. Losing it loses the data. */
  FIELD_KEY: z.string().refine((v) => Buffer.from(v, 'base64').length === 32, 'must be 32 bytes in base64'),
  /**
   * Whose `X-Forwarded-For` is believed: addresses and networks of the proxies in front. Neither everybody's (a caller would
   * choose their own address) nor that of so many hops (who comes past the proxy would be believed too).
   */
  TRUST_PROXY: proxies,
  /** One-time codes sent, and codes or passwords tried, from one network address an hour. A union hall may need more. */
  CODES_PER_ADDRESS: z.coerce.number().int().min(1).default(60),
  TRIES_PER_ADDRESS: z.coerce.number().int().min(1).default(120),
  /** Files that one account may bring in, evidence and files of rooms together, in 24 hours; 20 MB each. */
  UPLOADS_PER_DAY: z.coerce.number().int().min(1).default(300),
  /** Where a case's evidence takes no more files, in bytes; as much again for the files of its rooms. */
  CASE_FILES_BYTES: z.coerce.number().int().min(1).default(1024 * 1024 * 1024),
  /** Where phones may be of that we send an SMS to: ISO 3166 codes, separated by commas. Each more is somewhere that codes can be pumped to. */
  SMS_COUNTRIES: z.string().default('CN').transform((v) => v.split(',').map((c) => c.trim())).refine((all) => all.every((c) => /^[A-Z]{2}$/.test(c)), 'must be like CN,HK,MO,TW'),
  /** Shows outgoing SMS on /dev/messages and in the log. Never on for a real installation. */
  DEV_TOOLS: flag.default(false),
  /** Staff may also sign in at this OpenID provider. Its redirect URI is `<PUBLIC_URL>/desk/sign-in/oidc`. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Classes of authentication (`acr`) to ask the provider for, separated by spaces; each must mean two factors there, and counts as such. */
  OIDC_ACR_VALUES: z.string().default('').transform((v) => v.split(/\s+/).filter(Boolean)),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().default('Hejie <no-reply@localhost>'),
  /** STUN and TURN servers for calls, separated by commas; TURN needs the secret it shares with us (coturn: `static-auth-secret`). */
  STUN_URLS: urls(/^stuns?:/),
  TURN_URLS: urls(/^turns?:/),
  TURN_SECRET: z.string().min(16).optional(),
  /** For how long, in seconds, credentials for TURN open new relays; windows ask for new ones before. */
  TURN_CREDENTIAL_SECONDS: z.coerce.number().int().min(2).default(3600),
  /** Of files whose pages go into one volume of a bundle of evidence, together: what a process holds while it binds. */
  BUNDLE_VOLUME_BYTES: z.coerce.number().int().min(1).default(160 * 1024 * 1024),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WEB_DIR: z.string().optional(),
}).superRefine((e, context) => {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;
  if (!needed.slice(0, 3).some((name) => e[name])) return;
  for (const name of needed) if (!e[name]) context.addIssue({ code: 'custom', path: [name], message: 'is needed for sign-in by OpenID Connect' });
});

/** Every variable a process reads its settings from. */
export const SETTINGS: readonly string[] = Object.keys(environmentSchema.shape);

/** The settings of one process, checked once at boot. */
export class Config {
  readonly env: 'production' | 'development' | 'test';
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly fieldKey: Buffer;
  /** Addresses and networks of the proxies in front; none: the caller's own line counts. */
  readonly trustProxy: readonly string[];
  readonly codesPerAddress: number;
  readonly triesPerAddress: number;
  readonly smsCountries: readonly string[];
  readonly uploadsPerDay: number;
  readonly caseFilesBytes: number;
  readonly devTools: boolean;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly acrValues: readonly string[] } | undefined;
  readonly sms: { readonly url: string; readonly token: string | undefined } | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly calls: { readonly stunUrls: readonly string[]; readonly turn: { readonly urls: readonly string[]; readonly secret: string; readonly credentialSeconds: number } | undefined };
  readonly bundleVolumeBytes: number;
  readonly logLevel: string;
  readonly webDir: string | undefined;

  /** @throws ConfigError naming every variable that is missing or wrong. */
  constructor(environment: NodeJS.ProcessEnv) {
    // compose files pass unset variables as empty strings
    const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
    const parsed = environmentSchema.safeParse(given);
    if (!parsed.success) {
      throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    }
    const e = parsed.data;
    this.env = e.NODE_ENV;
    this.port = e.PORT;
    this.host = e.HOST;
    this.publicUrl = e.PUBLIC_URL?.replace(/\/$/, '');
    this.databaseUrl = e.DATABASE_URL;
    this.databasePool = e.DATABASE_POOL;
    this.redisUrl = e.REDIS_URL;
    this.dataDir = resolve(e.DATA_DIR);
    this.fieldKey = Buffer.from(e.FIELD_KEY, 'base64');
    this.trustProxy = e.TRUST_PROXY;
    this.codesPerAddress = e.CODES_PER_ADDRESS;
    this.triesPerAddress = e.TRIES_PER_ADDRESS;
    this.smsCountries = e.SMS_COUNTRIES;
    this.uploadsPerDay = e.UPLOADS_PER_DAY;
    this.caseFilesBytes = e.CASE_FILES_BYTES;
    this.devTools = e.DEV_TOOLS;
    this.oidc = e.OIDC_ISSUER ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID!, clientSecret: e.OIDC_CLIENT_SECRET!, acrValues: e.OIDC_ACR_VALUES } : undefined;
    this.sms = e.SMS_GATEWAY_URL ? { url: e.SMS_GATEWAY_URL, token: e.SMS_GATEWAY_TOKEN } : undefined;
    this.smtpUrl = e.SMTP_URL;
    this.mailFrom = e.MAIL_FROM;
    if (e.TURN_URLS.length && !e.TURN_SECRET) throw new ConfigError('TURN_SECRET: needed with TURN_URLS');
    this.calls = { stunUrls: e.STUN_URLS, turn: e.TURN_SECRET && e.TURN_URLS.length ? { urls: e.TURN_URLS, secret: e.TURN_SECRET, credentialSeconds: e.TURN_CREDENTIAL_SECONDS } : undefined };
    this.bundleVolumeBytes = e.BUNDLE_VOLUME_BYTES;
    this.logLevel = e.LOG_LEVEL;
    this.webDir = e.WEB_DIR;
  }

  /** The whole address of one of our pages, for what is read away from it: an SMS, a mail, a terminal. Without PUBLIC_URL that of this machine. */
  linkTo(path: string): string {
    return `${this.publicUrl ?? `http://localhost:${this.port}`}${path}`;
  }

  /** True when people reach us over https, so cookies may be `Secure`. */
  get secure(): boolean {
    return this.publicUrl?.startsWith('https:') ?? false;
  }
}

/** A setting that cannot work; its message is one sentence fit for the terminal. */
export class ConfigError extends Error {}
