import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EntitlementSheet } from './entitlement-sheet.entity.js';

/** Whether a side agrees that both sides and the mediator see a sheet. */
@Entity('sheet_consent')
export class SheetConsent {
  @PrimaryColumn('uuid', { name: 'sheet_id', primaryKeyConstraintName: 'sheet_consent_pkey' })
  @ForeignKey(() => EntitlementSheet, { name: 'sheet_consent_sheet_fkey' })
  sheetId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'sheet_consent_pkey' })
  side!: 'claimant' | 'respondent';

  @Column('boolean')
  agreed!: boolean;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('timestamptz')
  at!: Date;
}
