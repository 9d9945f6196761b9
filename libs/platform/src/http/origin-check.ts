import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Config } from '../config/config.js';

/**
 * Where a browser may call from: our own pages only. A request without `Origin` is not a browser's
 * cross-site request (browsers always send it on unsafe methods and socket handshakes), so it
 * passes here and still needs its session and CSRF token.
 */
@Injectable()
export class OriginCheck {
  constructor(private readonly config: Config) {}

  allows(headers: IncomingHttpHeaders): boolean {
    const { origin } = headers;
    if (origin === undefined) return true;
    if (this.config.publicUrl) return origin === this.config.publicUrl;
    try {
      return new URL(origin).host === headers.host;
    } catch {
      return false;
    }
  }
}
