import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/**
 * Encrypts personal data per field (AES-256-GCM) and makes keyed blind indexes for looking a value
 * up without storing it readable. Sealed form: base64 of version | iv(12) | tag(16) | ciphertext.
 */
@Injectable()
export class Vault {
  private readonly sealKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(config: Config) {
    this.sealKey = Buffer.from(hkdfSync('sha256', config.fieldKey, '', 'hejie field seal', 32));
    this.indexKey = Buffer.from(hkdfSync('sha256', config.fieldKey, '', 'hejie blind index', 32));
  }

  /** @param field names the column, so that a sealed value moved to another column does not open. */
  seal(field: string, plain: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, iv).setAAD(Buffer.from(field));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body]).toString('base64');
  }

  /** @throws if the value was changed, moved to another field, or sealed under another key. */
  open(field: string, sealed: string): string {
    const raw = Buffer.from(sealed, 'base64');
    if (raw[0] !== 1) throw new Error(`a sealed value of ${field} has an unknown version`);
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, raw.subarray(1, 13)).setAAD(Buffer.from(field));
    decipher.setAuthTag(raw.subarray(13, 29));
    return Buffer.concat([decipher.update(raw.subarray(29)), decipher.final()]).toString('utf8');
  }

  /** The same value of the same field always gives the same index; without the key it says nothing. */
  blindIndex(field: string, value: string): string {
    return createHmac('sha256', this.indexKey).update(`${field}\0${value}`).digest('base64url');
  }
}
