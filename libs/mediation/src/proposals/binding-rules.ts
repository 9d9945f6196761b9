import { Injectable } from '@nestjs/common';
import { CaseMembers, CaseReader, RESPONDENTS } from '@hejie/cases';
import { keyOf, type Party, type Terms } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';

/** Which respondents of a case terms bind. */
@Injectable()
export class BindingRules {
  constructor(
    private readonly cases: CaseReader,
    private readonly members: CaseMembers,
  ) {}

  /**
   * Terms as they are kept: in a case with several respondents they say whom they bind, in the order of the case; all who have somebody to speak for them where the
   * offer did not say it. In a case with one they are kept as they came.
   * @param offerer a respondent offers nothing in the name of others alone
   * @throws TERMS_RESPONDENTS_UNFIT for somebody who is not of the case or has nobody to speak for them, and for a payer who is not bound
   */
  async settle(caseId: string, terms: Terms, offerer: Party): Promise<Terms> {
    const spoken = new Set((await this.members.of(caseId, RESPONDENTS)).map((m) => m.respondentId ?? 'respondent'));
    return this.bind(caseId, terms, (key) => spoken.has(key), offerer.side === 'respondent' ? keyOf(offerer) : undefined);
  }

  /** The same of what was signed on paper: whoever signed is bound, whether or not they have an account; without a word of it the employer, and who else has one. @throws TERMS_RESPONDENTS_UNFIT */
  async settleSigned(caseId: string, terms: Terms): Promise<Terms> {
    const spoken = new Set((await this.members.of(caseId, RESPONDENTS)).map((m) => m.respondentId ?? 'respondent'));
    return this.bind(caseId, terms, (key) => terms.binds !== undefined || key === 'respondent' || spoken.has(key));
  }

  private async bind(caseId: string, { binds: wanted, ...terms }: Terms, may: (key: string) => boolean, own?: string): Promise<Terms> {
    const { respondents } = (await this.cases.unsafeCase(caseId))!;
    const keys = respondents.map((r) => r.id ?? 'respondent');
    const bound = wanted ?? keys.filter(may);
    const fit = bound.length > 0 && bound.every((key) => keys.includes(key) && may(key)) && terms.instalments.every((i) => i.by === undefined || bound.includes(i.by));
    // in a case with one nobody asks who has an account: the meeting itself needs one, and paper does not
    if (respondents.length < 2 ? !bound.every((key) => key === 'respondent') || terms.instalments.some((i) => i.by !== undefined && i.by !== 'respondent') : !fit) throw refuse('TERMS_RESPONDENTS_UNFIT');
    if (own !== undefined && respondents.length > 1 && !bound.includes(own)) throw refuse('TERMS_RESPONDENTS_UNFIT');
    return respondents.length < 2 ? terms : { ...terms, binds: keys.filter((key) => bound.includes(key)) };
  }
}
