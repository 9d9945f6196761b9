import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { HANDLES_EVENT, HANDLES_JOB, HANDLES_SCHEDULE, type JobDefinition, type Schedule, type Subscription } from './job.js';

type Method = (...args: unknown[]) => Promise<void>;

/** Every job, reaction and schedule of the assembled worker modules; two with one name stop the boot. */
@Injectable()
export class HandlerRegistry {
  readonly jobs = new Map<string, { definition: JobDefinition; run: Method }>();
  readonly subscriptions = new Map<string, { subscription: Subscription; run: Method }>();
  readonly schedules = new Map<string, { schedule: Schedule; run: Method }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Reads the decorators of all providers. Called once, after the modules are made. */
  discover(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const target = instance as Record<string, Method>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(target) as object)) {
        const method = target[name]!;
        const run = method.bind(target) as Method;
        const job = this.reflector.get<JobDefinition>(HANDLES_JOB, method);
        if (job) once(this.jobs, job.name, { definition: job, run });
        const subscription = this.reflector.get<Subscription>(HANDLES_EVENT, method);
        if (subscription) once(this.subscriptions, subscription.subscriber, { subscription, run });
        const schedule = this.reflector.get<Schedule>(HANDLES_SCHEDULE, method);
        if (schedule) once(this.schedules, schedule.name, { schedule, run });
      }
    }
  }

  /** What somebody here wants to hear of. */
  get topics(): string[] {
    return [...new Set([...this.subscriptions.values()].map((s) => s.subscription.event.topic))];
  }

  /** Names of those who want to hear of a topic. */
  subscribersOf(topic: string): string[] {
    return [...this.subscriptions.values()].filter((s) => s.subscription.event.topic === topic).map((s) => s.subscription.subscriber);
  }
}

function once<V>(map: Map<string, V>, name: string, value: V): void {
  if (map.has(name)) throw new Error(`two handlers are named ${name}`);
  map.set(name, value);
}
