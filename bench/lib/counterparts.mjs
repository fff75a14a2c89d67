/* The simulated site, and a Jupyter server with the extension that may send files to it. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { inNodeModules, inVenv } from '../../scripts/lib/paths.mjs';
import { answers, choosePort } from '../../scripts/lib/ports.mjs';
import { Servers } from '../../scripts/lib/servers.mjs';

const TOKEN = 'of-the-benchmark';

/** Both run in processes of their own, as they do for users. */
export class Counterparts {
  /** Start both. The hub's files are those of `root`; `more` are settings of the extension. */
  static async start(folder, root, more = {}) {
    const servers = new Servers();
    const own = path.join(folder, 'jupyter');
    mkdirSync(own, { recursive: true });
    const output = openSync(path.join(folder, 'counterparts.log'), 'a');
    try {
      const site = await startSite(servers, folder, output);
      const hub = await startHub(servers, { own, root, output, site, more });
      return new Counterparts(servers, site, hub);
    } catch (error) {
      await servers.stop();
      throw error;
    } finally {
      closeSync(output);
    }
  }

  constructor(servers, site, hub) {
    this._servers = servers;
    /** `{base, token}` */
    this.site = site;
    /** `{url, token, pid}`; the URL ends in a slash */
    this.hub = hub;
  }

  async stop() {
    await this._servers.stop();
  }
}

async function startSite(servers, folder, output) {
  const port = await choosePort(undefined, 'the site');
  const creds = path.join(folder, 'creds.json');
  const base = `http://127.0.0.1:${port}`;
  // What it keeps of large files goes with our folder.
  const env = { TMPDIR: folder };
  const simulator = ['simulator/cli.ts', '--port', port, '--creds', creds];
  const { alive } = servers.start('The site', inNodeModules('tsx'), simulator, { output, env }); // prettier-ignore
  await answers(`${base}/api/records`, { alive });
  return { base, token: JSON.parse(readFileSync(creds, 'utf8')).token };
}

async function startHub(servers, { own, root, output, site, more }) {
  const port = await choosePort(undefined, 'Jupyter');
  const url = `http://127.0.0.1:${port}/`;
  const env = {
    JUPYTER_CONFIG_DIR: path.join(own, 'config'),
    JUPYTER_DATA_DIR: path.join(own, 'data'),
    JUPYTER_RUNTIME_DIR: path.join(own, 'runtime'),
    TMPDIR: own
  };
  const config = path.join(own, 'jupyter_server_config.json');
  writeFileSync(
    config,
    JSON.stringify({
      ServerApp: {
        port,
        port_retries: 0,
        root_dir: root,
        open_browser: false,
        allow_root: true,
        // The page of the benchmark is another server's.
        allow_origin: '*',
        log_level: 'ERROR',
        jpserver_extensions: { jupyterlab_zenodo_publisher: true }
      },
      IdentityProvider: { token: TOKEN },
      ZenodoPublisher: { sites: [site.base], start_delay: 0, ...more }
    })
  );
  const { alive, pid } = servers.start('Jupyter', inVenv('python'), ['-m', 'jupyter_server', '--config', config], { output, env }); // prettier-ignore
  await answers(`${url}api`, { alive });
  return { url, token: TOKEN, pid };
}
