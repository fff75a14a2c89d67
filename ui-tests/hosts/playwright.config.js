/*
 * A small publication on every host: one project for each spec in tests/. The
 * hosts' environments are made before by `npm run test:hosts` or `npm test`.
 */
const fs = require('fs');
const path = require('path');

const { allServers, hubPort, top } = require('../environment');

const tests = path.join(__dirname, 'tests');
const hosts = fs
  .readdirSync(tests)
  .filter(name => name.endsWith('.spec.ts'))
  .map(name => name.replace(/\.spec\.ts$/, ''));

const simulator = ({ siteCreds, siteUrl, zenodoPort }) => ({
  command: [
    `"${process.execPath}" --import tsx simulator/cli.ts`,
    `--port ${zenodoPort} --profile production --lag 0`,
    `--creds "${siteCreds}"`,
    `--oauth-redirects http://127.0.0.1:${hubPort}/services/zenodo/callback`
  ].join(' '),
  cwd: top,
  // Any page that says 200 will do.
  url: `${siteUrl}/api/vocabularies/languages?size=1`,
  timeout: 60000,
  reuseExistingServer: false
});

module.exports = {
  testDir: 'tests',
  outputDir: path.join(top, 'ui-tests', 'test-results', 'hosts'),
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 30_000 },
  // Tests of one worker share the account on a site, with its rate limits.
  workers: allServers.length,
  reporter: process.env.ZP_REPORT
    ? [['list'], ['json', { outputFile: process.env.ZP_REPORT }]]
    : [['list']],
  use: {
    // Playwright's own default, 720 px, hides half of the panel.
    viewport: { width: 1280, height: 900 },
    video: 'off',
    trace: require('../chromium').trace,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: require('../chromium').args
    }
  },
  projects: hosts.map(name => ({ name, testMatch: `**/${name}.spec.ts` })),
  webServer: allServers.map(simulator)
};
