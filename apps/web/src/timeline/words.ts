import type { timelineSchema } from '@hejie/cases/contract';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { dayTime, withDays, yuan } from '../design/format.js';

export type Timeline = z.infer<typeof timelineSchema>;

/** What an entry of a case's timeline says. */
export function wordsOf({ kind, data }: Pick<Timeline['items'][number], 'kind' | 'data'>, t: TFunction): string {
  const { amountFen, startsAt, outcome, path } = data;
  return t(`timeline.${kind}`, {
    ...Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? withDays(value) : value])),
    // said of who is named beside the employer
    context: typeof data['name'] === 'string' ? 'of' : '',
    amount: typeof amountFen === 'number' ? yuan(amountFen) : '',
    when: typeof startsAt === 'string' ? dayTime(startsAt) : '',
    chosen: path ? t(`path.${String(path)}`) : '',
    result: outcome ? t(`sessionOutcome.${String(outcome)}`) : '',
  });
}

/** Why it was done, where somebody gave a reason and the entry's own words do not have it. */
export function reasonOf(entry: Pick<Timeline['items'][number], 'kind' | 'data'>, t: TFunction): string | undefined {
  const { reason } = entry.data;
  return typeof reason === 'string' && !wordsOf(entry, t).includes(withDays(reason)) ? withDays(reason) : undefined;
}
