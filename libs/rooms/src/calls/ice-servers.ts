import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@hejie/platform';

/** Seconds for which the credentials open new relays; one that is open goes on. */
const TTL_S = 3600;

/** Which STUN and TURN servers a window may use, with credentials of its own that run out (coturn's `use-auth-secret`). */
@Injectable()
export class IceServers {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  for(accountId: string): { urls: string[]; username?: string; credential?: string }[] {
    const { stunUrls, turn } = this.config.calls;
    const stun = stunUrls.length ? [{ urls: [...stunUrls] }] : [];
    if (!turn) return stun;
    const username = `${Math.floor(this.clock.now().getTime() / 1000) + TTL_S}:${accountId}`;
    return [...stun, { urls: [...turn.urls], username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') }];
  }
}
