import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useShortcuts } from '../shell/shortcuts.js';
import { CaseRow } from './case-row.js';
import type { DeskCase } from './desk-case.js';

interface Props {
  readonly cases: readonly DeskCase[];
  readonly openId: string | undefined;
  /** Asked for when the last rows come into sight. */
  readonly more?: () => void;
}

/** A long list of cases of which only the visible rows are in the page. `j` and `k` go down and up, Enter opens. */
export function CaseRows({ cases, openId, more }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: cases.length, getScrollElement: () => scroller.current, estimateSize: () => 92, overscan: 6, getItemKey: (i) => cases[i]!.id });
  const step = (by: 1 | -1) => {
    const focused = Number(scroller.current?.querySelector('[data-index]:focus-within')?.getAttribute('data-index') ?? -1);
    const from = focused >= 0 ? focused : cases.findIndex((c) => c.id === openId);
    const to = Math.max(0, Math.min(cases.length - 1, from + by));
    rows.scrollToIndex(to);
    // a row far away is in the page only after the list has scrolled there
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus({ preventScroll: true }));
  };
  useShortcuts([
    { keys: 'j', group: 'list', title: 'desk.keys.down', run: () => step(1) },
    { keys: 'k', group: 'list', title: 'desk.keys.up', run: () => step(-1) },
    { keys: 'Enter', group: 'list', title: 'desk.keys.enter' },
  ]);
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= cases.length - 5) more?.();
  }, [last, cases.length, more]);
  useEffect(() => {
    const at = cases.findIndex((c) => c.id === openId);
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
    // only when another case is opened: polling must not move the list under the reader
  }, [openId]);
  return (
    <div className="case-rows" ref={scroller}>
      <ul style={{ blockSize: rows.getTotalSize() }}>
        {visible.map((v) => (
          <li key={v.key} data-index={v.index} ref={rows.measureElement} aria-setsize={cases.length} aria-posinset={v.index + 1} style={{ transform: `translateY(${v.start}px)` }}>
            <CaseRow of={cases[v.index]!} open={cases[v.index]!.id === openId} />
          </li>
        ))}
      </ul>
    </div>
  );
}
