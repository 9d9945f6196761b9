import { Injectable } from '@nestjs/common';

interface Source {
  /** The meetings it may come to or sat in. */
  of(caseId: string, respondentId: string): Promise<readonly string[]>;
  /** Whether it has, or had, a seat in any. */
  seated(respondentId: string): Promise<boolean>;
}

/** Which meetings of a case somebody named beside the employer is of; the context that keeps them adds itself when the host starts. */
@Injectable()
export class SessionsWith {
  private readonly sources: Source[] = [];

  add(source: Source): void {
    this.sources.push(source);
  }

  async of(caseId: string, respondentId: string): Promise<ReadonlySet<string>> {
    return new Set((await Promise.all(this.sources.map((source) => source.of(caseId, respondentId)))).flat());
  }

  async seated(respondentId: string): Promise<boolean> {
    return (await Promise.all(this.sources.map((source) => source.seated(respondentId)))).some(Boolean);
  }
}
