import { SocketHub } from '@hejie/platform';
import type { TestApp } from './app.js';

/** From now on nobody looks around for sockets whose session ended: what closes one is the news of it, or the test waits in vain. */
export function withoutSweep(t: TestApp): void {
  t.app.get(SocketHub)['watch']!.stop();
}
