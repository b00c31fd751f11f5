export * from './folders.js';
export { freePort, freePorts } from './ports.js';
export * from './kafka.js';
export * from './postgres.js';
export * from './provision.js';
export * from './service-process.js';
export * from './services.js';
export * from './system.js';
export { StartError } from './words.js';
