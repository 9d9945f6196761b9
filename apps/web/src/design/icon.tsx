const ICONS = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  people: 'M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 11a3 3 0 1 0-1-5.8M17 14c3 0 5 2 5 6',
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5 11a7 7 0 0 0 14 0M12 18v3',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  proposal: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  evidence: 'M4 6h6l2 2h8v11H4zM9 13l2 2 4-4',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  warn: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  back: 'M15 5l-7 7 7 7',
  down: 'M12 5v14M6 13l6 6 6-6',
  check: 'M5 13l4 4 10-11',
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.500 15.500 21 21',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  question: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.700M12 17h.01',
};

/** A line drawing beside a word that says the same. */
export function Icon({ of }: { of: keyof typeof ICONS }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={ICONS[of]} /></svg>;
}
