import type { Scenario } from '../scenario.js';
import { apiKilled } from './api-killed.js';
import { malformed } from './malformed.js';
import { massReturn } from './mass-return.js';
import { networkCuts } from './network-cuts.js';
import { parallelResends } from './parallel-resends.js';
import { postgresHangs } from './postgres-hangs.js';
import { postgresKilled } from './postgres-killed.js';
import { redisHangs } from './redis-hangs.js';
import { redisLost } from './redis-lost.js';
import { rollingRestart } from './rolling-restart.js';
import { slowReader } from './slow-reader.js';

export const scenarios: readonly Scenario[] = [apiKilled, malformed, massReturn, networkCuts, parallelResends, postgresHangs, postgresKilled, redisHangs, redisLost, rollingRestart, slowReader];
