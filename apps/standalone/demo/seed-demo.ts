import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { ConfigError, PlatformModule, type Config, type PlatformOptions } from '@hejie/platform';
import { DeliverNow, HandlerRegistry } from '@hejie/platform/worker';
import { contexts } from '../../api/contexts.js';
import { workerModules } from '../../worker/worker-modules.js';
import { seedCity } from './seed-city.js';
import { Cast } from './story/cast.js';
import { playOpenCases } from './story/play-open-cases.js';
import { StoryClock } from './story/story-clock.js';
import { StoryPhones } from './story/story-phones.js';

/** The product with handlers but without queue and port: what happens in it happens at once and in its own time. */
@Module({})
class StoryModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: StoryModule,
      imports: [DiscoveryModule, PlatformModule.forRoot(options), ...options.contexts.map((c) => c.module), ...workerModules],
      providers: [HandlerRegistry, DeliverNow],
    };
  }
}

/** `demo`: the city with cases under way; `city`: only its people and last year's cases; `none`: an empty installation. */
export type Seed = 'demo' | 'city' | 'none';

/** What SEED says. @throws for a word it does not know */
export function seedOf(env: NodeJS.ProcessEnv): Seed {
  const seed = env['SEED'] ?? 'demo';
  if (seed !== 'demo' && seed !== 'city' && seed !== 'none') throw new ConfigError(`SEED: ${seed} is not one of demo, city, none`);
  return seed;
}

/**
 * Makes the demo city in a migrated, empty database on which no worker runs yet: its people, last year's cases, and
 * cases under way. @returns how many of these, or null when there is a city already
 */
export async function seedDemo(config: Config, seed: Exclude<Seed, 'none'> = 'demo', now = new Date()): Promise<number | null> {
  const clock = new StoryClock(now);
  const phones = new StoryPhones();
  const app = await NestFactory.createApplicationContext(StoryModule.forRoot({ config, contexts, clock, sms: phones }), { logger: false, abortOnError: false });
  try {
    const city = await seedCity(app, now);
    if (!city || seed === 'city') return city && 0;
    return await playOpenCases(await Cast.of(app, city, phones), clock, app.get(DeliverNow), now);
  } finally {
    await app.close();
  }
}
