import { SmsGateway } from '@hejie/platform';

/** The phones of the demo's people: what is sent to them is read by the story and goes nowhere else. */
export class StoryPhones extends SmsGateway {
  private readonly last = new Map<string, string>();

  async send(phone: string, text: string): Promise<void> {
    this.last.set(phone, text);
  }

  /** What the pattern's first group catches in the newest message to a phone. @throws when there is none like it */
  read(phone: string, pattern: RegExp): string {
    const found = pattern.exec(this.last.get(`+86${phone}`) ?? '')?.[1];
    if (!found) throw new Error(`no message to ${phone} like ${String(pattern)}`);
    return found;
  }
}
