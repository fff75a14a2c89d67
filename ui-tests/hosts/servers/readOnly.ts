/** JupyterLab on a folder that it may only read. */
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import type { IHostServer } from '../host';
import { labServer } from './lab';

const isRoot = process.getuid?.() === 0;

/** The rights of files do not bind root, unless it gives that up. */
const bound = [
  'setpriv',
  '--bounding-set',
  '-dac_override,-dac_read_search',
  '--inh-caps',
  '-dac_override,-dac_read_search'
];

function forbidWriting(...names: string[]): void {
  for (const name of names) {
    chmodSync(name, 0o555);
  }
}

const lab = labServer();

const commands: IHostServer['commands'] = place =>
  lab
    .commands(place)
    .map(command => (isRoot ? [...bound, ...command] : command));

/** The user's files may not be written. */
export const readOnly: IHostServer = {
  ...lab,
  commands,
  prepare: ({ root }) =>
    forbidWriting(
      path.join(root, 'study.ipynb'),
      path.join(root, 'requirements.txt'),
      root
    )
};

/** Nor may what JupyterLab notes down. */
export const readOnlyHome: IHostServer = {
  ...readOnly,
  prepare: place => {
    readOnly.prepare?.(place);
    const lab = path.join(place.home, 'jupyter', 'config', 'lab');
    mkdirSync(path.join(lab, 'workspaces'));
    forbidWriting(path.join(lab, 'workspaces'), lab);
  }
};
