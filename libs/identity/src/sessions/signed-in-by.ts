import { Injectable } from '@nestjs/common';
import { Config, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { Session } from './session.entity.js';
import { saysTwoFactors } from './sign-in-means.js';

/** `oidc_two_factor`: the provider said that two factors were shown; `oidc`: it did not say so. */
export type SignedInMeans = 'phone_code' | 'password_totp' | 'oidc' | 'oidc_two_factor';

/** By which means somebody has signed in, for what is written down about an act of theirs. */
@Injectable()
export class SignedInBy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  async of({ sessionId }: Pick<Actor, 'sessionId'>): Promise<SignedInMeans> {
    const { means, acr, amr } = await this.dataSource.getRepository(Session).findOneByOrFail({ id: sessionId });
    return means === 'oidc' && saysTwoFactors({ acr, amr }, this.config.oidc?.acrValues ?? []) ? 'oidc_two_factor' : means;
  }
}
