import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { HandlerRegistry } from '../jobs/handler-registry.js';

/**
 * Delivers what the outbox holds here and now, in order and without a queue: for a host that plays a story in a
 * time of its own, where no relay runs. A handler that fails stops it; its event is then lost, so it is not for production.
 */
@Injectable()
export class DeliverNow implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: HandlerRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.discover();
  }

  /** Resolves when nothing waits any more, what the handlers announced included. */
  async all(): Promise<void> {
    for (let events = await this.claim(); events.length; events = await this.claim()) {
      for (const { id, topic, payload } of events) {
        for (const subscriber of this.handlers.subscribersOf(topic)) {
          const { subscription, run } = this.handlers.subscriptions.get(subscriber)!;
          await run(subscription.event.payload.parse(payload), id);
        }
      }
    }
  }

  /** Marked as relayed, so that the relay of a later process does not tell them again. */
  private async claim(): Promise<{ id: string; topic: string; payload: unknown }[]> {
    const [rows] = await this.dataSource.query<[{ id: string; topic: string; payload: unknown }[]]>(
      `update outbox_event set relayed_at = $1 where id in (select id from outbox_event where relayed_at is null order by id for update skip locked) returning id, topic, payload`,
      [this.clock.now()],
    );
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
