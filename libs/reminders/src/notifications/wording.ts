import { ContextRegistry } from '@hejie/platform';
import type { Locale } from '@hejie/platform/contract';
import type { Notification } from './notification.entity.js';

/** A notification in words; instants among its parameters are told as China's time. */
export function wordNotification(registry: ContextRegistry, locale: Locale, n: Pick<Notification, 'kind' | 'params'>): string {
  const params = { ...n.params };
  // what comes from the law is there in both languages
  if (locale === 'en') for (const [key, text] of Object.entries(n.params)) if (key.endsWith('.en')) params[key.slice(0, -'.en'.length)] = text;
  const at = params['at'];
  if (at) params['at'] = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
  return registry.text(locale, `notification.${n.kind}`, params);
}

/** The case a notification is about. */
export function caseOf({ params }: Pick<Notification, 'params'>): { number: string; type: string } | null {
  const { caseNumber, caseType } = params;
  return caseNumber === undefined ? null : { number: caseNumber, type: caseType ?? '' };
}
