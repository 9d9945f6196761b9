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

/** Implemented by `identity`: tells the platform's doors who is asking. */
export abstract class ActorResolver {
  /** The actor of a session cookie, or null when it is not valid (any more). */
  abstract resolve(sessionToken: string): Promise<Actor | null>;

  /** By session id, the actors of those sessions that still stand, as they are now. Asking does not keep a session alive. */
  abstract standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Actor>>;

  /** Whether this is the CSRF token of the session. */
  abstract isCsrfToken(sessionId: string, given: unknown): boolean;
}

/** Name of the session cookie; opaque token, httpOnly, SameSite=Lax. */
export const SESSION_COOKIE = 'hejie_session';
