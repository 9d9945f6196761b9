import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agreement } from './agreement.entity.js';

@Entity('instalment')
export class Instalment {
  @PrimaryColumn('uuid', { name: 'agreement_id', primaryKeyConstraintName: 'instalment_pkey' })
  @ForeignKey(() => Agreement, { name: 'instalment_agreement_fkey' })
  agreementId!: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'instalment_pkey' })
  n!: number;

  @Column('date', { name: 'due_date' })
  dueDate!: string;

  @Column('bigint', { name: 'amount_fen' })
  amountFen!: string;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt!: Date | null;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId!: string | null;
}
