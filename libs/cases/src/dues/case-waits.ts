import { Injectable } from '@nestjs/common';

/** Somebody's hand that a case waits for and that its status does not tell of. */
export interface CaseWait {
  readonly caseId: string;
  readonly what: 'sign_agreement' | 'seal_agreement';
  /** Whose hand; all others have nothing to do in the case meanwhile. */
  readonly accountIds: readonly string[];
}

type WaitSource = (caseIds: readonly string[]) => Promise<readonly CaseWait[]>;

/** What cases wait for from whom: contexts that know add themselves as a source when the host starts. */
@Injectable()
export class CaseWaits {
  private readonly sources: WaitSource[] = [];

  add(source: WaitSource): void {
    this.sources.push(source);
  }

  /** At most one of each case. */
  async of(caseIds: readonly string[]): Promise<Map<string, CaseWait>> {
    const told = caseIds.length ? await Promise.all(this.sources.map((source) => source(caseIds))) : [];
    return new Map(told.flat().map((wait) => [wait.caseId, wait]));
  }
}
