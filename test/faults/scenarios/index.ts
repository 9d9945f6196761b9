import type { Scenario } from '../scenario.js';
import { apiKilled } from './api-killed.js';
import { postgresKilled } from './postgres-killed.js';
import { redisLost } from './redis-lost.js';

export const scenarios: readonly Scenario[] = [apiKilled, postgresKilled, redisLost];
