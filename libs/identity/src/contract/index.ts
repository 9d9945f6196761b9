export * from './identity.events.js';
export * from './sign-in.contract.js';
