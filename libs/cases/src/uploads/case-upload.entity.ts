import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** A resumable upload under way: whose it is and for which case. Gone once it is evidence, given up or too old. */
@Entity('case_upload')
@Index('case_upload_account', ['accountId'])
@Index('case_upload_started', ['startedAt'])
export class CaseUpload {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_upload_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_upload_case_fkey' })
  caseId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  name!: string;

  @Column('int')
  bytes!: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;
}
