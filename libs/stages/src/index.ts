export * from './stage.js';
export * from './staged-aggregate.js';
export * from './stage-request.js';
export * from './requests.js';
export * from './asking-stage.js';
