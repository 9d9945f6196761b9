import { CreatePlatform1700000000000 } from './migrations/1700000000000-create-platform.js';

export const platformMigrations = [CreatePlatform1700000000000];
