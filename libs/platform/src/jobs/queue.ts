import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, type Processor, type WorkerOptions } from 'bullmq';
import { Config } from '../config/config.js';
import { redisOptions } from '../config/redis.js';
import type { JobDefinition } from './job.js';

/** One queue for all contexts; jobs are told apart by name. */
const QUEUE = 'hejie';

/** A host that stops is killed by its operator's system after 10 s, as a rule. */
const GIVE_UP_MS = 8000;
/** How long the queue may take to take jobs in. */
export const TAKE_MS = 3000;
/** Workers wait for jobs up to 10 s at a time. */
const SILENT_MS = 30_000;

/**
 * Waits for a queue or worker to close, as long as a host that stops may wait: without Redis they would wait for it for good. A job
 * that is cut off is queued again.
 */
export async function closed(closing: Promise<void> | undefined): Promise<void> {
  await Promise.race([closing, sleep(GIVE_UP_MS, undefined, { ref: false })]);
}

/** The job queue: BullMQ on Redis where REDIS_URL is set, else on PostgreSQL. It may be wiped at any moment. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly log = new Logger('Queue');
  private readonly queue: Queue;
  /** The queue still owes an answer for jobs it was given. */
  private owing = false;

  constructor(private readonly config: Config) {
    const { connection, backend } = connect(config);
    this.queue = new Queue(QUEUE, { connection } as never, backend as never);
    this.queue.on('error', () => undefined); // connection faults show in /health and in the worker's log
  }

  /**
   * Queues a job. @param id repeating an id while the job is still there adds nothing; it may not contain `:`.
   * @param delay milliseconds
   */
  async add<P>(job: JobDefinition<P>, payload: P, id: string, delay = 0): Promise<void> {
    await this.queue.add(job.name, job.payload.parse(payload), jobOptions(id, job.attempts, delay));
  }

  /** @returns false if the queue did not take them in time, or has not answered for earlier ones: it may hold them all the same, now or later */
  async addRaw(jobs: readonly { name: string; data: unknown; id: string; attempts: number }[]): Promise<boolean> {
    if (jobs.length === 0) return true;
    if (this.owing) return false;
    this.owing = true;
    const taken = this.queue
      .addBulk(jobs.map((j) => ({ name: j.name, data: j.data, opts: jobOptions(j.id, j.attempts, 0) })))
      .then(
        () => true,
        (error: unknown) => {
          this.log.warn({ msg: 'jobs not queued', count: jobs.length, error: String(error) });
          return false;
        },
      )
      .finally(() => (this.owing = false));
    return Promise.race([taken, sleep(TAKE_MS, false, { ref: false })]);
  }

  async schedule(name: string, repeat: { every?: number; pattern?: string; tz?: string }): Promise<void> {
    await this.queue.upsertJobScheduler(name, repeat, { name, opts: { removeOnComplete: true, removeOnFail: 100 } });
  }

  /** How many jobs are in each state, for metrics and tests. */
  counts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  worker(processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker {
    const { connection, backend } = connect(this.config);
    return new Worker(QUEUE, processor, { ...options, connection } as never, backend as never);
  }

  async onApplicationShutdown(): Promise<void> {
    await closed(this.queue.close());
  }
}

function jobOptions(jobId: string, attempts: number, delay: number) {
  return {
    jobId,
    attempts,
    delay,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: true,
    removeOnFail: true, // what a job was for stays in its table; the sweeper queues it again
  };
}

function connect(config: Config) {
  return config.redisUrl
    ? { connection: redisOptions(config.redisUrl, SILENT_MS), backend: undefined }
    : { connection: { connectionString: config.databaseUrl, max: 4, skipMigrations: true }, backend: createPostgresBackend };
}
