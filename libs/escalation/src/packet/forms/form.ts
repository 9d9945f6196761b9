import type { Block } from '@hejie/papers';
import type { PacketFacts } from '../packet-facts.js';

/** The application of a track: what it is called and what it says. */
export type Form = (facts: PacketFacts) => { readonly title: string; readonly blocks: readonly Block[] };
