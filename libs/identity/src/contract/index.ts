export * from './identity.events.js';
export * from './organisations.contract.js';
export * from './sign-in.contract.js';
export * from './staff.contract.js';
