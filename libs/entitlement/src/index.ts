import type { ContextDefinition } from '@hejie/platform';
import { LegalAnswers } from './answers/legal-answers.entity.js';
import { HolidayCalendar } from './calendars/holiday-calendar.entity.js';
import { EntitlementModule } from './entitlement.module.js';
import { entitlementPolicy } from './entitlement.policy.js';
import { entitlementRefusals } from './entitlement.refusals.js';
import { FigureChange } from './figures/figure-change.entity.js';
import { LocalFigure } from './figures/local-figure.entity.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateFigures1700000006500 } from './migrations/1700000006500-create-figures.js';
import { ShipNationalIncomes1700000006510 } from './migrations/1700000006510-ship-national-incomes.js';
import { CreateRecordAndSheets1700000006600 } from './migrations/1700000006600-create-record-and-sheets.js';
import { CreateHolidayCalendars1700000006700 } from './migrations/1700000006700-create-holiday-calendars.js';
import { CasePayment } from './record/case-payment.entity.js';
import { LegalEvent } from './record/legal-event.entity.js';
import { EntitlementSheet } from './sheets/entitlement-sheet.entity.js';
import { SheetConsent } from './sheets/sheet-consent.entity.js';

export { ReadClocks } from './clocks/read-clocks.js';
export { EntitlementModule } from './entitlement.module.js';

export const entitlement: ContextDefinition = {
  name: 'entitlement',
  module: EntitlementModule,
  entities: [FigureChange, LocalFigure, HolidayCalendar, LegalEvent, CasePayment, LegalAnswers, EntitlementSheet, SheetConsent],
  migrations: [CreateFigures1700000006500, ShipNationalIncomes1700000006510, CreateRecordAndSheets1700000006600, CreateHolidayCalendars1700000006700],
  policy: entitlementPolicy,
  refusals: entitlementRefusals,
  messages: { 'zh-CN': zhCN, en },
};
