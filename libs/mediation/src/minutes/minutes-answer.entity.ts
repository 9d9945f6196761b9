import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PartyKey } from '../contract/index.js';
import { SessionMinutes } from './session-minutes.entity.js';

/** What a party says of the version put before them. */
@Entity('minutes_answer')
export class MinutesAnswer {
  @PrimaryColumn('uuid', { name: 'minutes_id', primaryKeyConstraintName: 'minutes_answer_pkey' })
  @ForeignKey(() => SessionMinutes, { name: 'minutes_answer_minutes_fkey' })
  minutesId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'minutes_answer_pkey' })
  side!: PartyKey;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { nullable: true })
  answer!: 'confirmed' | 'objected' | null;

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
