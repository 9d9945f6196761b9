// Use cases, for a host that acts as people do (the demo city). Contexts ask each other by the services of index.ts.
export { AnswerClaim } from './answer/answer-claim.js';
export { ChoosePath } from './moves/choose-path.js';
export { ChangeGroup } from './group/change-group.js';
export { Evidence } from './evidence/evidence.js';
export { FileQuickCase } from './file-case/quick-case.js';
export { ReadGroup } from './group/read-group.js';
export { Invitations } from './invitations/invitations.js';
