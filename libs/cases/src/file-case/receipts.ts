import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { Clock, notFound } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Receipt } from '../contract/index.js';
import { Respondents } from '../respondents/respondents.js';
import type { Filed } from './filings.js';

/** The national trade-union hotline. */
const HOTLINE = '12351';

/** How long a process goes by what it knows of the city's union: its name can be changed. */
const KNOWN_MS = 60_000;

/** An organisation of the union, as a receipt names it. */
interface Serving {
  readonly path: string;
  readonly name: string;
}

@Injectable()
export class Receipts {
  private known: { readonly city: Serving; readonly until: number } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly claimants: ClaimantVault,
    private readonly organisations: Organisations,
    private readonly respondents: Respondents,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for a case that was not filed */
  async of(caseId: string): Promise<Receipt> {
    const row = await this.dataSource.getRepository(DisputeCase).findOneBy({ id: caseId });
    if (!row?.filedAt || !row.number) throw notFound();
    const claimantName = this.claimants.open(row.claimantSealed).name ?? '';
    return this.word({ id: row.id, number: row.number, filedAt: row.filedAt, claimantName, employerName: row.employerName, otherRespondents: (await this.respondents.othersOf([caseId])).get(caseId) ?? [] }, await this.servedBy(row.organisationPath));
  }

  word(filed: Filed & { claimantName: string; employerName: string; otherRespondents: string[] }, organisation: Serving): Receipt {
    return {
      caseId: filed.id,
      number: filed.number,
      filedAt: filed.filedAt.toISOString(),
      claimantName: filed.claimantName,
      employerName: filed.employerName,
      otherRespondents: filed.otherRespondents,
      responsible: organisation.name,
      hotline: HOTLINE,
    };
  }

  /** The organisation at a path. */
  async servedBy(path: string): Promise<Serving> {
    const city = await this.city();
    const id = path.split('/').at(-2);
    return path === city.path || id === undefined ? city : ((await this.organisations.find(id)) ?? city);
  }

  /** The city's union, which serves the case. */
  async city(): Promise<Serving> {
    const now = this.clock.now().getTime();
    if (this.known && now < this.known.until) return this.known.city;
    const city = await this.organisations.root();
    this.known = city && { city, until: now + KNOWN_MS };
    return city ?? { path: '', name: '' };
  }
}
