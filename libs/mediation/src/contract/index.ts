export * from './attendance.contract.js';
export * from './mediation.contract.js';
export * from './mediation.events.js';
export * from './minutes.contract.js';
export * from './respondent.contract.js';
export * from './shares.contract.js';
export * from './terms.contract.js';
export * from './sealed-session.js';
