import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Place, Side } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';

@Entity('session_participant')
@Check('session_participant_respondent', "respondent_id is null or side = 'respondent'")
@Check('session_participant_own_caucus', "respondent_id is null or (place = 'caucus') = (caucus_room_id is not null)")
@Check('session_participant_rules', '(consented_at is null) = (rules_version is null)')
export class SessionParticipant {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_participant_pkey' })
  @ForeignKey(() => MediationSession, { name: 'session_participant_session_fkey' })
  sessionId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'session_participant_pkey' })
  accountId!: string;

  @Column('text')
  side!: Side;

  /** Of whom: null for the employer, and for other sides. */
  @Column('uuid', { name: 'respondent_id', nullable: true })
  respondentId!: string | null;

  @Column('text')
  place!: Place;

  /** Of who speaks for a respondent beside the employer, while they are in it: their own caucus. */
  @Column('uuid', { name: 'caucus_room_id', nullable: true })
  caucusRoomId!: string | null;

  @Column('timestamptz', { name: 'consented_at', nullable: true })
  consentedAt!: Date | null;

  /** Which wording of the rules was agreed to. */
  @Column('text', { name: 'rules_version', nullable: true })
  rulesVersion!: string | null;

  /** When they first came into the waiting room. */
  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;
}
