import { z } from 'zod';

// The kinds of value that rules ask for. Limits are there to catch a slipped finger, not a large claim.

const MOST_YUAN = 1_000_000_000;

/** Yuan, from 0. Of this and of every other number decimals count to the sixth: an average may have any number of them. */
export const yuan = z.number().min(0).max(MOST_YUAN);

/** Yuan, above 0: a wage that something is counted from. */
export const positiveYuan = yuan.refine((n) => n > 0, 'must be more than 0');

/** A figure of a local table: null or absent when nobody loaded it, never 0. */
export const localYuan = positiveYuan.nullish();

/** Months in a local table; a province may set 0. */
export const localMonths = z.number().min(0).max(1200).nullish();

export const months = z.number().min(0).max(1200);
export const years = z.number().min(0).max(100);
export const hours = z.number().min(0).max(10_000);
export const days = z.number().min(0).max(366);
export const headcount = z.int().min(0).max(10_000_000);
export const disabilityGrade = z.int().min(1).max(10);

/** A civil date in China that the calendar's arithmetic can hold. */
export const civilDate = z.iso.date().refine((d) => '1950-01-01' <= d && d <= '2199-12-31', 'must be between 1950 and 2199');
