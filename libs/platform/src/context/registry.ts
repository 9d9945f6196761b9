import type { Locale, Policy } from '../contract/index.js';
import type { ContextDefinition } from './context.js';
import { platformMessages, platformRefusals } from './platform-refusals.js';

/**
 * Everything the assembled contexts declare, joined once at boot. Two contexts claiming one
 * permission or one code is a mistake of ours and stops the boot.
 */
export class ContextRegistry {
  readonly policy: Policy;
  private readonly statuses: Record<string, number>;
  private readonly messages: Record<Locale, Record<string, string>>;

  constructor(readonly contexts: readonly ContextDefinition[]) {
    this.policy = joined('permission', contexts.map((c) => c.policy));
    this.statuses = joined('refusal code', [platformRefusals, ...contexts.map((c) => c.refusals)]);
    this.messages = {
      'zh-CN': joined('message', [platformMessages['zh-CN'], ...contexts.map((c) => c.messages['zh-CN'])]),
      en: joined('message', [platformMessages.en, ...contexts.map((c) => c.messages.en)]),
    };
  }

  /** HTTP status of a refusal code; a code nobody declared is a fault of ours, hence 500. */
  statusOf(code: string): number {
    return this.statuses[code] ?? 500;
  }

  /** A text in the reader's language with `{name}` places filled; the key itself if nobody wrote it. */
  text(locale: Locale, key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const template = this.messages[locale][key] ?? this.messages['zh-CN'][key] ?? key;
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }
}

function joined<V>(what: string, tables: readonly Readonly<Record<string, V>>[]): Record<string, V> {
  const all: Record<string, V> = {};
  for (const table of tables) {
    for (const [key, value] of Object.entries(table)) {
      if (key in all) throw new Error(`the ${what} ${key} is declared twice`);
      all[key] = value;
    }
  }
  return all;
}
