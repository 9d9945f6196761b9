import type { Track } from '@hejie/escalation/contract';
import { daysAgo, dateInDays, hoursAgo, type Moment } from './moments.js';
import type { Scene } from './plot.js';

const scene = (at: Moment, act: Scene['act']): Scene => ({ at, act });
const shifted = (at: Moment, minutes: number): Moment => (now) => new Date(at(now).getTime() + minutes * 60_000);

/** How far a case has come. `days` is how many days ago it was filed; each arc goes on where the one it is made of ends. */
export const filed = (at: Moment, by?: string): Scene[] => [scene(at, (s, now) => s.file(now, by))];

/** A request that its lawyer has not answered. */
export const asked = (days: number, hours: number, by?: string): Scene[] => [...filed(daysAgo(days, '10:20'), by), scene(hoursAgo(hours), (s) => s.ask(by))];

export const consulting = (days: number): Scene[] => [
  ...filed(daysAgo(days, '10:20')),
  scene(daysAgo(days, '10:45'), (s) => s.ask()),
  scene(daysAgo(days, '15:10'), (s) => s.accept()),
  scene(daysAgo(days, '15:30'), (s) => s.consult()),
  scene(daysAgo(days - 1, '08:40'), (s) => s.showEvidence()),
];

export const negotiating = (days: number): Scene[] => [...consulting(days), scene(daysAgo(days - 2, '09:30'), (s) => s.negotiate())];

/** The employer has come in and answered. */
const answered = (days: number): Scene[] => [
  ...consulting(days),
  scene(daysAgo(days - 1, '09:10'), (s) => s.invite()),
  scene(daysAgo(days - 1, '14:05'), (s) => s.join()),
  scene(daysAgo(days - 2, '10:00'), (s) => s.answer()),
];

export const scheduled = (days: number, startsAt: Moment): Scene[] => [...answered(days), scene(daysAgo(days - 2, '16:20'), (s, now) => s.schedule(startsAt(now)))];

/** The same of workers who stand together: each has agreed, and they have elected who speaks for them. */
export const together = (days: number, startsAt: Moment): Scene[] => [
  ...answered(days),
  scene(daysAgo(days - 2, '10:40'), (s, now) => s.listWorkers(now)),
  scene(daysAgo(days - 2, '12:10'), (s) => s.askToJoin()),
  scene(daysAgo(days - 2, '12:13'), (s) => s.joinGroup()),
  scene(daysAgo(days - 2, '15:30'), (s) => s.elect()),
  scene(daysAgo(days - 2, '16:20'), (s, now) => s.schedule(startsAt(now))),
];

const opened = (days: number, startsAt: Moment): Scene[] => [...scheduled(days, startsAt), scene(shifted(startsAt, 1), (s) => s.open())];

/** In session, with the employer's offer open. */
export const onTheTable = (days: number, startsAt: Moment): Scene[] => [
  ...opened(days, startsAt),
  scene(shifted(startsAt, 25), (s, now) => s.propose(0.7, [dateInDays(10)(now), dateInDays(40)(now)])),
];

/** Agreed in the session and signed by the worker only. @param due days from now of the instalments */
export const signing = (days: number, startsAt: Moment, due: readonly number[]): Scene[] => [
  ...opened(days, startsAt),
  scene(shifted(startsAt, 20), (s, now) => s.propose(0.6, due.map((d) => dateInDays(d)(now)))),
  scene(shifted(startsAt, 40), (s, now) => s.counter(0.8, due.map((d) => dateInDays(d)(now)))),
  scene(shifted(startsAt, 55), (s) => s.agree()),
  scene(shifted(startsAt, 60), (s) => s.askForCodes()),
  scene(shifted(startsAt, 63), (s) => s.signByWorker()),
];

/** Sealed, to be paid by instalments. @param paid how many have been, a day after they were due */
export const agreed = (days: number, startsAt: Moment, due: readonly number[], paid = 0): Scene[] => [
  ...signing(days, startsAt, due),
  scene(shifted(startsAt, 66), (s) => s.signByOthersAndSeal()),
  ...due.slice(0, paid).map((d, i) => scene(daysAgo(-d - 1, '09:00'), (s) => s.pay(i + 1))),
];

/** Handed on after a session that failed. */
export const failedAndHanded = (days: number, startsAt: Moment, track: Track): Scene[] => [
  ...opened(days, startsAt),
  scene(shifted(startsAt, 90), (s) => s.fail()),
  scene(shifted(startsAt, 24 * 60), (s) => s.escalate(track)),
];

/** What the partner answered, a day after each other. */
export const answeredByPartner = (track: Track, from: Moment, reference: string, reports: readonly { status: 'accepted' | 'hearing'; text: string }[] = []): Scene[] => [
  scene(from, (s) => s.acknowledge(track, reference)),
  ...reports.map(({ status, text }, i) => scene(shifted(from, (i + 1) * 24 * 60), (s, now) => s.report(track, status, text, dateInDays(i + 1)(from(now))))),
];

export const handed = (at: Moment, track: Track): Scene[] => [scene(at, (s) => s.escalate(track))];
