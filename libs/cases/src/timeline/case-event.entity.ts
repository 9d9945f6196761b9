import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Audience } from '../contract/index.js';

/** One line of a case's history; never changed, never removed. */
@Entity('case_event')
@Index('case_event_case', ['caseId', 'id'])
@Index('case_event_request', ['caseId', 'requestId'], { unique: true, where: '"request_id" is not null' })
export class CaseEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_event_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_event_case_fkey' })
  caseId!: string;

  @Column('timestamptz')
  at!: Date;

  /** `<context>.<what>`, worded by the web's translations. */
  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text')
  audience!: Audience;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;
}
