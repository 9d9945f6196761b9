import { together } from './together.js';

await together(
  'test/browser/insight.browser.api-spec.ts',
);
