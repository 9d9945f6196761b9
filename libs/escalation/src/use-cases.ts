// Use cases, for a host that acts as people do (the demo city). Contexts ask each other by the services of index.ts.
export { EscalateCase } from './escalate/escalate-case.js';
export { PartnerInbox } from './inbox/partner-inbox.js';
