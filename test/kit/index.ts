export { startTestApp, type TestApp, type TestAppOptions } from './app.js';
export { createTestDatabase } from './database.js';
