import { Injectable } from '@nestjs/common';
import { SHIPPED_CALENDARS, type Calendars } from '@hejie/law';

type CalendarSource = (ageMs?: number) => Promise<Calendars>;

/** The holiday calendars that dates are counted on now: those the law ships with, until the context that keeps the local tables says otherwise. */
@Injectable()
export class CalendarsInForce {
  private source: CalendarSource = () => Promise.resolve(SHIPPED_CALENDARS);

  /** @param source the shipped calendars with what was approved since; asked each time, so that an approval counts at once */
  readFrom(source: CalendarSource): void {
    this.source = source;
  }

  /** @param ageMs for how long what was approved elsewhere may go unseen; not at all, unless told: dates hang on it */
  now(ageMs?: number): Promise<Calendars> {
    return this.source(ageMs);
  }
}
