import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An organisation as others count for it. */
export interface CountedPlace {
  readonly id: string;
  readonly path: string;
}

/** How many open cases each organisation has to see to; those without any may be left out. */
type WorkSource = (places: readonly CountedPlace[], manager: EntityManager) => Promise<ReadonlyMap<string, number>>;

/** What organisations still have to do, told by every context that gives them something: they add themselves as a source when the host starts. */
@Injectable()
export class OrganisationWork {
  private readonly sources: WorkSource[] = [];

  add(source: WorkSource): void {
    this.sources.push(source);
  }

  /** Open cases of each organisation that has any, by its id. */
  async of(places: readonly CountedPlace[], manager: EntityManager): Promise<Map<string, number>> {
    const open = new Map<string, number>();
    for (const source of this.sources) for (const [id, n] of await source(places, manager)) open.set(id, (open.get(id) ?? 0) + n);
    return open;
  }
}
