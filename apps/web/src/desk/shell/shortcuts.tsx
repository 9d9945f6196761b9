import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useMe } from '../../api/me.js';
import { homeOf, sectionsOf } from '../sections.js';

export interface Shortcut {
  /** One key (`j`, `?`, `Enter`), `mod+k` for Ctrl or Cmd, or `g c` for one after the other. */
  readonly keys: string;
  readonly group: 'go' | 'list' | 'page';
  /** Key of what it does in the translation files. */
  readonly title: string;
  /** Left out where the browser does it by itself; then the key is only told of. */
  readonly run?: () => void;
}

interface Registry {
  /** Those that work on this page now. */
  all(): readonly Shortcut[];
  add(shortcuts: () => readonly Shortcut[]): () => void;
  readonly singleKeys: boolean;
  setSingleKeys(on: boolean): void;
}

const Shortcuts = createContext<Registry | null>(null);
const KEY = 'hejie.desk.singleKeys';
const SEQUENCE_MS = 1200;

/** Listens for the keys that the pages on screen have registered. Keys without Ctrl can be turned off (WCAG 2.1.4). */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const registered = useRef(new Set<() => readonly Shortcut[]>());
  const [singleKeys, setSingle] = useState(() => localStorage.getItem(KEY) !== 'off');
  const registry = useMemo<Registry>(
    () => ({
      all: () => [...registered.current].flatMap((list) => list()),
      add: (list) => {
        registered.current.add(list);
        return () => registered.current.delete(list);
      },
      singleKeys,
      setSingleKeys: (on) => {
        localStorage.setItem(KEY, on ? 'on' : 'off');
        setSingle(on);
      },
    }),
    [singleKeys],
  );
  useEffect(() => {
    let first: { key: string; at: number } | undefined;
    const onKey = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.isComposing || e.altKey) return;
      const mod = e.ctrlKey || e.metaKey;
      if (!mod && (!registry.singleKeys || isTyping(e.target) || document.querySelector('[role=dialog]'))) return;
      const key = mod ? `mod+${e.key.toLowerCase()}` : e.key;
      const sequence = first && e.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${key}` : undefined;
      first = { key, at: e.timeStamp };
      const all = registry.all();
      const found = all.find((s) => s.keys === sequence) ?? all.find((s) => s.keys === key);
      if (!found?.run) return;
      e.preventDefault();
      first = undefined;
      found.run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [registry]);
  return <Shortcuts value={registry}><GoShortcuts />{children}</Shortcuts>;
}

/** `g` and a letter lead to each section of one's role. */
function GoShortcuts() {
  const [, go] = useLocation();
  const roles = useMe().data?.roles ?? [];
  useShortcuts(sectionsOf(roles).map((s) => ({ keys: `g ${s.shortcut}`, group: 'go', title: s.title, run: () => go(homeOf(s)) })));
  return null;
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useShortcutRegistry(): Registry {
  const registry = use(Shortcuts);
  if (!registry) throw new Error('shortcuts are used outside the desk');
  return registry;
}

/** Keys that work while the calling page is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add } = useShortcutRegistry();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => add(() => latest.current), [add]);
}
