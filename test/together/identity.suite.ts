import { together } from './together.js';

await together('libs/identity');
