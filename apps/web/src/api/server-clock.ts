/** How far this phone's clock was ahead of the server's at the last answer. */
let aheadMs = 0;

/** Learns the server's time from an answer. One that may come out of the browser's cache tells an old time and teaches nothing. */
export function hearTime({ headers }: Response): void {
  const at = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(at) && !headers.get('cache-control')?.includes('max-age')) aheadMs = Date.now() - at;
}

/** The server's time to a second or two, whatever this phone's clock says: for what the server allows for some minutes only. */
export const serverNow = (): number => Date.now() - aheadMs;
