import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { exhibitsSchema, orderExhibitsSchema, type OrderExhibits as Ordered } from '../contract/index.js';
import { OrderExhibits } from './order-exhibits.js';

@Controller('api/cases/:id/exhibits')
export class OrderExhibitsController {
  constructor(private readonly exhibits: OrderExhibits) {}

  @Get()
  @Permit('cases.evidence.bundle')
  @Answers(exhibitsSchema)
  read(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.exhibits.read(actor, id);
  }

  @Put()
  @Permit('cases.evidence.bundle')
  @Answers(exhibitsSchema)
  order(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: orderExhibitsSchema }) body: Ordered) {
    return this.exhibits.order(actor, id, body);
  }
}
