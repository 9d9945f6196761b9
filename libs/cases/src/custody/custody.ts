import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, newId, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import type { CustodyKind, CustodyView } from '../contract/index.js';
import type { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { sidesOf } from '../evidence/evidence-rules.js';
import { SetAside } from '../set-aside/set-aside.js';
import { EvidenceCustody } from './evidence-custody.entity.js';

export interface CustodyLine {
  readonly kind: CustodyKind;
  /** Null when the system did it. */
  readonly actorId: string | null;
  /** The hash of what was made, where it is not the file itself. */
  readonly sha256?: string;
  readonly detail?: Record<string, unknown>;
}

/** Who had which file when: appended in the transaction of what happened. */
@Injectable()
export class Custody {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async append(tx: Tx, e: Pick<CaseEvidence, 'id' | 'caseId' | 'side' | 'title' | 'sha256'>, { kind, actorId, sha256 = e.sha256, detail = {} }: CustodyLine): Promise<void> {
    await tx.insert(EvidenceCustody, { id: newId(), caseId: e.caseId, evidenceId: e.id, side: e.side, title: e.title, at: this.clock.now(), kind, actorId, sha256, detail: detail as object });
  }

  /** The trail of the files of one's own side, oldest first. @throws NOT_FOUND */
  async read(actor: Actor, caseId: string): Promise<CustodyView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const side = In(sidesOf(relations));
    const aside = await this.aside.from(actor, relations, caseId);
    const rows = await this.dataSource.getRepository(EvidenceCustody).find({ where: { caseId, side }, order: { id: 'ASC' } });
    const hidden = new Set(rows.filter((r) => r.kind === 'received' && r.actorId && aside.has(r.actorId)).map((r) => r.evidenceId));
    return { items: await this.named(rows.filter((r) => !hidden.has(r.evidenceId))) };
  }

  /** The trail of some files up to now, for who has checked access. */
  async unsafeOf(evidenceIds: readonly string[]): Promise<CustodyView['items']> {
    return this.named(await this.dataSource.getRepository(EvidenceCustody).find({ where: { evidenceId: In([...evidenceIds]) }, order: { id: 'ASC' } }));
  }

  private async named(rows: EvidenceCustody[]): Promise<CustodyView['items']> {
    const names = await this.accounts.names(rows.flatMap((r) => r.actorId ?? []));
    return rows.map(({ id, evidenceId, title, at, kind, actorId, sha256, detail }) => ({ id, evidenceId, title, at: at.toISOString(), kind, by: actorId && (names.get(actorId)?.name ?? ''), sha256, detail }));
  }
}
