/*
 * Three projects. `core`, `simulator` and `session` run in Node: they must work
 * without a browser. `real` holds core against real programs (repo2docker, a
 * kernel, Python's zipfile) out of .venv, and takes minutes. Everything else
 * runs in jsdom with JupyterLab's own test set-up.
 */
const jestJupyterLab = require('@jupyterlab/testutils/lib/jest-config');

/* Packages that are published as ES modules only, so that jest must compile them. */
const esModules = [
  '@codemirror',
  '@jupyter/',
  '@jupyterlab/',
  '@marijn',
  '@microsoft',
  '@rjsf',
  'color',
  'exenv-es6',
  'jupyter-secrets-manager',
  'lib0',
  'marked',
  'nanoid',
  'vscode-ws-jsonrpc',
  'y-protocols',
  'y-websocket',
  'yjs'
].join('|');

const tsJest = [
  'ts-jest',
  {
    tsconfig: {
      allowJs: true,
      allowSyntheticDefaultImports: true,
      esModuleInterop: true,
      isolatedModules: true,
      jsx: 'react',
      lib: ['DOM', 'DOM.Iterable', 'ES2022'],
      module: 'commonjs',
      moduleResolution: 'node',
      resolveJsonModule: true,
      target: 'ES2020'
    },
    diagnostics: false
  }
];

const elsewhere = [
  '<rootDir>/jupyterlab_zenodo_publisher',
  '<rootDir>/ui-tests',
  '<rootDir>/lib',
  '<rootDir>/.venv',
  '<rootDir>/.demo',
  '<rootDir>/.test'
];

/* What Jest takes only beside the projects, not in one. */
const {
  coverageDirectory: _directory,
  coverageReporters: _coverageReporters,
  reporters: _reporters,
  testTimeout,
  ...base
} = jestJupyterLab(__dirname);

module.exports = {
  reporters: ['default'],
  testTimeout,
  projects: [
    {
      displayName: 'core',
      rootDir: __dirname,
      testEnvironment: 'node',
      transform: { '\\.tsx?$': tsJest },
      testRegex: '(src/core|src/session|simulator)/.*\\.spec\\.ts$',
      modulePathIgnorePatterns: elsewhere
    },
    {
      displayName: 'real',
      rootDir: __dirname,
      testEnvironment: 'node',
      transform: { '\\.tsx?$': tsJest },
      testRegex: 'real-tests/.*\\.spec\\.ts$',
      modulePathIgnorePatterns: elsewhere
    },
    {
      ...base,
      displayName: 'jupyterlab',
      rootDir: __dirname,
      // Not JupyterLab's own: it compiles TypeScript with type checks, which
      // are a stage of `npm test`, and JavaScript with Babel, for more set-up.
      transform: {
        '\\.svg$': base.transform['\\.svg$'],
        '\\.[jt]sx?$': tsJest
      },
      testRegex: 'src/(?!core/|session/).*\\.spec\\.tsx?$',
      transformIgnorePatterns: [`/node_modules/(?!${esModules}).+`],
      modulePathIgnorePatterns: elsewhere
    }
  ]
};
