import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LawyerRequest } from './lawyer-request.entity.js';

/** What other contexts may know of a request: its state and its times. */
@Injectable()
export class RequestFacts {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for a request that is not there. */
  async of(id: string) {
    const row = await this.dataSource.getRepository(LawyerRequest).findOneBy({ id });
    return row && { status: row.status, askedAt: row.askedAt, expiresAt: row.expiresAt };
  }
}
