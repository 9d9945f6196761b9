import { useState } from 'react';
import { keptForVisit } from '../api/this-visit.js';

/**
 * What somebody is writing in a room. It stays with that room: whoever is moved out while typing finds it when they are back, never
 * in the room they were moved to. A reload finds it too, as when the phone needed its memory for the camera; signing out does not.
 */
export function useRoomDraft(roomId: string, accountId: string): readonly [string, (text: string) => void] {
  const kept = keptForVisit<string>(`writing.${accountId}.${roomId}`);
  const [text, setText] = useState(() => kept.read() ?? '');
  const write = (now: string) => {
    setText(now);
    try {
      if (now) kept.keep(now);
      else kept.forget();
    } catch {
      // a browser that keeps nothing: it is on the page
    }
  };
  return [text, write];
}
