import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { organisationMoved } from '@hejie/identity/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';

/** What was filed at the very moment of a move, with the old place still in hand, follows it: all others went along in the moving transaction. */
@Injectable()
export class FollowOrganisations {
  constructor(
    private readonly organisations: Organisations,
    private readonly work: UnitOfWork,
  ) {}

  /** Goes by where each is now, so that moves told late or in another order end at the same. */
  @OnEvent(organisationMoved, 'cases.follow-organisations')
  async onMoved({ organisationId }: { organisationId: string }): Promise<void> {
    const moved = await this.organisations.find(organisationId);
    if (!moved) return;
    const places = await this.organisations.allWithin(moved.path);
    await this.work.run(async (tx) => {
      for (const { id, path } of places) {
        await tx.query(`update dispute_case set organisation_path = $2 where organisation_path like '%' || $1 || '/' and organisation_path <> $2`, [id, path]);
      }
    });
  }
}
