import { Controller, Get, Header } from '@nestjs/common';
import { listRules } from '@hejie/law';
import { Answers, Public } from '@hejie/platform';
import { rulesSchema } from '../contract/index.js';

@Controller('api/rules')
export class RulesController {
  /** The rules of law that are counted with: published law, open to everybody, the same until the next release. */
  @Get()
  @Public()
  @Header('cache-control', 'public, max-age=3600')
  @Answers(rulesSchema)
  list() {
    return { items: listRules() };
  }
}
