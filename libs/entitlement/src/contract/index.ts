export * from './entitlement.events.js';
export * from './figures.contract.js';
export * from './record.contract.js';
export * from './sheet.contract.js';
