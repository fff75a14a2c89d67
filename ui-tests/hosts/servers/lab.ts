/** JupyterLab as it is started on a laptop: with a token and with XSRF checks. */
import path from 'node:path';

import { notebook } from '../../support/notebooks';
import type { IHostServer, IPlace } from '../host';

/** What every host has in its root folder. */
export const study = {
  'study.ipynb': notebook('Study', 'print("done")\n'),
  'requirements.txt': 'numpy==2.0.0\n'
};

/** How plain JupyterLab differs from host to host. */
export interface ILabOptions {
  readonly environment?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** More arguments for the server. */
  readonly args?: readonly string[];
  readonly prepare?: IHostServer['prepare'];
  readonly env?: IHostServer['env'];
}

/** Arguments for any Jupyter server of the tests. */
export function serverArguments(place: IPlace): string[] {
  return [
    '--no-browser',
    // Containers and CI machines run as root.
    '--allow-root',
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.port=${place.port}`,
    '--ServerApp.port_retries=0',
    `--ServerApp.root_dir=${place.root}`,
    `--IdentityProvider.token=${place.token}`
  ];
}

/** JupyterLab in one of the environments. */
export function labServer(options: ILabOptions = {}): IHostServer {
  const { environment = 'lab', files = study, args = [], ...others } = options;
  return {
    environment,
    files,
    ...others,
    commands: place => [
      [path.join(place.bin, 'jupyter-lab'), ...serverArguments(place), ...args]
    ],
    ready: ({ port }) => `http://127.0.0.1:${port}/api`,
    page: ({ port, token }) => `http://127.0.0.1:${port}/lab?token=${token}`
  };
}
