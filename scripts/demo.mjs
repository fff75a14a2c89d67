/*
 * `npm run demo`: JupyterLab with the extension, and a simulated Zenodo to
 * publish to. Nothing leaves this machine.
 *
 * Only Node's own modules may be imported here: nothing else is there yet.
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { installExamples } from './lib/examples.mjs';
import { at, inVenv } from './lib/paths.mjs';
import { answers, choosePort } from './lib/ports.mjs';
import { findOnPath } from './lib/run.mjs';
import { Servers } from './lib/servers.mjs';
import { setUpAll } from './lib/setup.mjs';

const HELP = `npm run demo [-- options]

  --port N          port of JupyterLab (a free one)
  --zenodo-port N   port of the simulated Zenodo (a free one)
  --root DIR        folder to work in; the examples are copied there if it is empty
                    (a new folder in .demo)
  --no-browser      only print where to open it`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'zenodo-port': { type: 'string' },
      root: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const port = name => {
    const value = values[name];
    if (value !== undefined && !/^\d{1,5}$/.test(value)) {
      throw new Error(`--${name} needs a number.\n\n${HELP}`);
    }
    return value === undefined ? undefined : Number(value);
  };
  return {
    port: port('port'),
    zenodoPort: port('zenodo-port'),
    root: values.root === undefined ? null : path.resolve(values.root),
    browser: !values['no-browser']
  };
}

/** A folder of this run: what the user works on, Jupyter's own things, logs. */
function makeFolders(root) {
  const started = new Date().toISOString().slice(0, 19).replace(/:/g, '-');
  const own = at('.demo', started);
  const folders = {
    root: root ?? path.join(own, 'files'),
    jupyter: path.join(own, 'jupyter'),
    logs: own
  };
  for (const folder of Object.values(folders)) {
    mkdirSync(folder, { recursive: true });
  }
  if (readdirSync(folders.root).length === 0) {
    cpSync(at('examples'), folders.root, { recursive: true });
  } else {
    console.log(`${folders.root} is not empty: it is used as it is.`);
  }
  return folders;
}

/** Settings for this demonstration only, apart from the user's own Jupyter. */
function writeSettings(jupyter, zenodo) {
  const folder = path.join(jupyter, 'config', 'labconfig');
  mkdirSync(folder, { recursive: true });
  const site = {
    id: 'demo',
    name: 'Zenodo (demonstration)',
    url: zenodo,
    doiPrefix: '10.5281',
    // The simulator plays these as well.
    doiResolver: zenodo,
    binder: zenodo,
    citableDoi: false,
    test: false
  };
  const settings = {
    'jupyterlab-zenodo-publisher:sites': {
      sites: [site],
      defaultSite: site.id
    },
    '@jupyterlab/apputils-extension:notification': {
      checkForUpdates: false,
      doNotDisturbMode: false,
      fetchNews: 'false'
    }
  };
  writeFileSync(
    path.join(folder, 'default_setting_overrides.json'),
    JSON.stringify(settings, null, 2)
  );
}

/**
 * @param client - id and secret of the application that JupyterLab is there
 * @param callback - where its users are sent back to
 */
async function startZenodo(servers, port, folders, client, callback) {
  const url = `http://localhost:${port}`;
  const creds = path.join(folders.logs, 'zenodo.json');
  const log = path.join(folders.logs, 'zenodo.log');
  const args = ['--import', 'tsx', 'simulator/cli.ts'];
  args.push('--port', String(port), '--profile', 'production');
  args.push('--creds', creds, '--doi-delay', '3000');
  args.push('--client', client, '--oauth-redirects', callback);
  const { alive } = servers.start(
    'The simulated Zenodo',
    process.execPath,
    args,
    {
      output: openSync(log, 'a')
    }
  );
  await ready(url, alive, log);
  if (!existsSync(creds)) {
    throw new Error(`The simulator wrote no ${creds}; see ${log}.`);
  }
  return { url, token: JSON.parse(readFileSync(creds, 'utf8')).token };
}

