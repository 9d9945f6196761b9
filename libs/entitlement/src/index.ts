import type { ContextDefinition } from '@hejie/platform';
import { EntitlementModule } from './entitlement.module.js';
import { entitlementPolicy } from './entitlement.policy.js';
import { entitlementRefusals } from './entitlement.refusals.js';
import { FigureChange } from './figures/figure-change.entity.js';
import { LocalFigure } from './figures/local-figure.entity.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateFigures1700000006500 } from './migrations/1700000006500-create-figures.js';
import { ShipNationalIncomes1700000006510 } from './migrations/1700000006510-ship-national-incomes.js';

export const entitlement: ContextDefinition = {
  name: 'entitlement',
  module: EntitlementModule,
  entities: [FigureChange, LocalFigure],
  migrations: [CreateFigures1700000006500, ShipNationalIncomes1700000006510],
  policy: entitlementPolicy,
  refusals: entitlementRefusals,
  messages: { 'zh-CN': zhCN, en },
};
