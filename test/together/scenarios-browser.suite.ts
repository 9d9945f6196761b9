import { together } from './together.js';

await together(
  'test/scenarios/a1-jiang/a1-jiang.browser.api-spec.ts',
  'test/scenarios/a4-rider/a4-rider.browser.api-spec.ts',
  'test/scenarios/a5-restaurant/a5-restaurant.browser.api-spec.ts',
);
