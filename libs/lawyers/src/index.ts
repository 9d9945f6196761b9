import type { ContextDefinition } from '@hejie/platform';
import { LawyerProfile } from './directory/lawyer-profile.entity.js';
import { LawyersModule } from './lawyers.module.js';
import { lawyersPolicy } from './lawyers.policy.js';
import { lawyersRefusals } from './lawyers.refusals.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateLawyers1700000004000 } from './migrations/1700000004000-create-lawyers.js';
import { LicenceNumbers1700000004100 } from './migrations/1700000004100-licence-numbers.js';
import { LawyerRequest } from './requests/lawyer-request.entity.js';

export { Directory } from './directory/directory.js';
export { RequestFacts } from './requests/request-facts.js';
export { LawyersModule } from './lawyers.module.js';
export { LawyerProfiles } from './profile/lawyer-profiles.js';

export const lawyers: ContextDefinition = {
  name: 'lawyers',
  module: LawyersModule,
  entities: [LawyerProfile, LawyerRequest],
  migrations: [CreateLawyers1700000004000, LicenceNumbers1700000004100],
  policy: lawyersPolicy,
  refusals: lawyersRefusals,
  messages: { 'zh-CN': zhCN, en },
};
