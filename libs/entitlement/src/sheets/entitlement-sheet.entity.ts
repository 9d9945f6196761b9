import type { Answers } from '@hejie/law';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SheetContent } from '../contract/index.js';

/** One version of what is due in a case. Never changed: other facts or figures make another version beside it. */
@Entity('entitlement_sheet')
@Index('entitlement_sheet_version', ['caseId', 'version'], { unique: true })
export class EntitlementSheet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entitlement_sheet_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('text')
  digest!: string;

  @Column('jsonb')
  answers!: Answers;

  @Column('jsonb')
  content!: SheetContent;
}
