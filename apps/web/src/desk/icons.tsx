const PATHS = {
  today: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  cases: 'M4 7h6l2 2h8v10H4z',
  requests: 'M4 6h16v12H4zM4 7l8 6 8-6',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h2M14 14h2M8 17h2',
  intake: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  chart: 'M4 20V10M10 20V4M16 20v-8M3 20h18',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 20a2 2 0 0 0 4 0',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  alert: 'M12 4 21 20H3zM12 10v4M12 17h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  people: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20a6 6 0 0 1 12 0M16 5.5a3.5 3.5 0 0 1 0 6.5M17 14.5a6 6 0 0 1 4 5.5',
  card: 'M3 6h18v12H3zM8 9.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM5.5 16c.5-1.5 4.5-1.5 5 0M14 10h4M14 14h4',
  rows: 'M4 6h16M4 12h16M4 18h16',
} as const;

export type DeskIconName = keyof typeof PATHS;

/** A line drawing beside words that say the same; never the only sign of anything. */
export function DeskIcon({ of }: { of: DeskIconName }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[of]} /></svg>;
}
