import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MediationSession } from './mediation-session.entity.js';

/** The caucus of a respondent beside the employer, whose own stands in the session. Opened with the first seat of that respondent. */
@Entity('session_caucus')
@Index('session_caucus_room', ['roomId'], { unique: true })
export class SessionCaucus {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_caucus_pkey' })
  @ForeignKey(() => MediationSession, { name: 'session_caucus_session_fkey' })
  sessionId!: string;

  @PrimaryColumn('uuid', { name: 'respondent_id', primaryKeyConstraintName: 'session_caucus_pkey' })
  respondentId!: string;

  @Column('uuid', { name: 'room_id' })
  roomId!: string;
}
