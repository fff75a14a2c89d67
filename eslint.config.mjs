import jupyter from '@jupyter/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

import house from './scripts/lint/floors.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = ['**/__tests__/**', '**/*.spec.ts', '**/*.spec.tsx'];

export default tseslint.config(
  {
    ignores: [
      'lib',
      'node_modules',
      'coverage',
      'examples',
      '.venv',
      '.yarn',
      '.demo',
      '.test',
      '**/*.d.ts',
      'jupyterlab_zenodo_publisher',
      'ui-tests/test-results',
      'ui-tests/playwright-report'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { plugins: { jupyter } },
  ...jupyter.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: './tsconfig.test.json',
        tsconfigRootDir: import.meta.dirname
      }
    },
    plugins: { house },
    rules: {
      'house/floors': 'error',
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z]', match: true }
        }
      ],
      // JupyterLab's way to keep what belongs to a class in its file.
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'none', ignoreRestSiblings: true, varsIgnorePattern: '^_' }
      ],
      '@typescript-eslint/no-use-before-define': 'off'
    }
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      curly: ['error', 'all'],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-debugger': 'error',
      'prefer-arrow-callback': 'error'
    }
  },
  {
    // Not the plugin's whole list: the rest of it is for React's compiler,
    // which JupyterLab's React 18 does not have.
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error'
    }
  },
  {
    // Core runs in Node, in workers and on any host.
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'localStorage', 'sessionStorage'].map(
          name => ({ name, message: 'Core runs without a page.' })
        )
      ]
    }
  },
  {
    // What tests and the simulator write is not JupyterLab's interface.
    files: [...tests, 'simulator/**/*.ts', 'ui-tests/**/*.ts'],
    rules: { 'jupyter/no-untranslated-string': 'off' }
  },
  {
    // These talk to a terminal, and CommonJS is what Jest and Playwright load.
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-require-imports': 'off'
    }
  },
  prettier,
  // After `prettier`, which switches it off.
  { files: ['**/*.{ts,tsx,js,mjs}'], rules: { curly: ['error', 'all'] } }
);
