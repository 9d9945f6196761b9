import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ContextRegistry, PERMISSION, PUBLIC, SocketHub } from '@hejie/platform';
import { startTestApp, type TestApp } from '@hejie/test-kit';

interface RouteArgument {
  readonly data?: unknown;
  readonly schema?: unknown;
}
interface Route {
  readonly name: string;
  readonly method: string;
  readonly handler: object;
  readonly controller: object;
  readonly args: Readonly<Record<string, RouteArgument>>;
}

// Nest's RouteParamtypes of what a client sends in: body, query, param
const INPUTS: Record<string, string> = { 3: 'body', 4: 'query', 5: 'param' };

describe('every door', () => {
  let t: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    t = await startTestApp();
    const scanner = new MetadataScanner();
    routes = t.app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ metatype }) => {
        const prototype = metatype!.prototype as Record<string, object>;
        return scanner
          .getAllMethodNames(prototype)
          .filter((name) => Reflect.hasMetadata('path', prototype[name]!))
          .map((name) => ({
            name: `${metatype!.name}.${name}`,
            method: RequestMethod[Reflect.getMetadata('method', prototype[name]!) as number]!,
            handler: prototype[name]!,
            controller: metatype!,
            args: (Reflect.getMetadata('__routeArguments__', metatype!, name) ?? {}) as Route['args'],
          }));
      });
  });
  afterAll(() => t?.close());

  const meta = (route: Route, key: string): unknown => Reflect.getMetadata(key, route.handler) ?? Reflect.getMetadata(key, route.controller);

  it('names a permission that a policy knows, or says it is public', () => {
    const policy = t.app.get(ContextRegistry).policy;
    const open = routes.filter((r) => {
      const permission = meta(r, PERMISSION) as string | undefined;
      return meta(r, PUBLIC) ? permission !== undefined : permission === undefined || !(permission in policy);
    });
    expect(open.map((r) => r.name)).toEqual([]);
  });

  it('has a schema for every body, query and param', () => {
    const bare = routes.flatMap((r) =>
      Object.entries(r.args)
        .filter(([key, arg]) => key.split(':')[0]! in INPUTS && !arg.schema)
        .map(([key]) => `${r.name} (${INPUTS[key.split(':')[0]!]})`),
    );
    expect(bare).toEqual([]);
  });

  it('declares what it answers', () => {
    const untold = routes.filter((r) => !Reflect.hasMetadata('swagger/apiResponse', r.handler));
    expect(untold.map((r) => r.name)).toEqual([]);
  });

  it('holds for socket events: a known permission, a payload and an ack schema', () => {
    const policy = t.app.get(ContextRegistry).policy;
    for (const event of t.app.get(SocketHub).events) {
      expect([event.event, event.permission in policy, typeof event.payload?.safeParse, typeof event.ack?.safeParse]).toEqual([
        event.event,
        true,
        'function',
        'function',
      ]);
    }
  });

  it('refuses the signed-out everywhere but at public doors', async () => {
    const paths = Object.entries(
      ((await (await fetch(`${t.url}/api/docs-json`)).json()) as { paths: Record<string, Record<string, { operationId: string }>> }).paths,
    );
    const isPublic = new Set(routes.filter((r) => meta(r, PUBLIC)).map((r) => r.name.replace('.', '_')));
    const answered: string[] = [];
    for (const [path, operations] of paths) {
      for (const [method, { operationId }] of Object.entries(operations)) {
        if (isPublic.has(operationId)) continue;
        const url = t.url + path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
        const answer = await fetch(url, { method: method.toUpperCase() });
        if (answer.status !== 401) answered.push(`${method} ${path}: ${answer.status}`);
      }
    }
    expect(answered).toEqual([]);
  });
});
