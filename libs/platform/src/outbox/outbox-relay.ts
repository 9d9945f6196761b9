import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Listener } from '../database/listener.js';
import { HandlerRegistry } from '../jobs/handler-registry.js';
import { DELIVER, DELIVERY_ATTEMPTS, JobRunner } from '../jobs/job-runner.js';
import { JobQueue } from '../jobs/queue.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OUTBOX_CHANNEL } from './outbox.js';

const POLL_MS = 1000;
const BATCH = 200;
/** What nobody here reacts to may be for a worker of the next version, in an upgrade: it is left to it for so long. */
const LEFT_TO_OTHERS_MS = 600_000;
/** A delivery not done by then is queued again: the queue was wiped or its tries ran out. */
const REQUEUE_AFTER_MS = 180_000;
/** Deliveries under way at once where the queue does not take them. */
const AT_ONCE = 8;

/**
 * Turns committed outbox rows into queue jobs. Any number may run: rows are claimed with SKIP
 * LOCKED. A NOTIFY at commit wakes it at once; the poll finds what a lost NOTIFY left.
 */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger('OutboxRelay');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly listener: Listener,
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly handlers: HandlerRegistry,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.listener.listen(OUTBOX_CHANNEL, { heard: () => this.wake(), missed: () => this.wake() });
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while ((await this.relayBatch()) === BATCH);
        await this.requeueOverdue();
      } catch (error) {
        this.log.warn({ msg: 'relay paused', error: String(error) });
      }
    }
  }

  private relayBatch(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const events = await tx
        .createQueryBuilder(OutboxEvent, 'e')
        .where('e.relayed_at is null and (e.topic = any(:known) or e.created_at < :before)', { known: this.handlers.topics, before: new Date(this.clock.now().getTime() - LEFT_TO_OTHERS_MS) })
        .orderBy('e.id')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      if (events.length === 0) return 0;
      const now = this.clock.now();
      const owed = events.flatMap((e) =>
        this.handlers.subscribersOf(e.topic).map((subscriber) => ({ eventId: e.id, subscriber, queuedAt: now, doneAt: null, lastError: null })),
      );
      if (owed.length) await tx.insert(OutboxDelivery, owed);
      await tx.update(OutboxEvent, { id: In(events.map((e) => e.id)) }, { relayedAt: now });
      return { events: events.length, owed };
    }).then(async (claimed) => {
      if (claimed === 0) return 0;
      await this.enqueue(claimed.owed); // after commit: a job must find its row
      return claimed.events;
    });
  }

  private async requeueOverdue(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REQUEUE_AFTER_MS);
    const overdue = await this.dataSource
      .getRepository(OutboxDelivery)
      .find({ where: { doneAt: IsNull(), queuedAt: LessThan(before) }, order: { queuedAt: 'ASC' }, take: BATCH });
    for (const d of overdue) {
      await this.dataSource.getRepository(OutboxDelivery).update({ eventId: d.eventId, subscriber: d.subscriber }, { queuedAt: this.clock.now() });
    }
    await this.enqueue(overdue);
  }

  /** What the queue does not take in time is delivered here: nobody's code or notice waits for Redis. */
  private async enqueue(deliveries: readonly { eventId: string; subscriber: string }[]): Promise<void> {
    const taken = await this.queue.addRaw(
      deliveries.map(({ eventId, subscriber }) => ({
        name: DELIVER,
        data: { eventId, subscriber },
        id: `${eventId}.${subscriber}`,
        attempts: DELIVERY_ATTEMPTS,
      })),
    );
    if (taken) return;
    this.log.warn({ msg: 'the queue does not answer; delivering without it', count: deliveries.length });
    const waiting = [...deliveries];
    const deliver = async () => {
      for (let next = waiting.shift(); next && !this.stopped; next = waiting.shift()) {
        const { eventId, subscriber } = next;
        await this.runner.deliver(next).catch((error: unknown) => this.log.warn({ msg: 'delivery failed', eventId, subscriber, error: String(error) }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, deliver));
  }
}
