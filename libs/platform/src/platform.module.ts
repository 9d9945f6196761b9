import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access-guard.js';
import { AuditLog } from './audit/audit-log.js';
import { Clock, SystemClock } from './clock/clock.js';
import { Config } from './config/config.js';
import type { ContextDefinition } from './context/context.js';
import { ContextRegistry } from './context/registry.js';
import { createDataSource } from './database/data-source.js';
import { Listener } from './database/listener.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { FileStore } from './files/file-store.js';
import { ReleasedFiles } from './files/released-files.js';
import { ShownFiles } from './files/shown-files.js';
import { HealthController } from './health/health.controller.js';
import { OriginCheck } from './http/origin-check.js';
import { ProblemFilter } from './http/problem-filter.js';
import { Problems } from './http/problems.js';
import { validationPipe } from './http/validation.js';
import { JobQueue } from './jobs/queue.js';
import { DevMessagesController } from './outbound/dev-messages.controller.js';
import { Mailer } from './outbound/mailer.js';
import { DevelopmentSmsGateway, HttpSmsGateway, MissingSmsGateway, SmsGateway } from './outbound/sms-gateway.js';
import { Outbox } from './outbox/outbox.js';
import { AccountNews } from './sockets/account-news.js';
import { SocketEvents } from './sockets/socket-events.js';
import { SocketHub } from './sockets/socket-hub.js';
import { Vault } from './vault/vault.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly contexts: readonly ContextDefinition[];
  /** Tests pass a clock they can move. */
  readonly clock?: Clock;
  /** Instead of the configured gateway: who plays a story reads its messages. */
  readonly sms?: SmsGateway;
}

/** Everything below the contexts, available to all of them. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forRoot({ config, contexts, clock = new SystemClock(), sms }: PlatformOptions): DynamicModule {
    const ports = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: ContextRegistry, useValue: new ContextRegistry(contexts) },
      { provide: DataSource, useFactory: () => createDataSource(config.databaseUrl, config.databasePool, contexts).initialize() },
      {
        provide: SmsGateway,
        useFactory: (dataSource: DataSource) => {
          if (sms) return sms;
          if (config.sms) return new HttpSmsGateway(config);
          return config.devTools ? new DevelopmentSmsGateway(dataSource, clock) : new MissingSmsGateway();
        },
        inject: [DataSource],
      },
    ];
    const services = [UnitOfWork, Listener, Outbox, AuditLog, Vault, FileStore, ReleasedFiles, ShownFiles, Mailer, JobQueue, Problems, OriginCheck, SocketHub, AccountNews];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, DevMessagesController],
      providers: [
        ...ports,
        ...services,
        SocketEvents,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector), inject: [Reflector] },
      ],
      exports: [...ports.map((p) => p.provide), ...services],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
