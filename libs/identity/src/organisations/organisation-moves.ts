import { Injectable } from '@nestjs/common';
import type { Tx } from '@hejie/platform';

/** Rewrites what a context keeps by the paths of the tree: `from` and all below it lie at `to` from now on. */
type Follower = (tx: Tx, from: string, to: string) => Promise<void>;

/** What goes along when an organisation is moved, in the transaction that moves it: contexts add themselves as a follower when the host starts. */
@Injectable()
export class OrganisationMoves {
  private readonly followers: Follower[] = [];

  add(follower: Follower): void {
    this.followers.push(follower);
  }

  async follow(tx: Tx, from: string, to: string): Promise<void> {
    for (const follower of this.followers) await follower(tx, from, to);
  }
}
