import { Suspense, useState, type ReactNode } from 'react';
import { Loading } from './parts.js';

/** Loads what is in it when it is first opened, keeps what was typed while somebody folds it, and begins anew once `close` was called. */
export function Unfold({ title, children }: { title: string; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const [begun, setBegun] = useState(false);
  const toggle = (now: boolean) => {
    setOpen(now);
    if (now) setBegun(true);
  };
  const close = () => {
    setOpen(false);
    setBegun(false);
  };
  return (
    <details open={open} onToggle={(e) => toggle(e.currentTarget.open)}>
      <summary>{title}</summary>
      {begun ? <Suspense fallback={<Loading />}>{children(close)}</Suspense> : null}
    </details>
  );
}
