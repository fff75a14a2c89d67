/* How the tests use Chromium. */

/** What it is started with: a test that needs more adds to these. */
exports.args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];

/**
 * What was done and asked for. Pictures of all that moves keep a processor
 * busy, and so do copies of the page around every step, which take a quarter
 * of a test's time (`--trace on` makes them).
 */
exports.trace = {
  mode: 'retain-on-failure',
  screenshots: false,
  snapshots: false
};
