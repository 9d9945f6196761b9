import { together } from './together.js';

await together(
  'test/browser/desk.browser.api-spec.ts',
  'test/browser/desk-case.browser.api-spec.ts',
  'test/browser/evidence.browser.api-spec.ts',
  'test/browser/inbox.browser.api-spec.ts',
  'test/browser/papers.browser.api-spec.ts',
  'test/browser/profile.browser.api-spec.ts',
  'test/browser/staff.browser.api-spec.ts',
  'test/browser/staff-oidc.browser.api-spec.ts',
);
