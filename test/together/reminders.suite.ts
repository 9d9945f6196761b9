import { together } from './together.js';

await together('libs/reminders', 'libs/insight', 'libs/lawyers');
