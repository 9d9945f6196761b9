/**
 * Questions or writes that come in while one run is under way share the next. There is no waiting
 * window: an idle batcher runs at once, a busy one runs as often as the database answers.
 *
 * When a run of several fails, each is tried alone, so that one that cannot succeed spoils no other:
 * what is run must either be harmless to repeat or have failed as a whole.
 */
export class Batcher<I, O> {
  private readonly waiting: { input: I; resolve: (output: O) => void; reject: (error: unknown) => void }[] = [];
  private running = false;

  /** @param run answers one output for each input, in their order */
  constructor(
    private readonly run: (inputs: readonly I[]) => Promise<readonly O[]>,
    private readonly maxBatch: number,
  ) {}

  add(input: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    await new Promise((r) => setImmediate(r)); // whatever arrives in one turn of the event loop shares a run
    for (let batch; (batch = this.waiting.splice(0, this.maxBatch)).length > 0; ) {
      try {
        const outputs = await this.run(batch.map((w) => w.input));
        batch.forEach((w, i) => w.resolve(outputs[i]!));
      } catch (error) {
        if (batch.length === 1) batch[0]!.reject(error);
        else await Promise.all(batch.map((w) => this.run([w.input]).then(([output]) => w.resolve(output!), w.reject)));
      }
    }
    this.running = false;
  }
}
