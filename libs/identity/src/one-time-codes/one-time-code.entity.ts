import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type CodePurpose = 'sign_in' | 'sign_agreement' | 'confirm_minutes' | 'join_group' | 'accept_share' | 'change_phone_old' | 'change_phone_new';

/** A code sent to a phone. `codeSealed` is emptied once it was sent; what is compared is the keyed hash. */
@Entity('one_time_code')
@Index('one_time_code_recent', ['phoneIndex', 'createdAt'])
export class OneTimeCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_code_pkey' })
  id!: string;

  @Column('text', { name: 'phone_index' })
  phoneIndex!: string;

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  @Column('text')
  purpose!: CodePurpose;

  /** What the code confirms; empty for signing in. */
  @Column('text')
  subject!: string;

  @Column('text', { name: 'code_hash' })
  codeHash!: string;

  @Column('text', { name: 'code_sealed', nullable: true })
  codeSealed!: string | null;

  /** Wrong guesses of whoever asked for it. */
  @Column('int', { default: 0 })
  tries!: number;

  /** Wrong guesses of anybody else: these do not wear it out for who asked. */
  @Column('int', { name: 'tries_of_others', default: 0 })
  triesOfOthers!: number;

  /** Who asked for it and from where, as keyed hashes. */
  @Column('text', { name: 'asked_by', default: '' })
  askedBy!: string;

  @Column('text', { name: 'asked_from', default: '' })
  askedFrom!: string;

  /** Asked for on a device on which the phone had proved itself. */
  @Column('boolean', { default: false })
  known!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
