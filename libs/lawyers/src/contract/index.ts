export * from './lawyers.contract.js';
export * from './lawyers.events.js';
