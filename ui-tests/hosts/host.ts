/**
 * A host of the extension: a real server in a folder of its own, that lives as
 * long as its tests. `onHost(server)` makes the `test` that has it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';

import { siteUrl, top } from '../environment';
import { ITestSite, testSite } from '../fixtures';
import { freePort, Processes } from './processes';
import { writeFiles } from './files';
import { writeSettings } from './settings';

/** Where a host runs. */
export interface IPlace {
  /** All that is the host's own: removed at the end. */
  readonly folder: string;
  /** What its file browser shows. */
  readonly root: string;
  /** The home folder of all its programs. */
  readonly home: string;
  /** The programs of its environment. */
  readonly bin: string;
  /** Of its server; free when it starts. */
  readonly port: number;
  /** One more free port, for what stands before or beside the server. */
  readonly secondPort: number;
  /** What the server wants to know before it lets a browser in. */
  readonly token: string;
  /** The site of the tests. */
  readonly siteUrl: string;
}

type Variables = Readonly<Record<string, string>>;

/** How a host is started. One file in `servers` for each. */
export interface IHostServer {
  /** Its lock in `environments`, without `.txt`. */
  readonly environment: string;
  /** Files in its root folder, by their path, before it starts. */
  readonly files?: Readonly<Record<string, string>>;
  /** What else has to be there before it starts. */
  readonly prepare?: (place: IPlace) => void | Promise<void>;
  /** Programs, each with its arguments; the first is found in `bin`, if it is there. */
  readonly commands: (place: IPlace) => readonly (readonly string[])[];
  /** Environment variables beside those that all hosts have. */
  readonly env?: (place: IPlace) => Variables | Promise<Variables>;
  /** A port that the site has to know before; otherwise any that is free. */
  readonly port?: number;
  /** An address that says 200 when it can be used. */
  readonly ready: (place: IPlace) => string;
  /** The page that a user opens, already let in. */
  readonly page: (place: IPlace) => string;
}

/** A host that runs. */
export interface IHost extends IPlace {
  /** The page that a user opens. */
  readonly address: string;
  /** The variables that its programs were started with. */
  readonly env: Variables;
  /** What its programs wrote so far. */
  readonly log: () => string;
}

interface IWorkerFixtures {
  readonly host: IHost;
  readonly site: ITestSite;
}

/** The folder of an environment, as `scripts/lib/hosts.mjs` left word of it. */
function environmentFolder(name: string): string {
  const file = path.join(top, '.test', 'hosts', 'environments.json');
  const folders = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    string
  >;
  return folders[name];
}

/** Nothing of the user's own Jupyter, Python or Node may come in. */
async function variables(
  server: IHostServer,
  place: IPlace
): Promise<Record<string, string>> {
  const jupyter = path.join(place.home, 'jupyter');
  return {
    PATH: [place.bin, '/usr/local/bin', '/usr/bin', '/bin'].join(
      path.delimiter
    ),
    LANG: 'C.UTF-8',
    HOME: place.home,
    JUPYTER_CONFIG_DIR: path.join(jupyter, 'config'),
    JUPYTER_DATA_DIR: path.join(jupyter, 'data'),
    JUPYTER_RUNTIME_DIR: path.join(jupyter, 'runtime'),
    ...(await server.env?.(place))
  };
}

async function findPlace(server: IHostServer): Promise<IPlace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zenodo-publisher-host-'));
  const place: IPlace = {
    folder,
    root: path.join(folder, 'work'),
    home: path.join(folder, 'home'),
    bin: path.join(environmentFolder(server.environment), 'bin'),
    port: server.port ?? (await freePort()),
    secondPort: await freePort(),
    token: 'a-token-of-the-tests',
    siteUrl
  };
  mkdirSync(place.root);
  mkdirSync(place.home);
  return place;
}

/** Start a host, have it used, and leave nothing of it behind. */
async function whileRunning(
  server: IHostServer,
  use: (host: IHost) => Promise<void>
): Promise<void> {
  const place = await findPlace(server);
  const processes = new Processes();
  try {
    const env = await variables(server, place);
    writeSettings(env.JUPYTER_CONFIG_DIR, place.siteUrl);
    writeFiles(place.root, server.files ?? {});
    await server.prepare?.(place);
    for (const [command, ...args] of server.commands(place)) {
      processes.start(command, args, { cwd: place.root, env });
    }
    await processes.untilReady(server.ready(place));
    await use({
      ...place,
      env,
      address: server.page(place),
      log: () => processes.log
    });
  } finally {
    await processes.stop();
    rmSync(place.folder, { recursive: true, force: true });
  }
}

/** The `test` whose tests have this host, and the site to publish to. */
export function onHost(server: IHostServer) {
  return base.extend<object, IWorkerFixtures>({
    host: [
      // Playwright wants this pattern, though nothing is asked for.
      async ({}, use) => {
        await whileRunning(server, use);
      },
      { scope: 'worker', timeout: 60_000 }
    ],
    site: [
      async ({}, use) => {
        await use(testSite());
      },
      { scope: 'worker' }
    ]
  });
}
