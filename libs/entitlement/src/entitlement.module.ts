import { Module } from '@nestjs/common';
import { ChangeFigures } from './figures/change-figures.js';
import { FiguresController } from './figures/figures.controller.js';
import { PlaceFiguresController } from './figures/place-figures.controller.js';
import { LocalTables } from './figures/local-tables.js';

@Module({ controllers: [FiguresController, PlaceFiguresController], providers: [ChangeFigures, LocalTables] })
export class EntitlementModule {}
