import { Injectable } from '@nestjs/common';
import { daysOf, figuresDays, figuresOf, nothingLoaded, type Answers, type LocalFigures } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { CountedBy } from './facts-of-answers.js';

/** The figures of a place on a day. */
type FiguresSource = (place: string, on: string) => Promise<LocalFigures>;

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
    const byDay = new Map(await Promise.all(daysOf(days).map(async (on) => [on, await this.source(place, on)] as const)));
    return { local: figuresOf(days, byDay), calendars: await this.calendars.now(), asOf };
  }
}
