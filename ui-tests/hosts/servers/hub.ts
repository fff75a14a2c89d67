/** JupyterHub with the service that has the OAuth application's secret. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { hubPort, siteCreds, top } from '../../environment';
import { writeFiles } from '../files';
import type { IHostServer, IPlace } from '../host';
import { freePort } from '../processes';
import { writeSettings } from '../settings';
import { study } from './lab';

/** Good for both users. */
export const password = 'a password of the tests';

/** Where all servers of users are. */
export const hubUrl = `http://127.0.0.1:${hubPort}`;

/** The one address that is registered at the site. */
export const callback = `${hubUrl}/services/zenodo/callback`;

/** What the site knows the hub by, and the account at the site. */
export interface IApplication {
  readonly id: string;
  readonly secret: string;
  /** Of the person who signs in at the site. */
  readonly password: string;
}

/** The hub's application at the simulated site. */
export function application(): IApplication {
  const creds = JSON.parse(readFileSync(siteCreds, 'utf8'));
  const { client_id: id, client_secret: secret } = creds.clients.confidential;
  return { id, secret, password: creds.password };
}

/** A user's home folder. */
export function homeOf(place: Pick<IPlace, 'folder'>, user: string): string {
  return path.join(place.folder, 'homes', user);
}

/** Where the secret is. */
export const clientsFile = (place: Pick<IPlace, 'folder'>): string =>
  path.join(place.folder, 'zenodo-clients.json');

const configFolder = (place: IPlace) => path.join(place.folder, 'settings');

export const hub: IHostServer = {
  environment: 'hub',
  port: Number(hubPort),
  files: {},
  prepare: place => {
    for (const user of ['ada', 'ben']) {
      const home = homeOf(place, user);
      writeFiles(home, user === 'ada' ? study : {});
      writeSettings(path.join(home, '.jupyter'), place.siteUrl);
    }
    const server = {
      ZenodoPublisher: { sites: [place.siteUrl], start_delay: 0 }
    };
    writeFiles(configFolder(place), {
      'jupyter_server_config.json': JSON.stringify(server)
    });
  },
  env: async place => {
    const { id, secret } = application();
    return {
      ZP_CLIENT_ID: id,
      ZP_CLIENT_SECRET: secret,
      ZP_HUB: JSON.stringify({
        url: `${hubUrl}/`,
        hubPort: await freePort(),
        proxyPort: await freePort(),
        servicePort: await freePort(),
        proxy: [
          process.execPath,
          path.join(top, 'node_modules/.bin/configurable-http-proxy')
        ],
        bin: place.bin,
        homes: path.join(place.folder, 'homes'),
        settings: configFolder(place),
        clientsFile: clientsFile(place),
        siteUrl: place.siteUrl,
        password
      })
    };
  },
  commands: ({ bin }) => [
    [
      path.join(bin, 'jupyterhub'),
      '--config',
      path.join(__dirname, 'hub_config.py')
    ]
  ],
  ready: () => `${hubUrl}/hub/health`,
  page: () => `${hubUrl}/hub/login`
};
