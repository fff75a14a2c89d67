/** Jupyter Notebook 7: a page for the files, and one for each notebook. */
import path from 'node:path';

import { notebook } from '../../support/notebooks';
import type { IHostServer } from '../host';
import { serverArguments, study } from './lab';

export const notebook7: IHostServer = {
  environment: 'notebook7',
  files: {
    ...study,
    'second.ipynb': notebook('Second', 'print("done")\n')
  },
  commands: place => [
    [path.join(place.bin, 'jupyter-notebook'), ...serverArguments(place)]
  ],
  ready: ({ port }) => `http://127.0.0.1:${port}/api`,
  page: ({ port, token }) => `http://127.0.0.1:${port}/tree?token=${token}`
};