async function startLab(servers, port, folders, zenodo, client) {
  const token = randomBytes(24).toString('hex');
  const log = path.join(folders.logs, 'jupyterlab.log');
  const args = ['--no-browser', '--ServerApp.ip=127.0.0.1'];
  args.push(`--ServerApp.port=${port}`, '--ServerApp.port_retries=0');
  args.push(`--ServerApp.root_dir=${folders.root}`);
  if (process.getuid?.() === 0) {
    args.push('--allow-root');
  }
  const [client_id, client_secret] = client.split(':');
  const { alive } = servers.start('JupyterLab', inVenv('jupyter-lab'), args, {
    output: openSync(log, 'a'),
    env: {
      JUPYTER_CONFIG_DIR: path.join(folders.jupyter, 'config'),
      JUPYTER_DATA_DIR: path.join(folders.jupyter, 'data'),
      JUPYTER_RUNTIME_DIR: path.join(folders.jupyter, 'runtime'),
      // Not as an option: other users could read it in the list of processes.
      JUPYTER_TOKEN: token,
      ZENODO_PUBLISHER_OAUTH_CLIENTS: JSON.stringify({
        [zenodo]: { client_id, client_secret }
      })
    }
  });
  await ready(`http://127.0.0.1:${port}/api`, alive, log);
  return `http://127.0.0.1:${port}/lab?token=${token}`;
}

async function ready(url, alive, log) {
  try {
    await answers(url, { alive });
  } catch (error) {
    const last = readFileSync(log, 'utf8').trim().split('\n').slice(-15);
    throw new Error(`${error.message} The end of ${log}:\n${last.join('\n')}`);
  }
}

function openBrowser(url) {
  const opener = findOnPath('xdg-open', 'open');
  const screen =
    process.platform === 'darwin' ||
    process.env.DISPLAY ||
    process.env.WAYLAND_DISPLAY;
  if (opener && screen && process.stdout.isTTY) {
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', error => console.log(`No browser opened: ${error.message}`))
      .unref();
  }
}

/** Resolves when a signal tells us to end. */
function untilTold() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve());
    }
    // npm passes a signal to the shell between us, which keeps it to itself.
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid;
      setInterval(() => process.ppid !== parent && resolve(), 300).unref();
    }
  });
}

async function main() {
  const options = readOptions();
  const ports = {
    lab: await choosePort(options.port, 'JupyterLab'),
    zenodo: await choosePort(options.zenodoPort, 'the simulated Zenodo')
  };
  await setUpAll();
  await installExamples();

  const servers = new Servers();
  const stopped = untilTold().then(() => {
    throw new Stopped();
  });
  // It is waited for below; until then its rejection is not an accident.
  stopped.catch(() => undefined);

  try {
    const folders = makeFolders(options.root);
    const starting = async () => {
      const site = `http://localhost:${ports.zenodo}`;
      const client = `${randomUUID()}:${randomUUID()}`;
      const zenodo = startZenodo(
        ...[servers, ports.zenodo, folders, client],
        `http://127.0.0.1:${ports.lab}/jupyterlab-zenodo-publisher/oauth/callback`
      );
      writeSettings(folders.jupyter, site);
      const lab = startLab(servers, ports.lab, folders, site, client);
      return [await zenodo, await lab];
    };
    const [zenodo, lab] = await Promise.race([starting(), stopped]);
    console.log(`
JupyterLab:        ${lab}
Simulated Zenodo:  ${zenodo.url}
Access token:      ${zenodo.token}
Files:             ${folders.root}

Right-click a notebook and choose "Publish to Zenodo…". Sign in with the button,
or with the access token above. Ctrl-C ends both.
`);
    const { url, token } = zenodo;
    console.log(
      JSON.stringify({ lab, zenodo: url, token, root: folders.root })
    );
    if (options.browser) {
      openBrowser(lab);
    }
    const reason = await Promise.race([servers.untilEnd(), stopped]);
    console.error(`${reason} See ${folders.logs}.`);
    return 1;
  } catch (error) {
    if (error instanceof Stopped) {
      return 0;
    }
    throw error;
  } finally {
    await servers.stop();
  }
}

/** Ctrl-C: the way in which a demonstration ends. */
class Stopped extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
