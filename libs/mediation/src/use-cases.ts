// Use cases, for a host that acts as people do (the demo city). Contexts ask each other by the services of index.ts.
export { Agreements } from './agreements/agreements.js';
export { SealAgreement } from './agreements/seal-agreement.js';
export { AttendSession } from './attendance/attend-session.js';
export { Proposals } from './proposals/proposals.js';
export { ConductSession } from './sessions/conduct-session.js';
export { ReadSessions } from './sessions/read-sessions.js';
export { ScheduleSession } from './sessions/schedule-session.js';
