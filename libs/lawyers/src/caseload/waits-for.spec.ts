import { describe, expect, it } from '@jest/globals';
import type { CasePath, CaseStatus, DueThing, Relation } from '@hejie/cases/contract';
import { waitsFor } from './waits-for.js';

const now = new Date('2026-11-21T02:00:00Z');
const session = (at: string): DueThing => ({ kind: 'session', title: null, safeDate: at.slice(0, 10), lastDate: at.slice(0, 10), at, source: null, provisional: [] });
const TODAY = session('2026-11-21T06:00:00.000Z');
const OPEN: DueThing = { ...session('2026-11-20T14:00:00.000Z'), kind: 'session_open' };
const LATER = session('2026-11-23T06:00:00.000Z');

describe('what a case waits for', () => {
  it.each<[Relation, CaseStatus, DueThing[], string | null, CasePath?]>([
    ['officer', 'filed', [], 'find_lawyer'],
    ['mediator', 'filed', [], null],
    ['counsel', 'consulting', [], 'choose_path'],
    ['officer', 'consulting', [], null],
    ['counsel', 'consulting', [], 'go_on', 'arbitration'],
    ['counsel', 'consulting', [], 'go_on', 'legal_aid'],
    ['officer', 'consulting', [], 'go_on', 'court'],
    ['mediator', 'consulting', [], null, 'court'],
    ['counsel', 'negotiating', [], null, 'negotiate'],
    ['counsel', 'negotiating', [], 'go_on', 'arbitration'],
    ['counsel', 'mediating', [], 'convene'],
    ['mediator', 'mediating', [], 'convene'],
    ['officer', 'mediating', [], null],
    ['counsel', 'mediating', [], 'convene', 'mediate_onsite'],
    ['counsel', 'mediating', [], 'go_on', 'court'],
    ['mediator', 'mediating', [], null, 'court'],
    ['mediator', 'mediating', [TODAY], 'hold_session', 'court'],
    ['counsel', 'mediating', [TODAY], null],
    ['mediator', 'mediating', [TODAY], 'hold_session'],
    ['mediator', 'mediating', [LATER], null],
    ['mediator', 'mediating', [OPEN], 'hold_session'],
    ['counsel', 'mediating', [OPEN], null],
    ['counsel', 'mediation_failed', [], 'go_on'],
    ['mediator', 'mediation_failed', [], null],
    ['counsel', 'agreed', [], null],
    ['counsel', 'escalated', [], null, 'arbitration'],
  ])('as %s, %s', (...[relation, status, dues, expected, path = null]) => expect(waitsFor([relation], { status, path }, dues, now)).toBe(expected));
});
