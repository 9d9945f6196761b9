import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What evidence proves and where it comes from, and its custody trail. Two triggers are the wall under both: nobody changes
 * the bytes a row stands for or whose it is, and nobody changes or removes a line of the trail.
 */
export class BindEvidence1700000002500 implements MigrationInterface {
  name = 'BindEvidence1700000002500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_evidence add column items text[] not null default '{}', add column claims text[] not null default '{}', add column provenance jsonb;
      alter table case_evidence alter column items drop default, alter column claims drop default;

      create table evidence_custody (
        id uuid not null constraint evidence_custody_pkey primary key,
        case_id uuid not null constraint evidence_custody_case_fkey references dispute_case (id),
        evidence_id uuid not null,
        side text not null,
        title text not null,
        at timestamptz not null,
        kind text not null,
        actor_id uuid,
        sha256 text not null,
        detail jsonb not null
      );
      create index evidence_custody_evidence on evidence_custody (evidence_id, id);
      create index evidence_custody_case on evidence_custody (case_id, id);
      -- the file's own id is of the time it came, so the line sorts before what followed
      insert into evidence_custody select id, case_id, id, side, title, uploaded_at, 'received', uploaded_by, sha256, '{}' from case_evidence;

      create function evidence_custody_keep() returns trigger language plpgsql as $$ begin
        raise exception 'the custody trail is not changed';
      end $$;
      create trigger evidence_custody_keep before update or delete on evidence_custody for each row execute function evidence_custody_keep();
      create trigger evidence_custody_keep_all before truncate on evidence_custody execute function evidence_custody_keep();

      create function case_evidence_keep() returns trigger language plpgsql as $$ begin
        if (new.id, new.case_id, new.side, new.name, new.media_type, new.bytes, new.sha256, new.uploaded_by, new.uploaded_at)
          is distinct from (old.id, old.case_id, old.side, old.name, old.media_type, old.bytes, old.sha256, old.uploaded_by, old.uploaded_at) then
          raise exception 'evidence % is sealed', old.id;
        end if;
        return new;
      end $$;
      create trigger case_evidence_keep before update on case_evidence for each row execute function case_evidence_keep();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger case_evidence_keep on case_evidence;
      drop function case_evidence_keep;
      drop table evidence_custody;
      drop function evidence_custody_keep;
      alter table case_evidence drop column items, drop column claims, drop column provenance;
    `);
  }
}
