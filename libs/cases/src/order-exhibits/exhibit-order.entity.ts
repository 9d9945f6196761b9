import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** Which files the worker's side hands in, in which order. What came later than the last change stands in neither list, and is handed in last. */
@Entity('exhibit_order')
export class ExhibitOrder {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'exhibit_order_pkey' })
  @ForeignKey(() => DisputeCase, { name: 'exhibit_order_case_fkey' })
  caseId!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { array: true })
  chosen!: string[];

  @Column('uuid', { name: 'left_out', array: true })
  leftOut!: string[];

  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
