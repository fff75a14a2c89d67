/*
 * Tests in a browser: JupyterLab with the extension as it is installed in
 * .venv, and the simulated Zenodo. CHROMIUM_PATH names the browser; without
 * it Playwright takes its own.
 */
const fs = require('fs');
const path = require('path');
const base = require('@jupyterlab/galata/lib/playwright-config');

const {
  allServers,
  clientId,
  clientSecret,
  labUrl: baseURL,
  realSite,
  top
} = require('./environment');

fs.mkdirSync(path.join(top, '.test'), { recursive: true });

const lab = ({ labPort, labUrl, siteUrl, jupyterFolder }) => ({
  command: 'jupyter lab --config ui-tests/jupyter_server_test_config.py',
  cwd: top,
  url: `${labUrl}/lab`,
  timeout: 120000,
  reuseExistingServer: false,
  env: {
    ZP_LAB_PORT: labPort,
    ZP_SITE_URL: siteUrl,
    ...(realSite
      ? {}
      : {
          ZENODO_PUBLISHER_OAUTH_CLIENTS: JSON.stringify({
            [siteUrl]: { client_id: clientId, client_secret: clientSecret }
          })
        }),
    JUPYTER_CONFIG_DIR: path.join(jupyterFolder, 'config'),
    JUPYTER_DATA_DIR: path.join(jupyterFolder, 'data'),
    JUPYTER_RUNTIME_DIR: path.join(jupyterFolder, 'runtime')
  }
});

const simulator = ({ labUrl, zenodoPort, siteUrl, siteCreds }) => ({
  command: [
    `"${process.execPath}" --import tsx simulator/cli.ts`,
    `--port ${zenodoPort} --profile production --lag 0 --doi-delay 500`,
    `--creds "${siteCreds}" --client ${clientId}:${clientSecret}`,
    `--oauth-redirects ${labUrl}/jupyterlab-zenodo-publisher/oauth/callback`
  ].join(' '),
  cwd: top,
  // Any page that says 200 will do.
  url: `${siteUrl}/api/vocabularies/languages?size=1`,
  timeout: 60000,
  reuseExistingServer: false
});

/** What every site has to pass: one file for each thing that can be done. */
const onRealSite = [
  'communities',
  'editDetails',
  'form',
  'invenio',
  'laterLife',
  'lostAnswers',
  'openRecord',
  'paging',
  'publications',
  'rehearsal',
  'smoke',
  'split',
  'testRun',
  'version'
];

module.exports = {
  ...base,
  testDir: 'tests',
  testMatch: realSite
    ? onRealSite.map(name => `**/${name}.spec.ts`)
    : '**/*.spec.ts',
  outputDir: 'test-results',
  // Two at a time share the processors: what takes long then is not wrong.
  timeout: realSite ? 240_000 : 150_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  // Tests of one worker share the account on a site, with its rate limits.
  workers: allServers.length,
  reporter: process.env.ZP_REPORT
    ? [['list'], ['json', { outputFile: process.env.ZP_REPORT }]]
    : [['list']],
  use: {
    ...base.use,
    baseURL,
    // It needs Playwright's own ffmpeg, which an installed browser lacks.
    video: 'off',
    trace: require('./chromium').trace,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: require('./chromium').args
    }
  },
  webServer: [
    ...allServers.map(lab),
    ...(realSite ? [] : allServers.map(simulator))
  ]
};
