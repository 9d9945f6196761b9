import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

const WAIT_MS = 5000;

/**
 * What a browser does on a new page and a one-page app must do itself: the title follows the heading,
 * the page starts at its top, and a screen reader is taken to the heading.
 */
export function useArrival(appName: string): void {
  const [location] = useLocation();
  const first = useRef(true);
  useEffect(() => {
    const moved = !first.current;
    first.current = false;
    if (moved) scrollTo(0, 0);
    const arrive = () => {
      // the page left behind stays, hidden, while the next one loads
      const heading = [...document.querySelectorAll<HTMLElement>('main h1')].find((h) => h.offsetParent !== null);
      if (!heading) return false;
      document.title = `${heading.textContent} · ${appName}`;
      const busy = document.activeElement?.matches('input, select, textarea');
      if (moved && !busy) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
      return true;
    };
    if (arrive()) return;
    const watch = new MutationObserver(() => arrive() && stop());
    const timer = setTimeout(() => stop(), WAIT_MS);
    const stop = () => {
      watch.disconnect();
      clearTimeout(timer);
    };
    watch.observe(document.body, { childList: true, subtree: true });
    return stop;
  }, [location, appName]);
}
