import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGE = '01900000-0000-7000-8000-000000006510';

/** Year of death, and the urban disposable income of the year before in yuan (国家统计局 annual communiqués). */
const INCOMES = [[2023, 49_283], [2024, 51_821], [2025, 54_188], [2026, 56_502]] as const;

/** The only figures the product ships with. All others are local and come from the legal department. */
export class ShipNationalIncomes1700000006510 implements MigrationInterface {
  name = 'ShipNationalIncomes1700000006510';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `insert into figure_change (id, request_id, reason, proposed_at, decided_at, approved) values ($1, $1, '随产品提供的全国数据', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true)`,
      [CHANGE],
    );
    for (const [year, yuan] of INCOMES) {
      await db.query(
        `insert into local_figure (id, change_id, region, figure, value, valid_from, valid_to, source_title, certainty)
         values ($1, $2, '全国', 'national_urban_income_prev_year', $3, $4, $5, $6, 'secondary')`,
        [`01900000-0000-7000-8000-00000000${year}`, CHANGE, yuan * 100, `${year}-01-01`, `${year}-12-31`, `国家统计局${year - 1}年国民经济和社会发展统计公报`],
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('delete from local_figure where change_id = $1', [CHANGE]);
    await db.query('delete from figure_change where id = $1', [CHANGE]);
  }
}
