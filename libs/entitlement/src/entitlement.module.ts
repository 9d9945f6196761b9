import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { EscalationModule } from '@hejie/escalation';
import { AnswerQuestions } from './answers/answer-questions.js';
import { ChecklistAnswers } from './answers/checklist-answers.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { HolidayCalendars } from './calendars/holiday-calendars.js';
import { ClockDues } from './clocks/clock-dues.js';
import { ReadClocks } from './clocks/read-clocks.js';
import { ApprovedReads } from './figures/approved-reads.js';
import { ChangeFigures } from './figures/change-figures.js';
import { FiguresController } from './figures/figures.controller.js';
import { PlaceFiguresController } from './figures/place-figures.controller.js';
import { LocalTables } from './figures/local-tables.js';
import { CaseRecord } from './record/case-record.js';
import { ReadPayments } from './record/read-payments.js';
import { RecordController } from './record/record.controller.js';
import { RecordEntries } from './record/record-entries.js';
import { RulesController } from './rules/rules.controller.js';
import { MakeSheet } from './sheets/make-sheet.js';
import { ReadSheets } from './sheets/read-sheets.js';
import { SheetsController } from './sheets/sheets.controller.js';

@Module({
  imports: [CasesModule, EscalationModule],
  controllers: [FiguresController, PlaceFiguresController, RecordController, SheetsController, CalendarsController, RulesController],
  providers: [AnswerQuestions, ApprovedReads, CaseRecord, ChangeFigures, ChecklistAnswers, ClockDues, LocalTables, MakeSheet, ReadClocks, ReadPayments, ReadSheets, RecordEntries, HolidayCalendars],
  exports: [ReadClocks],
})
export class EntitlementModule {}
