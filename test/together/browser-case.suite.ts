import { together } from './together.js';

await together(
  'test/browser/account.browser.api-spec.ts',
  'test/browser/filing.browser.api-spec.ts',
  'test/browser/pages.browser.api-spec.ts',
  'test/browser/respondents.browser.api-spec.ts',
  'test/browser/rights.browser.api-spec.ts',
);
