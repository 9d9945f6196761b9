import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines for a record that several get are read as all reading is: by what the account that asks may see. */
export class HeardByAll1700000003990 implements MigrationInterface {
  name = 'HeardByAll1700000003990';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function room_heard(p_account uuid, p_room uuid, p_others uuid[], p_seqs bigint[]) returns setof room_message
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select x.* from room_message x
          where x.room_id = p_room and x.seq = any (p_seqs) and x.kind = 'text'
            and not exists (select from room_member m where m.room_id = x.room_id and m.account_id = any (p_others) and not x.seq <@ m.readable)
          order by x.seq;
      end $$;

      alter function room_heard owner to hejie_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function room_heard');
  }
}
