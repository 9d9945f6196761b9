import { Injectable, Logger } from '@nestjs/common';
import { Config, notFound } from '@hejie/platform';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
} from 'openid-client';
import { refuse } from '../identity.refusals.js';

const TIMEOUT_SECONDS = 10;
const MAX_CLAIM = 200;

/** What a browser is sent to the provider with, and what its answer is held against. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says has signed in. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only an address the provider has verified. */
  readonly email: string | null;
  /** The class of authentication it says was reached, or null. */
  readonly acr: string | null;
  /** The methods it says were used (RFC 8176). */
  readonly amr: readonly string[];
}

/** The configured OpenID provider: authorization code with PKCE, state and nonce, signatures checked. */
@Injectable()
export class OidcClient {
  private readonly log = new Logger('OidcClient');
  private discovered: Promise<Configuration> | undefined;

  constructor(private readonly config: Config) {}

  get available(): boolean {
    return this.config.oidc !== undefined;
  }

  /** The provider's page to send the browser to. @throws NOT_FOUND when none is configured, OIDC_UNAVAILABLE */
  async authorizationUrl({ state, nonce, codeVerifier }: OidcChecks): Promise<string> {
    const acrValues = this.config.oidc?.acrValues ?? [];
    return buildAuthorizationUrl(await this.provider(), {
      redirect_uri: this.redirectUri,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      // a wish: what was reached is read from the token
      ...(acrValues.length ? { acr_values: acrValues.join(' ') } : {}),
    }).href;
  }

  /** Redeems what the provider sent the browser back with. @throws NOT_FOUND, OIDC_UNAVAILABLE; OIDC_REFUSED for whatever does not hold */
  async identify(parameters: string, { state, nonce, codeVerifier }: OidcChecks): Promise<OidcIdentity> {
    const provider = await this.provider();
    try {
      const answer = await authorizationCodeGrant(provider, new URL(`${this.redirectUri}?${parameters}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
      });
      const { iss, sub, email, email_verified: verified, acr, amr } = answer.claims()!;
      return {
        issuer: iss,
        subject: sub,
        email: verified === true && typeof email === 'string' ? email : null,
        acr: word(acr) ? acr : null,
        amr: Array.isArray(amr) ? amr.filter(word) : [],
      };
    } catch (error) {
      this.log.warn({ msg: 'sign-in refused', error: String(error) });
      throw refuse('OIDC_REFUSED');
    }
  }

  private get redirectUri(): string {
    return this.config.linkTo('/desk/sign-in/oidc');
  }

  /** Asks the provider for its settings once; a failure is not kept. */
  private async provider(): Promise<Configuration> {
    const { oidc } = this.config;
    if (!oidc) throw notFound();
    const issuer = new URL(oidc.issuer);
    const execute = issuer.protocol === 'http:' ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks];
    this.discovered ??= discovery(issuer, oidc.clientId, oidc.clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS });
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.log.warn({ msg: 'the OpenID provider cannot be reached', error: String(error) });
      throw refuse('OIDC_UNAVAILABLE', { retryAfter: TIMEOUT_SECONDS });
    }
  }
}

/** Whatever else a provider puts there says nothing, and is not kept. */
function word(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length <= MAX_CLAIM;
}
