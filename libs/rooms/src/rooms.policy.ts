import type { Policy } from '@hejie/platform/contract';

const PEOPLE = ['person', 'lawyer', 'mediator', 'operator', 'grid_officer', 'legal_officer'] as const;

/** Whoever may be in a room at all; membership is asked at every door. */
export const roomsPolicy: Policy = { 'rooms.room.read': PEOPLE, 'rooms.message.send': PEOPLE, 'rooms.call.join': PEOPLE };
