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
