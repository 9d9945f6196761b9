export * from './call.sockets.js';
export * from './catch-up-pace.js';
export * from './room-log.js';
export * from './room.contract.js';
export * from './room.sockets.js';
export * from './rooms.events.js';
export * from './sealed-log.js';
