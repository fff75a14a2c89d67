/*
 * Where the tests find JupyterLab and the site to publish to. `npm test` and
 * `npm run test:invenio` set these variables; without them the ports are fixed,
 * so that Playwright can be started by hand as well.
 */
const { randomUUID } = require('crypto');
const path = require('path');

const labPort = process.env.ZP_LAB_PORT ?? '18888';
const zenodoPort = process.env.ZP_ZENODO_PORT ?? '15055';
/** For signing in on the simulator's page: made once, for all processes. */
process.env.ZP_OAUTH_CLIENT ??= `${randomUUID()}:${randomUUID()}`;
const [clientId, clientSecret] = process.env.ZP_OAUTH_CLIENT.split(':');
const top = path.resolve(__dirname, '..');

module.exports = {
  top,
  labPort,
  labUrl: `http://127.0.0.1:${labPort}`,
  zenodoPort,
  /** A real InvenioRDM, or else the simulator that Playwright starts. */
  realSite: Boolean(process.env.ZP_SITE_URL),
  siteUrl: process.env.ZP_SITE_URL ?? `http://localhost:${zenodoPort}`,
  siteDoiPrefix: process.env.ZP_SITE_DOI_PREFIX ?? '10.5281',
  /** A JSON file with `token` and others, written by the simulator. */
  siteCreds:
    process.env.ZP_SITE_CREDS ??
    path.join(top, '.test', `zenodo-${zenodoPort}.json`),
  /** The client that JupyterLab's server has on the simulator. */
  clientId,
  clientSecret,
  /** Jupyter's own folders, apart from the user's. */
  jupyterFolder: path.join(top, '.test', `jupyter-${labPort}`)
};
