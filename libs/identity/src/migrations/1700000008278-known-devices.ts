import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for a code, and on which devices a phone has proved itself. */
export class KnownDevices1700000008278 implements MigrationInterface {
  name = 'KnownDevices1700000008278';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table one_time_code
        add column asked_by text not null default '',
        add column asked_from text not null default '',
        add column known boolean not null default false,
        add column tries_of_others int not null default 0;
      create table known_device (
        phone_index text not null,
        device_index text not null,
        seen_at timestamptz not null,
        constraint known_device_pkey primary key (phone_index, device_index)
      );
      create index known_device_seen on known_device (seen_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table known_device;
      alter table one_time_code drop column asked_by, drop column asked_from, drop column known, drop column tries_of_others;
    `);
  }
}
