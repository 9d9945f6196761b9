import { Injectable } from '@nestjs/common';

type Source = (caseId: string, respondentId: string) => Promise<readonly string[]>;

/** Which meetings of a case somebody named beside the employer is of; the context that keeps them adds itself when the host starts. */
@Injectable()
export class SessionsWith {
  private readonly sources: Source[] = [];

  add(source: Source): void {
    this.sources.push(source);
  }

  async of(caseId: string, respondentId: string): Promise<ReadonlySet<string>> {
    return new Set((await Promise.all(this.sources.map((source) => source(caseId, respondentId)))).flat());
  }
}
