export * from './stage.js';
export * from './staged-aggregate.js';
export * from './stage-request.js';
