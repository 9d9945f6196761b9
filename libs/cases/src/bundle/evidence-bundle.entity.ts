import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { BoundExhibit } from '../contract/index.js';

/** A bundle of evidence somebody asked for, or one volume of it; its bytes are there once it is made, and never change. */
@Entity('evidence_bundle')
@Index('evidence_bundle_request', ['caseId', 'requestId', 'volume'], { unique: true })
export class EvidenceBundle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_bundle_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'evidence_bundle_case_fkey' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** What goes in, in this order. */
  @Column('uuid', { name: 'evidence_ids', array: true })
  evidenceIds!: string[];

  /** From 1. */
  @Column('int', { default: 1 })
  volume!: number;

  /** How many there are of what was asked for. */
  @Column('int', { default: 1 })
  volumes!: number;

  /** The number of its first exhibit: they run on through the volumes. */
  @Column('int', { name: 'first_exhibit', default: 1 })
  firstExhibit!: number;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('int', { nullable: true })
  bytes!: number | null;

  @Column('int', { nullable: true })
  pages!: number | null;

  @Column('jsonb', { nullable: true })
  exhibits!: BoundExhibit[] | null;
}
