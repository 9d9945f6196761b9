import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { EventDefinition } from '../contract/index.js';
import type { Tx } from '../database/unit-of-work.js';
import { newId } from '../ids/ids.js';
import { OutboxEvent } from './outbox-event.entity.js';

/** The channel on which a commit wakes the relay. */
export const OUTBOX_CHANNEL = 'hejie_outbox';

/** SQL that announces facts within a statement of the caller's own, where there is no transaction around it. @param rows selects `id`, `payload` (jsonb) and `at` of each */
export function announcing(event: Pick<EventDefinition, 'topic'>, rows: string): string {
  return `insert into outbox_event (id, topic, payload, created_at) select id, '${event.topic}', payload, at from (${rows}) e returning pg_notify('${OUTBOX_CHANNEL}', '')`;
}

@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Announces a fact in the caller's transaction: if that rolls back, nobody hears of it. Answers the event's id. */
  async put<P>(tx: Tx, event: EventDefinition<P>, payload: P): Promise<string> {
    const id = newId();
    await tx.insert(OutboxEvent, {
      id,
      topic: event.topic,
      payload: event.payload.parse(payload) as object,
      createdAt: this.clock.now(),
      relayedAt: null,
    });
    await tx.query(`select pg_notify('${OUTBOX_CHANNEL}', '')`);
    return id;
  }
}
