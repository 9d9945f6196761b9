import { together } from './together.js';

await together(
  'test/scenarios/a1-jiang/a1-jiang.api-spec.ts',
  'test/scenarios/a2-hu/a2-hu.api-spec.ts',
  'test/scenarios/a3-guo/a3-guo.api-spec.ts',
  'test/scenarios/a4-rider/a4-rider.api-spec.ts',
  'test/scenarios/a5-restaurant/a5-restaurant.api-spec.ts',
  'test/scenarios/a6-dispatch/a6-dispatch.api-spec.ts',
  'test/scenarios/b1-tree/b1-tree.api-spec.ts',
  'test/scenarios/b2-grid/b2-grid.api-spec.ts',
  'test/scenarios/b3-city/b3-city.api-spec.ts',
);
