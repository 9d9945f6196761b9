import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly acr?: unknown;
  readonly amr?: unknown;
}

interface Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly claims: Record<string, unknown>;
}

const TOKEN_SECONDS = 300;
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A small OpenID provider: authorization code with PKCE (S256 only), RS256 tokens, codes that work
 * once. Whoever comes to `/authorize` is `person`; the other fields make it misbehave.
 */
export class OidcProvider {
  readonly clientId = 'hejie';
  readonly clientSecret = randomUUID();
  person: OidcPerson = { sub: 'nobody' };
  /** Answers the authorization request with this error instead of a code. */
  denies: string | undefined;
  /** Claims that overwrite the right ones in the next token. */
  forged: Record<string, unknown> = {};
  /** Signs with a key that is not the published one. */
  forgedKey = false;
  readonly codes = new Map<string, Grant>();

  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly server = createServer((request, answer) => void this.answer(request, answer));

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.issuer);
    const send = (status: number, body: unknown) => answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void send(200, {
          issuer: this.issuer,
          authorization_endpoint: `${this.issuer}/authorize`,
          token_endpoint: `${this.issuer}/token`,
          jwks_uri: `${this.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/jwks':
        return void send(200, { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
      case '/authorize':
        return void answer.writeHead(302, { location: this.authorize(url.searchParams) }).end();
      case '/token': {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const token = this.redeem(new URLSearchParams(body));
        return void (token ? send(200, token) : send(400, { error: 'invalid_grant' }));
      }
      default:
        return void send(404, {});
    }
  }

  private authorize(asked: URLSearchParams): string {
    const redirectUri = asked.get('redirect_uri')!;
    const back = new URL(redirectUri);
    back.searchParams.set('state', asked.get('state') ?? '');
    const known = asked.get('client_id') === this.clientId && asked.get('response_type') === 'code';
    const proof = asked.get('code_challenge_method') === 'S256' ? asked.get('code_challenge') : null;
    const error = this.denies ?? (known && proof && asked.get('scope')?.split(' ').includes('openid') ? undefined : 'invalid_request');
    if (error) back.searchParams.set('error', error);
    else {
      const code = randomUUID();
      this.codes.set(code, { redirectUri, challenge: proof!, claims: { ...this.person, nonce: asked.get('nonce') } });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  private redeem(asked: URLSearchParams): object | null {
    const code = asked.get('code') ?? '';
    const grant = this.codes.get(code);
    this.codes.delete(code);
    if (!grant || asked.get('client_id') !== this.clientId || asked.get('client_secret') !== this.clientSecret) return null;
    const proof = createHash('sha256').update(asked.get('code_verifier') ?? '').digest('base64url');
    if (proof !== grant.challenge || asked.get('redirect_uri') !== grant.redirectUri) return null;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: this.clientId, iat: now, exp: now + TOKEN_SECONDS, ...grant.claims, ...this.forged };
    const idToken = signed(claims, (this.forgedKey ? this.otherKeys : this.keys).privateKey);
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: TOKEN_SECONDS, id_token: idToken };
  }
}

function signed(claims: object, key: KeyObject): string {
  const head = `${json({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${json(claims)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), key).toString('base64url')}`;
}
