export * from './case-facts.contract.js';
export * from './case-status.contract.js';
export * from './case.contract.js';
export * from './cases.events.js';
export * from './due.contract.js';
export * from './evidence.contract.js';
export * from './invitation.contract.js';
export * from './refusal.contract.js';
