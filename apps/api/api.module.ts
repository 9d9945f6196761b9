import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@hejie/platform';

/** The HTTP and socket host: the platform and every context's module. No logic of its own. */
@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(options), ...options.contexts.map((c) => c.module)],
    };
  }
}
