import { Clock } from '@hejie/platform';

/** The time in which the demo's cases happen. */
export class StoryClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
