import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemSchema } from '../contract/problem.js';

/** OpenAPI at /api/docs (page) and /api/docs-json, generated from the schemas that also validate. */
export function serveApiDocs(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Hejie 和解')
    .setDescription('Online labour-dispute mediation. Errors are application/problem+json with a stable `code`.')
    .setVersion('0.1')
    .addCookieAuth('hejie_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => withProblems(SwaggerModule.createDocument(app, description)));
}

/** Whatever is refused is refused in one form, which handlers need not repeat. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const { $schema: _, ...schema } = z.toJSONSchema(problemSchema, { target: 'draft-7' });
  (document.components ??= {}).schemas = { ...document.components.schemas, Problem: schema as object };
  const refused = { description: 'Refused; nothing was changed.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  for (const { get, head, post, put, patch, delete: remove } of Object.values(document.paths)) for (const operation of [get, head, post, put, patch, remove]) if (operation) operation.responses['default'] = refused;
  return document;
}
