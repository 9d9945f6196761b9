import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import type { OrganisationKind } from '../contract/index.js';
import { Organisation } from './organisation.entity.js';

/** The organisation tree, for contexts that need a name or a subtree. */
@Injectable()
export class Organisations {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a node below `parentId` (null: a root). */
  async create(tx: Tx, node: { name: string; kind: OrganisationKind; parentId: string | null }): Promise<Organisation> {
    const id = newId();
    const parent = node.parentId ? await tx.findOneByOrFail(Organisation, { id: node.parentId }) : null;
    const made = { id, ...node, path: `${parent?.path ?? ''}${id}/`, closedAt: null };
    await tx.insert(Organisation, made);
    return made;
  }

  /** Also one that was closed: what it did stays under its name. */
  find(id: string): Promise<Organisation | null> {
    return this.dataSource.getRepository(Organisation).findOneBy({ id });
  }

  /**
   * The open organisations of a kind that serve a place: those beside or above it that are nearest, e.g. a county's own commission before
   * the city's. None where none does: that of another county is not it. With more than one, the place alone does not tell.
   */
  async serving(kind: OrganisationKind, path: string): Promise<Organisation[]> {
    const around = (await this.openOf(kind)).filter((o) => path.startsWith(placeOf(o)));
    const nearest = Math.max(...around.map((o) => placeOf(o).length));
    return around.filter((o) => placeOf(o).length === nearest);
  }

  /** Every open organisation of a kind. */
  openOf(kind: OrganisationKind): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind, closedAt: IsNull() }, order: { path: 'ASC' } });
  }

  /** The city's union: the root that everything here belongs to. */
  root(): Promise<Organisation | null> {
    return this.dataSource.getRepository(Organisation).findOneBy({ parentId: IsNull(), kind: 'city' });
  }

  /** An organisation and everything below it that is open, from the top down. */
  within(path: string): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).createQueryBuilder('o').where("o.path like :path || '%' and o.closed_at is null", { path }).orderBy('o.path').getMany();
  }

  /** The same with those that were closed. */
  allWithin(path: string): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).createQueryBuilder('o').where("o.path like :path || '%'", { path }).orderBy('o.path').getMany();
  }

  /** Where an open organisation is, null for a closed one. It stays open and there until the transaction ends: ask before something is given to it. */
  async keepOpen(tx: Tx, id: string): Promise<string | null> {
    const rows = await tx.query<{ path: string }[]>('select path from organisation where id = $1 and closed_at is null for share', [id]);
    return rows[0]?.path ?? null;
  }
}

/** The path of what an organisation belongs to. */
const placeOf = ({ path, id }: Organisation): string => path.slice(0, -(id.length + 1));
