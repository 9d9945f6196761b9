import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { JsonLogger } from '../logging/logger.js';
import { SocketHub } from '../sockets/socket-hub.js';
import { serveApiDocs } from './api-docs.js';
import { securityHeaders } from './security-headers.js';
import { serveWeb } from './serve-web.js';

/** Largest JSON body; files go through their own multipart and resumable doors. */
const BODY_LIMIT = 256 * 1024;

/** The HTTP and socket server over a root module, ready to `listen`. */
export async function createHttpApp(root: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy.length ? [...config.trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new JsonLogger(config.logLevel, config.devTools),
    abortOnError: false,
  });
  await app.register(cookie as never);
  await app.register(multipart as never);
  await app.register(compress as never, { threshold: 1024 });
  const headers = securityHeaders(config);
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    void reply.headers(headers).header('x-request-id', request.id);
  });
  serveApiDocs(app);
  if (config.webDir) await serveWeb(app, config.webDir);
  app.get(SocketHub).attach(app.getHttpServer());
  return app;
}
