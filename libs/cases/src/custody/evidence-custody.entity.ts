import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CustodyKind } from '../contract/index.js';
import type { EvidenceSide } from '../evidence/case-evidence.entity.js';

/** One thing that happened to a file of the case. The database refuses to change or remove a line. */
@Entity('evidence_custody')
@Index('evidence_custody_evidence', ['evidenceId', 'id'])
@Index('evidence_custody_case', ['caseId', 'id'])
export class EvidenceCustody {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_custody_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'evidence_custody_case_fkey' })
  caseId!: string;

  /** Stays when the evidence is taken back. */
  @Column('uuid', { name: 'evidence_id' })
  evidenceId!: string;

  @Column('text')
  side!: EvidenceSide;

  @Column('text')
  title!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: CustodyKind;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text')
  sha256!: string;

  @Column('jsonb')
  detail!: Record<string, unknown>;
}
