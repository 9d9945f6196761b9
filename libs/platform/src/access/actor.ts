import type { Locale, Role } from '../contract/index.js';

/** Who is asking, as the session proved it. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
  /** Materialised paths of the organisations the account serves; their subtree is what it may see. */
  readonly organisations: readonly string[];
  readonly locale: Locale;
}

/** Implemented by `identity`: turns a session cookie into an actor, or null when it is not valid (any more). */
export abstract class ActorResolver {
  abstract resolve(sessionToken: string): Promise<Actor | null>;
}

/** Name of the session cookie; opaque token, httpOnly, SameSite=Lax. */
export const SESSION_COOKIE = 'hejie_session';
