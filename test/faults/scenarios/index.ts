import type { Scenario } from '../scenario.js';
import { apiKilled } from './api-killed.js';

export const scenarios: readonly Scenario[] = [apiKilled];
