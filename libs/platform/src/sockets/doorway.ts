import type { IncomingMessage } from 'node:http';

/** How many may be on their way in at once, and for how many ms one counts at most: who opens a line and says nothing does not hold the door. */
const PLACES = { most: 100, forMs: 2000 };
/** One network may hold so many times what is still free: alone four fifths of the places, beside others less, never all. */
const SHARE = 4;

/**
 * How many handshakes are under way. When thousands come back at once, all of them together would take longer than any of
 * them waits: they give up, begin anew, and the work for those who have given up is lost. Beyond `most` they are turned away
 * before anything is done for them, and clients come again after a pause of their own. Those of one network leave room for others.
 */
export class Doorway {
  private readonly entering = new Map<IncomingMessage, { readonly network: string; readonly timer: NodeJS.Timeout }>();
  /** Network -> how many of the places it holds. */
  private readonly held = new Map<string, number>();

  constructor(private readonly places = PLACES) {}

  /** Whether there is room for one more of this network; if so it counts until it has `entered`, its line is gone, or its time is up. */
  lets(request: IncomingMessage, network: string): boolean {
    const free = this.places.most - this.entering.size;
    const held = this.held.get(network) ?? 0;
    if (free <= 0 || held >= SHARE * free) return false;
    const done = () => this.entered(request);
    this.entering.set(request, { network, timer: setTimeout(done, this.places.forMs).unref() });
    this.held.set(network, held + 1);
    request.socket.once('close', done);
    return true;
  }

  /** It is in, or was refused: its place is free. */
  entered(request: IncomingMessage): void {
    const place = this.entering.get(request);
    if (!place) return;
    clearTimeout(place.timer);
    this.entering.delete(request);
    const left = this.held.get(place.network)! - 1;
    if (left > 0) this.held.set(place.network, left);
    else this.held.delete(place.network);
  }
}
