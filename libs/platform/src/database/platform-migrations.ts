import { CreatePlatform1700000000000 } from './migrations/1700000000000-create-platform.js';
import { CreateFileCopies1700000000100 } from './migrations/1700000000100-create-file-copies.js';

export const platformMigrations = [CreatePlatform1700000000000, CreateFileCopies1700000000100];
