import { entitlementSheet, fenOf, type Answers, type Calendars, type FiguresDays, type LocalFigures } from '@hejie/law';
import type { SheetContent } from '../contract/index.js';
import type { StandingFigure } from '../figures/local-tables.js';

/** A figure, and the day it counts on where that is the day of one claim. */
export type UsedFigure = StandingFigure & { readonly on?: string };

/** What the law's rules make of the facts, as it is frozen: money in fen, with the tables it stands on. */
export function sheetContent(facts: { answers: Answers; local: LocalFigures; figures: readonly UsedFigure[]; asOf: string; days: FiguresDays; calendars: Calendars }): SheetContent {
  const { asOf, lines, total, warnings } = entitlementSheet(facts);
  const fen = (yuan: number | null) => (yuan === null ? null : fenOf(yuan));
  return {
    asOf,
    region: facts.local.region,
    figuresOn: facts.days.on,
    figures: facts.figures.map(({ on, region, figure, value, validFrom, sourceTitle, certainty }) => ({ ...(on ? { on } : {}), region, figure, value, validFrom, sourceTitle, certainty })),
    lines: lines.map((line) => ({
      claim: line.claim,
      title: line.title,
      lowFen: fen(line.low),
      highFen: fen(line.high),
      stated: line.stated.map(({ what, amount }) => ({ what, amountFen: fenOf(amount) })),
      rulings: line.rulings.map(({ topic, title, value, input, working, articles, effectiveFrom, effectiveTo, warnings: cautions }) => ({
        topic, title, value, input, working: [...working], articles: [...articles], effectiveFrom, effectiveTo, warnings: [...cautions],
      })),
      missingFacts: [...line.missingFacts],
      missingTables: [...line.missingTables],
      contradiction: line.contradiction,
      changes: [...line.changes],
      ...(line.claim in facts.days.claims ? { figuresOn: facts.days.claims[line.claim]! } : {}),
    })),
    total: { lowFen: fenOf(total.low), highFen: fenOf(total.high), alreadyPaidFen: fenOf(total.alreadyPaid), complete: total.complete },
    warnings: [...warnings],
  };
}
