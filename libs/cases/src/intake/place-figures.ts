import { Injectable } from '@nestjs/common';
import { figuresDays, nothingLoaded, type Answers, type LocalFigures } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { CountedBy } from './facts-of-answers.js';

/** The figures of a place on a day; `incomeOn` is the day of the national income. */
type FiguresSource = (place: string, on: string, incomeOn: string) => Promise<LocalFigures>;

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
    const { on, incomeOn } = figuresDays(answers, asOf);
    return { local: await this.source(place, on, incomeOn), calendars: await this.calendars.now(), asOf };
  }
}
