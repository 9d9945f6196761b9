import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { organisationMoved } from '@hejie/identity/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';

/** Cases stay with the organisation that serves them when it, or one above it, is put elsewhere in the tree. */
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
