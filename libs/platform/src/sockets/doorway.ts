import type { IncomingMessage } from 'node:http';

/** How many may be on their way in at once, and for how many ms one counts at most: who opens a line and says nothing does not hold the door. */
const PLACES = { most: 100, forMs: 2000 };

/**
 * How many handshakes are under way. When thousands come back at once, all of them together would take longer than any of
 * them waits: they give up, begin anew, and the work for those who have given up is lost. Beyond `most` they are turned away
 * before anything is done for them, and clients come again after a pause of their own.
 */
export class Doorway {
  private readonly entering = new Map<IncomingMessage, NodeJS.Timeout>();

  constructor(private readonly places = PLACES) {}

  /** Whether there is room for one more; if so it counts until it has `entered`, its line is gone, or its time is up. */
  lets(request: IncomingMessage): boolean {
    if (this.entering.size >= this.places.most) return false;
    const done = () => this.entered(request);
    this.entering.set(request, setTimeout(done, this.places.forMs).unref());
    request.socket.once('close', done);
    return true;
  }

  /** It is in, or was refused: its place is free. */
  entered(request: IncomingMessage): void {
    clearTimeout(this.entering.get(request));
    this.entering.delete(request);
  }
}
