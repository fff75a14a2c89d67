/*
 * Where the tests find JupyterLab and the site to publish to. `npm test` and
 * `npm run test:invenio` set these variables; without them the ports are fixed,
 * so that Playwright can be started by hand as well.
 */
const { randomUUID } = require('crypto');
const path = require('path');

// Blank separated: one site, and one JupyterLab if any, for each worker.
const labPorts = (process.env.ZP_LAB_PORT ?? '18888').split(' ');
const zenodoPorts = (process.env.ZP_ZENODO_PORT ?? '15055').split(' ');
// Playwright numbers its workers; what starts the servers is none.
const worker =
  Number(process.env.TEST_PARALLEL_INDEX ?? 0) % zenodoPorts.length;
/** For signing in on the simulator's page: made once, for all processes. */
process.env.ZP_OAUTH_CLIENT ??= `${randomUUID()}:${randomUUID()}`;
const [clientId, clientSecret] = process.env.ZP_OAUTH_CLIENT.split(':');
const top = path.resolve(__dirname, '..');

/** What the tests of one worker talk to. */
function serversOf(index) {
  const labPort = labPorts[index];
  const zenodoPort = zenodoPorts[index];
  return {
    labPort,
    labUrl: `http://127.0.0.1:${labPort}`,
    zenodoPort,
    siteUrl: process.env.ZP_SITE_URL ?? `http://localhost:${zenodoPort}`,
    /** A JSON file with `token` and others, written by the simulator. */
    siteCreds:
      process.env.ZP_SITE_CREDS ??
      path.join(top, '.test', `zenodo-${zenodoPort}.json`),
    /** Jupyter's own folders, apart from the user's. */
    jupyterFolder: path.join(top, '.test', `jupyter-${labPort}`)
  };
}

module.exports = {
  top,
  ...serversOf(worker),
  /** The same for all workers. */
  allServers: zenodoPorts.map((_port, index) => serversOf(index)),
  /** JupyterHub's: the site has to know the address to which it sends users back. */
  hubPort: process.env.ZP_HUB_PORT ?? '18000',
  /** A real InvenioRDM, or else the simulator that Playwright starts. */
  realSite: Boolean(process.env.ZP_SITE_URL),
  siteDoiPrefix: process.env.ZP_SITE_DOI_PREFIX ?? '10.5281',
  /** The client that JupyterLab's server has on the simulator. */
  clientId,
  clientSecret
};
