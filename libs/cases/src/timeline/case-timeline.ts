import { Injectable } from '@nestjs/common';
import { Clock, newId, type Tx } from '@hejie/platform';
import type { Audience } from '../contract/index.js';
import { CaseEvent } from './case-event.entity.js';

export interface TimelineLine {
  readonly caseId: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly audience?: Audience;
  readonly data?: Record<string, unknown>;
  readonly requestId?: string;
}

/** Appends to the history of a case, in the transaction of what happened. */
@Injectable()
export class CaseTimeline {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, line: TimelineLine): Promise<string> {
    const id = newId();
    await tx.insert(CaseEvent, {
      id,
      at: this.clock.now(),
      caseId: line.caseId,
      kind: line.kind,
      actorId: line.actorId,
      audience: line.audience ?? 'all',
      data: (line.data ?? {}) as object,
      requestId: line.requestId ?? null,
    });
    return id;
  }

  /** Whether a request of a person was carried out on this case before. */
  async knows(tx: Tx, caseId: string, requestId: string): Promise<boolean> {
    return tx.existsBy(CaseEvent, { caseId, requestId });
  }
}
