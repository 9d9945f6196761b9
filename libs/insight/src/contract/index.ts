export * from './deadlines.contract.js';
export * from './figures.contract.js';
