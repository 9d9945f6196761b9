import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@hejie/platform';
import type { Relays } from '../contract/index.js';

/** Which STUN and TURN servers a window may use, with credentials of its own that run out (coturn's `use-auth-secret`). */
@Injectable()
export class IceServers {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A relay that is open goes on when its credentials run out; opening another needs new ones. */
  for(accountId: string): Relays {
    const { stunUrls, turn } = this.config.calls;
    const stun = stunUrls.length ? [{ urls: [...stunUrls] }] : [];
    if (!turn) return { iceServers: stun };
    const username = `${Math.floor(this.clock.now().getTime() / 1000) + turn.credentialSeconds}:${accountId}`;
    const relay = { urls: [...turn.urls], username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') };
    return { iceServers: [...stun, relay], relaySeconds: turn.credentialSeconds };
  }
}
