import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { SentMessage } from './sent-message.entity.js';

/** Sends one SMS. Called from job handlers only, never inside a transaction. */
export abstract class SmsGateway {
  /**
   * @param phone E.164, e.g. +8613800138000
   * @param key the same for every try of one message, so that a gateway that knows it sends once
   * @throws when the gateway did not take the message; the job tries again
   */
  abstract send(phone: string, text: string, key: string): Promise<void>;
}

/** Shows messages in the log and on /dev/messages instead of sending them. Only with DEV_TOOLS=true. */
@Injectable()
export class DevelopmentSmsGateway extends SmsGateway {
  private readonly log = new Logger('DevelopmentSms');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(phone: string, text: string): Promise<void> {
    this.log.log(`SMS to ${phone}: ${text}`);
    await this.dataSource
      .getRepository(SentMessage)
      .insert({ id: newId(), channel: 'sms', recipient: phone, subject: null, body: text, sentAt: this.clock.now() });
  }
}

/** Posts `{ phone, text, key }` as JSON to the operator's gateway with a bearer token. */
@Injectable()
export class HttpSmsGateway extends SmsGateway {
  constructor(private readonly config: Config) {
    super();
  }

  async send(phone: string, text: string, key: string): Promise<void> {
    const { url, token } = this.config.sms!;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ phone, text, key }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`);
  }
}

/** An installation without a gateway: says so at every message, so that nothing is believed sent. */
@Injectable()
export class MissingSmsGateway extends SmsGateway {
  send(): Promise<void> {
    return Promise.reject(new Error('no SMS gateway is configured (SMS_GATEWAY_URL)'));
  }
}
