import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A right password waiting for its time-based code. Found by the hash of an unguessable id. */
@Entity('staff_challenge')
export class StaffChallenge {
  @PrimaryColumn('text', { name: 'id_hash', primaryKeyConstraintName: 'staff_challenge_pkey' })
  idHash!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('int', { default: 0 })
  tries!: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
