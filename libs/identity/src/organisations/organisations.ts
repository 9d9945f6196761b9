import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { Organisation, type OrganisationKind } from './organisation.entity.js';

/** The organisation tree, for contexts that need a name or a subtree. */
@Injectable()
export class Organisations {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a node below `parentId` (null: a root). */
  async create(tx: Tx, node: { name: string; kind: OrganisationKind; parentId: string | null }): Promise<Organisation> {
    const id = newId();
    const parent = node.parentId ? await tx.findOneByOrFail(Organisation, { id: node.parentId }) : null;
    const made = { id, ...node, path: `${parent?.path ?? ''}${id}/` };
    await tx.insert(Organisation, made);
    return made;
  }

  find(id: string): Promise<Organisation | null> {
    return this.dataSource.getRepository(Organisation).findOneBy({ id });
  }

  /** The first organisation of a kind, e.g. the one commission of a city. */
  firstOf(kind: OrganisationKind): Promise<Organisation | null> {
    return this.dataSource.getRepository(Organisation).findOne({ where: { kind }, order: { path: 'ASC' } });
  }

  /** The city's union: the root that everything here belongs to. */
  root(): Promise<Organisation | null> {
    return this.dataSource.getRepository(Organisation).findOneBy({ parentId: IsNull(), kind: 'city' });
  }

  /** An organisation and everything below it, from the top down. */
  within(path: string): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).createQueryBuilder('o').where("o.path like :path || '%'", { path }).orderBy('o.path').getMany();
  }

  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length ? await this.dataSource.getRepository(Organisation).findBy({ id: In([...ids]) }) : [];
    return new Map(rows.map((o) => [o.id, o.name]));
  }
}
