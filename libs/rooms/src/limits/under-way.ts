import { refusePlatform } from '@hejie/platform';

/** Takes no more than so much from anybody at the same time, so that nobody's hurry is everybody's wait. */
export class UnderWay {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @throws TOO_MANY_REQUESTS before anything of it was done */
  async one<T>(whose: string, work: () => Promise<T>): Promise<T> {
    const others = this.counts.get(whose) ?? 0;
    if (others >= this.most) throw refusePlatform('TOO_MANY_REQUESTS', { retryAfter: 1 });
    this.counts.set(whose, others + 1);
    try {
      return await work();
    } finally {
      const left = this.counts.get(whose)! - 1;
      if (left > 0) this.counts.set(whose, left);
      else this.counts.delete(whose);
    }
  }
}
