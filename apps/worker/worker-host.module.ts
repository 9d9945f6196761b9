import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@hejie/platform';
import { WorkerModule } from '@hejie/platform/worker';

/**
 * Every context with its handlers. `apps/worker` runs it without a port; `apps/standalone` runs it
 * behind the HTTP server, which makes it api and worker in one process. No logic of its own.
 */
@Module({})
export class WorkerHostModule {
  static forRoot(options: PlatformOptions, workerModules: readonly Type[]): DynamicModule {
    return {
      module: WorkerHostModule,
      imports: [PlatformModule.forRoot(options), ...options.contexts.map((c) => c.module), ...workerModules, WorkerModule],
    };
  }
}
