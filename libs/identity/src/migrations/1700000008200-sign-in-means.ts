import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInMeans1700000008200 implements MigrationInterface {
  name = 'SignInMeans1700000008200';

  async up(db: QueryRunner): Promise<void> {
    // staff who could come by either door: nobody wrote down which, so they sign in once more
    await db.query(`
      alter table session add column means text, add column acr text, add column amr text[] not null default '{}';
      update session s set
        means = case
          when exists (select 1 from staff_oidc b where b.account_id = s.account_id) then 'oidc'
          when exists (select 1 from staff_credential c where c.account_id = s.account_id) then 'password_totp'
          else 'phone_code' end;
      update session set revoked_at = now() where means = 'oidc' and revoked_at is null;
      alter table session alter column means set not null, alter column amr drop default;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table session drop column means, drop column acr, drop column amr');
  }
}
