export * from './figures.contract.js';
