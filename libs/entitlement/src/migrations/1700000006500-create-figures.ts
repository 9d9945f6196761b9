import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFigures1700000006500 implements MigrationInterface {
  name = 'CreateFigures1700000006500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table figure_change (
        id uuid not null constraint figure_change_pkey primary key,
        proposed_by uuid,
        request_id uuid not null,
        reason text not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        approved boolean,
        note text
      );
      create unique index figure_change_request on figure_change (proposed_by, request_id);
      create index figure_change_open on figure_change (proposed_at) where decided_at is null;

      create table local_figure (
        id uuid not null constraint local_figure_pkey primary key,
        change_id uuid not null constraint local_figure_change_fkey references figure_change (id),
        region text not null,
        figure text not null,
        value bigint,
        valid_from date not null,
        valid_to date,
        source_title text not null,
        source_url text,
        certainty text not null
      );
      create index local_figure_change on local_figure (change_id);
      create index local_figure_region on local_figure (region, figure, valid_from);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table local_figure, figure_change');
  }
}
