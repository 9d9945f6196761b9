import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests pass a clock they can move. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's civil date in China, `YYYY-MM-DD`: statutory days are counted there wherever the server runs. */
  today(): string {
    return civilDate(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The civil date in Asia/Shanghai of an instant, `YYYY-MM-DD`. */
export function civilDate(instant: Date): string {
  return shanghai.format(instant);
}
