import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { OutboxDelivery } from '../outbox/outbox-delivery.entity.js';
import { OutboxEvent } from '../outbox/outbox-event.entity.js';
import { HandlerRegistry } from './handler-registry.js';
import { closed, JobQueue, TAKE_MS } from './queue.js';

/** Name of the queue's job that carries one outbox delivery. */
export const DELIVER = 'outbox.deliver';
export const DELIVERY_ATTEMPTS = 8; // 1 s doubling: about two minutes; then the sweeper queues it afresh

/** The BullMQ worker: finds the handler of each job and lets its failure be tried again. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('Jobs');
  private worker: Worker | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly handlers: HandlerRegistry,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    this.worker = this.queue.worker((job) => this.process(job), { concurrency: 8 });
    this.worker.on('error', (error) => this.log.warn({ msg: 'queue connection', error: error.message }));
    this.worker.on('failed', (job, error) =>
      this.log.warn({ msg: 'job failed', job: job?.name, id: job?.id, attempt: job?.attemptsMade, error: error.stack }),
    );
    const scheduled = this.schedule();
    scheduled.catch((error: unknown) => this.log.warn({ msg: 'not scheduled', error: String(error) }));
    await Promise.race([scheduled, sleep(TAKE_MS, undefined, { ref: false })]); // a queue that does not answer has them once it does; people are served meanwhile
  }

  /** Takes no new job and waits for those under way, as long as a host that stops may. */
  async stop(): Promise<void> {
    await closed(this.worker?.close());
  }

  /** Carries out one delivery of the outbox, unless it is done. */
  async deliver({ eventId, subscriber }: { eventId: string; subscriber: string }): Promise<void> {
    const deliveries = this.dataSource.getRepository(OutboxDelivery);
    const owed = await deliveries.findOneBy({ eventId, subscriber });
    if (!owed || owed.doneAt) return;
    const handler = this.handlers.subscriptions.get(subscriber);
    if (!handler) throw new Error(`no handler for subscriber ${subscriber}`);
    const event = await this.dataSource.getRepository(OutboxEvent).findOneByOrFail({ id: eventId });
    try {
      await handler.run(handler.subscription.event.payload.parse(event.payload), eventId, event.createdAt);
    } catch (error) {
      await deliveries.increment({ eventId, subscriber }, 'attempts', 1);
      await deliveries.update({ eventId, subscriber }, { lastError: String(error).slice(0, 500) });
      throw error;
    }
    await deliveries.update({ eventId, subscriber }, { doneAt: this.clock.now(), lastError: null });
  }

  private async schedule(): Promise<void> {
    for (const { schedule } of this.handlers.schedules.values()) {
      await this.queue.schedule(schedule.name, schedule.cron ? { pattern: schedule.cron, tz: 'Asia/Shanghai' } : { every: schedule.every! });
    }
  }

  private async process(job: Job): Promise<void> {
    if (job.name === DELIVER) return this.deliver(job.data as { eventId: string; subscriber: string });
    const schedule = this.handlers.schedules.get(job.name);
    if (schedule) return schedule.run();
    const handler = this.handlers.jobs.get(job.name);
    if (!handler) throw new Error(`no handler for job ${job.name}`);
    return handler.run(handler.definition.payload.parse(job.data));
  }
}
