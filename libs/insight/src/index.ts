import type { ContextDefinition } from '@hejie/platform';
import { InsightCase } from './compile/insight-case.entity.js';
import { InsightModule } from './insight.module.js';
import { CreateInsight1700000008000 } from './migrations/1700000008000-create-insight.js';
import { MoneyApart1700000008100 } from './migrations/1700000008100-money-apart.js';

export const insight: ContextDefinition = {
  name: 'insight',
  module: InsightModule,
  entities: [InsightCase],
  migrations: [CreateInsight1700000008000, MoneyApart1700000008100],
  policy: { 'insight.figures.read': ['legal_officer'], 'insight.deadlines.read': ['legal_officer'] },
  refusals: {},
  messages: { 'zh-CN': {}, en: {} },
};
