import { together } from './together.js';

await together('libs/entitlement', 'libs/escalation');
