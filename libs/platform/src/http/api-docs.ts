import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI at /api/docs (page) and /api/docs-json, generated from the schemas that also validate. */
export function serveApiDocs(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Hejie 和解')
    .setDescription('Online labour-dispute mediation. Errors are application/problem+json with a stable `code`.')
    .setVersion('0.1')
    .addCookieAuth('hejie_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description));
}
