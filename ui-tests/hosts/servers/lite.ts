/**
 * JupyterLite: a site of static files, which has the extension built in. The
 * browser keeps what its user writes; there is no server that could help.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { top } from '../../environment';
import { writeFiles } from '../files';
import type { IHostServer, IPlace } from '../host';
import { userSettings } from '../settings';
import { study } from './lab';

/** Line ends and bytes that any conversion of text would change. */
export const soil = new Uint8Array([0x61, 0x0d, 0x0a, 0xff, 0x00, 0x0a]);

const sourcesIn = (place: IPlace) => path.join(place.folder, 'lite');
const siteIn = (place: IPlace) => path.join(place.folder, 'site');

/** What the maker of a JupyterLite site does, once. */
async function build(place: IPlace): Promise<void> {
  const sources = sourcesIn(place);
  const config = {
    'jupyter-lite-schema-version': 0,
    // So that a test can look into the browser's storage.
    'jupyter-config-data': { exposeAppInBrowser: true }
  };
  writeFiles(sources, {
    'overrides.json': JSON.stringify(userSettings(place.siteUrl)),
    'jupyter-lite.json': JSON.stringify(config)
  });
  writeFileSync(path.join(place.root, 'soil.csv'), soil);
  const where = ['--contents', place.root, '--output-dir', siteIn(place)];
  const env = { PATH: process.env.PATH, HOME: place.home, LANG: 'C.UTF-8' };
  await promisify(execFile)(
    path.join(place.bin, 'jupyter-lite'),
    ['build', '--no-sourcemaps', ...where],
    { cwd: sources, env }
  );
}

export const lite: IHostServer = {
  environment: 'lite',
  files: study,
  prepare: build,
  commands: place => [
    [
      process.execPath,
      path.join(top, 'ui-tests', 'hosts', 'servers', 'staticSite.mjs'),
      siteIn(place),
      String(place.port)
    ]
  ],
  ready: ({ port }) => `http://127.0.0.1:${port}/lite/lab/`,
  // Not at the top of its address, as on GitHub's pages.
  page: ({ port }) => `http://127.0.0.1:${port}/lite/lab/`
};
