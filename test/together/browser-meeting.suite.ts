import { together } from './together.js';

await together(
  'test/browser/call.browser.api-spec.ts',
  'test/browser/long-room.browser.api-spec.ts',
  'test/browser/session.browser.api-spec.ts',
  'test/browser/several-at-a-table.browser.api-spec.ts',
);
