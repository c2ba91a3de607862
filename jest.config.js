// The toolkit packages are ES modules only, so jest has to find and transform them too.
const shared = {
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@actions/(core|exec|io)$': '<rootDir>/node_modules/@actions/$1/lib/$1.js',
    '^@actions/http-client$': '<rootDir>/node_modules/@actions/http-client/lib/index.js',
    '^@actions/([^/]+)/lib/(.+)$': '<rootDir>/node_modules/@actions/$1/lib/$2.js',
  },
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/)'],
};
const suite = (name, extra = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  ...extra,
});

module.exports = {
  testTimeout: 60_000, // no test is about time, and a busy machine is no failure
  projects: [suite('unit'), suite('integration'), suite('build'), suite('edge'), suite('action'), suite('pages')],
};
