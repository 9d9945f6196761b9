import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Becomes the Message-ID, so that a repeated try can be recognised as the same mail. */
  readonly key: string;
}

/** Sends one e-mail over SMTP. Called from job handlers only, never inside a transaction. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly log = new Logger('Mailer');
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: Config) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  /** Whether a server is configured; without one callers leave e-mail out. */
  get available(): boolean {
    return this.transport !== undefined;
  }

  /** @throws when the server did not accept the mail; the job tries again. */
  async send(mail: Mail): Promise<void> {
    if (!this.transport) throw new Error('no mail server is configured (SMTP_URL)');
    await this.transport.sendMail({
      from: this.config.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.key}@hejie>`,
    });
    this.log.debug(`mail ${mail.key} accepted`);
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
