export { WorkerModule } from './worker.module.js';
export { HandlerRegistry } from './jobs/handler-registry.js';
export { DeliverNow } from './outbox/deliver-now.js';
