export * from './calendars.contract.js';
export * from './changes.contract.js';
export * from './entitlement.events.js';
export * from './figures.contract.js';
export * from './record.contract.js';
export * from './rules.contract.js';
export * from './sheet.contract.js';
