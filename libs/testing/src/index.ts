export * from './agreement.js';
export * from './infrastructure.js';
export * from './issuer.js';
export * from './promises.js';
export * from './running-service.js';
export * from './service-bench.js';
export * from './sign-in.js';
export * from './tally-service.js';
