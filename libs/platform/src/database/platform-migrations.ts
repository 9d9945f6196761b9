import { CreatePlatform1700000000000 } from './migrations/1700000000000-create-platform.js';
import { CreateFileCopies1700000000100 } from './migrations/1700000000100-create-file-copies.js';
import { ReleaseFiles1700000008260 } from './migrations/1700000008260-release-files.js';

export const platformMigrations = [CreatePlatform1700000000000, CreateFileCopies1700000000100, ReleaseFiles1700000008260];
