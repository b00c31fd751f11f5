const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#embedded$': '<rootDir>/deploy/embedded/src/index.ts',
    '^#([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
  setupFilesAfterEnv: ['<rootDir>/jest.preload.mjs'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.guitu/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.guitu/'],
};

/** The level of a test is in its file name, and is the only selector: `npm run jest -- --selectProjects rules`. */
const level = (displayName, suffix, extra = {}) => ({
  ...base,
  displayName,
  testMatch: [`<rootDir>/{libs,services,deploy,scripts,test}/**/*.${suffix}.ts`],
  ...extra,
});

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  projects: [
    { ...level('rules', 'spec'), testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.(int|e2e)\\.spec\\.ts$'] },
    level('services', 'int.spec', { globalSetup: '<rootDir>/libs/testing/jest.global-setup.mjs', globalTeardown: '<rootDir>/libs/testing/jest.global-teardown.mjs' }),
    level('journeys', 'e2e.spec', { globalSetup: '<rootDir>/libs/testing/jest.global-setup.mjs', globalTeardown: '<rootDir>/libs/testing/jest.global-teardown.mjs' }),
  ],
};
