export * from './stage.js';
export * from './staged-aggregate.js';
