import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EscalationStatus, Track } from '../contract/index.js';

/** A case on its way to an arbitration commission or a court. One at a time is open. */
@Entity('escalation')
@Index('escalation_request', ['caseId', 'requestId'], { unique: true })
@Index('escalation_partner', ['partnerId', 'id'])
export class Escalation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  track!: Track;

  @Column('text')
  status!: EscalationStatus;

  /** The organisation it goes to. */
  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { name: 'packet_sha256', nullable: true })
  packetSha256!: string | null;

  @Column('int', { name: 'packet_bytes', nullable: true })
  packetBytes!: number | null;

  /** Sealed JSON of the manifest: it names people. */
  @Column('text', { name: 'manifest_sealed', nullable: true })
  manifestSealed!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

