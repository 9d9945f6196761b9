import type { DynamicModule, Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { Locale, Policy } from '../contract/index.js';
import type { RefusalTable } from './refusal.js';

/**
 * What a bounded context brings to the hosts that assemble it. A host joins the lists of all its
 * contexts; nothing else is shared between contexts but their public services and events.
 */
export interface ContextDefinition {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities: readonly Type[];
  /** Columns, as `table.column`, with the hash of a file that may be gone: they do not hold it. Every other `*sha256` does. */
  readonly hashTraces?: readonly string[];
  readonly migrations: readonly Type<MigrationInterface>[];
  readonly policy: Policy;
  readonly refusals: RefusalTable;
  /** Texts of refusals and of everything else the server says to people, by language. */
  readonly messages: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
}
