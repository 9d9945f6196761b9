import type { Specialty } from '@hejie/law';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Profile, WeeklyTime } from '../contract/index.js';

/** What a lawyer offers. Load is counted from requests, never kept here. */
@Entity('lawyer_profile')
export class LawyerProfile {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'lawyer_profile_pkey' })
  accountId!: string;

  @Column('text')
  kind!: Profile['kind'];

  /** Null only for what was kept before it was asked for; such a lawyer is not listed until it is there. */
  @Column('text', { name: 'licence_number', nullable: true })
  licenceNumber!: string | null;

  @Column('text', { array: true })
  specialties!: Specialty[];

  @Column('text')
  region!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('int')
  capacity!: number;

  @Column('jsonb', { name: 'weekly_times' })
  weeklyTimes!: WeeklyTime[];
}
