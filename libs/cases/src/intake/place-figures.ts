import { Injectable } from '@nestjs/common';
import { daysOf, figuresDays, figuresOf, nothingLoaded, type Answers, type LocalFigures } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { CountedBy } from './facts-of-answers.js';

/** The figures of a place on a day; what was approved elsewhere may go unseen for `ageMs`. */
type FiguresSource = (place: string, on: string, ageMs: number) => Promise<LocalFigures>;

/** As if the case had been filed a tenth of a second earlier: its amounts are what is asked for, and no date hangs on them. */
const AGE_MS = 100;

/** The local tables as filing needs them. The context that keeps them adds itself when the host starts. */
@Injectable()
export class PlaceFigures {
  private source: FiguresSource = async (place) => nothingLoaded(place);

  constructor(
    private readonly calendars: CalendarsInForce,
    private readonly clock: Clock,
  ) {}

  figuresFrom(source: FiguresSource): void {
    this.source = source;
  }

  /** What the tables state for what was answered, at the place of work, today. */
  async of(place: string, answers: Answers): Promise<CountedBy> {
    const asOf = this.clock.today();
    const days = figuresDays(answers, asOf);
    const byDay = new Map(await Promise.all(daysOf(days).map(async (on) => [on, await this.source(place, on, AGE_MS)] as const)));
    return { local: figuresOf(days, byDay), calendars: await this.calendars.now(AGE_MS), asOf };
  }
}
