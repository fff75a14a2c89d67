/** JupyterLab below a path, behind a reverse proxy that others share. */
import path from 'node:path';

import type { IHostServer } from '../host';
import { labServer } from './lab';

const prefix = '/some/prefix/';
const lab = labServer({
  args: [`--ServerApp.base_url=${prefix}`, '--ServerApp.trust_xheaders=True']
});

export const proxied: IHostServer = {
  ...lab,
  commands: place => [
    ...lab.commands(place),
    [
      process.execPath,
      path.resolve(__dirname, '..', 'proxy.mjs'),
      String(place.secondPort),
      String(place.port),
      prefix
    ]
  ],
  ready: ({ secondPort }) => `http://127.0.0.1:${secondPort}${prefix}api`,
  page: ({ secondPort, token }) =>
    `http://127.0.0.1:${secondPort}${prefix}lab?token=${token}`
};
