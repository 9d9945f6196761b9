import { together } from './together.js';

await together(
  'test/browser/chat.browser.api-spec.ts',
  'test/browser/chat-trouble.browser.api-spec.ts',
);
