import { useRequests } from './use-requests.js';

/** How many requests wait for the lawyer; nothing for none. */
export function RequestCount() {
  const open = useRequests().data?.filter((r) => r.status === 'open').length;
  return open ? <>{open}</> : null;
}
