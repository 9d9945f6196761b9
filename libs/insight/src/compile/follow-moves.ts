import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationMoves } from '@hejie/identity';

/** Counted cases go along with an organisation that is moved: whoever answered for its old place does not count them on until the next compilation. */
@Injectable()
export class FollowMoves implements OnModuleInit {
  constructor(private readonly moves: OrganisationMoves) {}

  onModuleInit(): void {
    this.moves.add(async (tx, from, to) => {
      await tx.query(`update insight_case set organisation_path = $2 || substr(organisation_path, length($1) + 1) where organisation_path like $1 || '%'`, [from, to]);
    });
  }
}
