import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../apps/standalone/demo/demo-accounts.js';
import { type Client, signInStaff, type Product } from '@hejie/test-kit';

/** Signs a demo account in; a code works once, so callers use each account once per half minute. */
export function demoStaff(product: Product, username: string, process = 0): Promise<Client> {
  return signInStaff(product.urls[process % product.urls.length]!, { username, password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET });
}

export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Throws with the whole answer when a step did not go as it should. */
export function ok<T>(answer: { status: number; body: T }): T {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const id = () => crypto.randomUUID();
