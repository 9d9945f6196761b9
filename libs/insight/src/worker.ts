import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { CompileInsight } from './compile/compile-insight.js';

@Module({ imports: [CasesModule], providers: [CompileInsight] })
export class InsightWorkerModule {}
