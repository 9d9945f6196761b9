import { Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeleteReleased } from './files/delete-released.js';
import { HandlerRegistry } from './jobs/handler-registry.js';
import { JobRunner } from './jobs/job-runner.js';
import { OutboxRelay } from './outbox/outbox-relay.js';

/** What makes a process a worker: the outbox relay and the job runner over all handlers found in it. */
@Module({ imports: [DiscoveryModule], providers: [DeleteReleased, HandlerRegistry, JobRunner, OutboxRelay], exports: [HandlerRegistry] })
export class WorkerModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly handlers: HandlerRegistry,
    private readonly runner: JobRunner,
    private readonly relay: OutboxRelay,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.handlers.discover();
    await this.runner.start();
    await this.relay.start();
  }

  /** First of all at shutdown, while the queue and the database are still there for the jobs under way. */
  async onModuleDestroy(): Promise<void> {
    await this.relay.stop();
    await this.runner.stop();
  }
}
