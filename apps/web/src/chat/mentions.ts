import type { Message, RoomView } from '@hejie/rooms/contract';

/** As many as a message may name. */
const MOST = 20;

/** The others in the room whom a text names with @. A name within a longer one is not meant: @王小明 is not 王小. */
export function mentionsIn(text: string, members: RoomView['members'], myId: string): string[] {
  const named = new Set<string>();
  let rest = text;
  for (const name of members.map((m) => m.name).filter(Boolean).sort((a, b) => b.length - a.length)) {
    if (!rest.includes(`@${name}`)) continue;
    named.add(name);
    rest = rest.replaceAll(`@${name}`, '\n');
  }
  // two of one name are both meant
  return members.filter((m) => named.has(m.name) && m.accountId !== myId).map((m) => m.accountId).slice(0, MOST);
}

/** Whether somebody else names me. */
export function namesMe(message: Message, myId: string): boolean {
  return message.kind === 'text' && message.senderId !== myId && (message.body.mentions?.includes(myId) ?? false);
}

/** The names that somebody who has just written @ and perhaps the beginning of one may mean, and what stands before it; null for none. */
export function begunName(text: string, others: readonly string[]): { before: string; names: readonly string[] } | null {
  const at = text.lastIndexOf('@');
  if (at < 0) return null;
  const begun = text.slice(at + 1);
  const names = others.filter((name) => name.startsWith(begun) && name !== begun);
  return names.length > 0 ? { before: text.slice(0, at), names } : null;
}
