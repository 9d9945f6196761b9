export * from './actor.js';
export * from './events.js';
export * from './fields.js';
export * from './problem.js';
export * from './socket.js';
