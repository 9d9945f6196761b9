export * from './escalation.contract.js';
export * from './escalation.events.js';
export * from './papers.contract.js';
