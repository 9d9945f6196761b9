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

/** How long what is being answered when the process stops may still take, in ms; who asks again comes to another process. */
const ANSWER_MS = 3000;
const SWEEP_MS = 50;

/** Largest JSON body; files go through their own multipart and resumable doors. */
const BODY_LIMIT = 256 * 1024;

/** The HTTP and socket server over a root module, ready to `listen`. */
export async function createHttpApp(root: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy.length ? [...config.trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    // see `answerWhileStopping`
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  answerWhileStopping(adapter);
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

/** What was asked before the process stops is answered: of the lines that are open then only those on which nothing is asked are closed at once, and the others in a while. */
function answerWhileStopping(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('preClose', async () => {
    const { server } = adapter.getInstance();
    const idle = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const all = setTimeout(() => server.closeAllConnections(), ANSWER_MS);
    server.once('close', () => {
      clearInterval(idle);
      clearTimeout(all);
    });
  });
}
