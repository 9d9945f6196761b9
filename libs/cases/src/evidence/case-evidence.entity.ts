import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClaimKind } from '@hejie/law';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Provenance } from '../contract/index.js';

export type EvidenceSide = 'claimant' | 'respondent' | 'staff';

/**
 * A file of the case: bytes by their hash in the file store, and what it is to prove. The database lets nobody
 * change the bytes it stands for, or whose it is.
 */
@Entity('case_evidence')
@Index('case_evidence_case', ['caseId', 'id'])
export class CaseEvidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_evidence_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_evidence_case_fkey' })
  caseId!: string;

  @Column('text')
  side!: EvidenceSide;

  @Column('text')
  visibility!: 'private' | 'shared';

  @Column('text')
  title!: string;

  @Column('text')
  proves!: string;

  /** Ids of the law's checklist. */
  @Column('text', { array: true })
  items!: string[];

  @Column('text', { array: true })
  claims!: ClaimKind[];

  @Column('jsonb', { nullable: true })
  provenance!: Provenance | null;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;
}
