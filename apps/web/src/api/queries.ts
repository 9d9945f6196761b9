import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './client.js';

/** What the pages have asked the server, kept for all of them. */
export const queries = new QueryClient({
  // without a line a page says so instead of waiting
  defaultOptions: { queries: { networkMode: 'always', staleTime: 5000, retry: (n, error) => !(error instanceof ApiProblem) && n < 2 } },
});
