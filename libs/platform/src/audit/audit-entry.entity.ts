import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the audit log. `hash` covers the line and the hash before it, so a line cannot be changed or dropped unseen. */
@Entity('audit_entry')
@Index('audit_entry_subject', ['subject'])
export class AuditEntry {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_entry_pkey' })
  seq!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  detail!: Record<string, unknown>;

  @Column('text', { name: 'previous_hash' })
  previousHash!: string;

  @Column('text')
  hash!: string;
}
