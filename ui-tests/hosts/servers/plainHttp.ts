/** JupyterLab under a host name without TLS, as on many clusters. */
import type { IHostServer } from '../host';
import { labServer } from './lab';

export const hostName = 'cluster.example';

export const plainHttp: IHostServer = {
  ...labServer({ args: ['--ServerApp.allow_remote_access=True'] }),
  page: ({ port, token }) => `http://${hostName}:${port}/lab?token=${token}`
};
