const swcWith = (ignoreDynamic) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs', ignoreDynamic },
  },
];

// What an engine loads when it is first asked is loaded by `require`: jest has no `import()` of its own.
const project = (displayName, rest = {}) => ({
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  transform: { '/engine/(aws|personalize)/.+\\.ts$': swcWith(false), '^.+\\.(ts|tsx|js|mjs)$': swcWith(true) },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  ...rest,
});

const database = { globalSetup: '<rootDir>/test/support/database-setup.ts', globalTeardown: '<rootDir>/test/support/database-teardown.ts' };

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('core', { globalSetup: '<rootDir>/test/support/kernel-setup.ts' }),
    project('db', database),
    project('web', { ...database, globalSetup: '<rootDir>/test/support/pages-setup.ts' }),
    project('slow', database),
  ],
};
