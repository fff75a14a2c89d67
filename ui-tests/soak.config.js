/* `npm run soak`: the same servers, and nothing that watches the page beside. */
const base = require('./playwright.config');

module.exports = {
  ...base,
  testDir: 'soak',
  testMatch: ['**/*.spec.ts'],
  testIgnore: [],
  retries: 0,
  reporter: [['line']],
  use: { ...base.use, trace: 'off', screenshot: 'off' }
};
