import type { Unsent } from './unsent-store.js';

export interface OutboxItem {
  readonly unsent: Unsent;
  /** `failed` goes again by itself when the line is back; `refused` only by hand. */
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';
  /** Of a file going up: 0 to 1. */
  readonly progress?: number;
  readonly reason?: string;
}

/** What the server answered and will answer again. */
export class Refused extends Error {}

export interface OutboxKeeper {
  all(): Promise<readonly Unsent[]>;
  put(unsent: Unsent): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/**
 * One room's messages on their way: kept until the server has them, sent one after another in the order they
 * were written. What does not get through stops the line behind it; what is refused steps aside.
 */
export class Outbox {
  private list: readonly OutboxItem[] = [];
  private running = false;

  /**
   * @param deliver resolves when the server has it; throws `Refused` for good, anything else for now
   * @param heldUp something did not get through for now: whoever sees the line decides when to `flush` again
   */
  constructor(
    private readonly keeper: OutboxKeeper,
    private readonly deliver: (unsent: Unsent, onProgress: (part: number) => void) => Promise<void>,
    private readonly changed: () => void,
    private readonly heldUp: () => void,
  ) {}

  get items(): readonly OutboxItem[] {
    return this.list;
  }

  /** Takes up what an earlier page left behind, before what was written since. */
  async restore(): Promise<void> {
    const kept = await this.keeper.all();
    const known = new Set(this.list.map((i) => i.unsent.clientId));
    this.set([...kept.filter((u) => !known.has(u.clientId)).map((unsent) => ({ unsent, state: 'failed' }) as const), ...this.list]);
  }

  async add(unsent: Unsent): Promise<void> {
    this.set([...this.list, { unsent, state: 'waiting' }]);
    await this.keeper.put(unsent);
    await this.flush();
  }

  /** Sends what waits, in order; resolves when nothing more gets through. */
  async flush(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (let next = this.next(); next; next = this.next()) if (!(await this.send(next.unsent))) return this.heldUp();
    } finally {
      this.running = false;
    }
  }

  /** Tries again by hand, with everything that waits before it. */
  retry(clientId: string): Promise<void> {
    this.update(clientId, { state: 'failed' });
    return this.flush();
  }

  /** Throws away what is not on its way at this moment: that may arrive, and then stands in the log. */
  async discard(clientId: string): Promise<void> {
    if (this.list.some((i) => i.unsent.clientId === clientId && (i.state === 'sending' || i.state === 'sent'))) return;
    this.set(this.list.filter((i) => i.unsent.clientId !== clientId));
    await this.keeper.remove(clientId);
  }

  /** The room's log has it now: it is shown there and no longer here. */
  async received(clientIds: ReadonlySet<string>): Promise<void> {
    const mine = this.list.filter((i) => clientIds.has(i.unsent.clientId));
    if (mine.length === 0) return;
    this.set(this.list.filter((i) => !clientIds.has(i.unsent.clientId)));
    for (const { unsent } of mine) await this.keeper.remove(unsent.clientId);
  }

  private next(): OutboxItem | undefined {
    return this.list.find((i) => i.state === 'waiting' || i.state === 'failed');
  }

  private async send(unsent: Unsent): Promise<boolean> {
    const { clientId } = unsent;
    this.update(clientId, { state: 'sending' });
    try {
      await this.deliver(unsent, (progress) => this.update(clientId, { progress }));
      this.update(clientId, { state: 'sent' });
      await this.keeper.remove(clientId);
      return true;
    } catch (error) {
      const refused = error instanceof Refused;
      this.update(clientId, { state: refused ? 'refused' : 'failed', ...(refused ? { reason: error.message } : {}) });
      return refused;
    }
  }

  private update(clientId: string, part: Partial<OutboxItem>): void {
    this.set(this.list.map((i) => (i.unsent.clientId === clientId ? { ...i, ...part } : i)));
  }

  private set(list: readonly OutboxItem[]): void {
    this.list = list;
    this.changed();
  }
}
