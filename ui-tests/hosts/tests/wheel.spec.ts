import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import JSZip from 'jszip';

import { top } from '../../environment';
import { type IHost, onHost } from '../host';
import { wheel } from '../servers/wheel';
import { publishStudy } from '../smoke';

const test = onHost(wheel);

/** All that a command of the host says. */
async function said(host: IHost, ...args: string[]): Promise<string> {
  const jupyter = path.join(host.bin, 'jupyter');
  const answer = await promisify(execFile)(jupyter, args, { env: host.env });
  return `${answer.stdout}${answer.stderr}`;
}

test('the wheel holds what is used, and no more', async () => {
  const folder = path.join(top, '.test', 'wheel');
  const [file] = readdirSync(folder).filter(name => name.endsWith('.whl'));
  const zip = await JSZip.loadAsync(readFileSync(path.join(folder, file)));
  const names = Object.keys(zip.files);
  const extension = 'share/jupyter/labextensions/jupyterlab-zenodo-publisher/';
  for (const name of [`${extension}package.json`, `${extension}install.json`]) {
    expect(names.filter(other => other.endsWith(name))).toHaveLength(1);
  }
  expect(
    names.filter(name => /\.map$|(^|\/)(__)?tests?(__)?\/|\.ts$/.test(name))
  ).toEqual([]);
});

test('where there is no Node, Jupyter lists both halves as enabled', async ({
  host
}) => {
  const node = promisify(execFile)('node', ['--version'], { env: host.env });
  await expect(node).rejects.toThrow('ENOENT');
  const [front, server] = await Promise.all([
    said(host, 'labextension', 'list'),
    said(host, 'server', 'extension', 'list')
  ]);
  expect(front).toMatch(/jupyterlab-zenodo-publisher v\S+ .*enabled.*OK/);
  expect(server).toMatch(/jupyterlab_zenodo_publisher.*enabled/);
  expect(server).toMatch(/jupyterlab_zenodo_publisher \S+ .*OK/);
});

test('where there is no Node, a notebook is published', async ({
  page,
  request,
  host,
  site
}) => {
  await publishStudy({ page, request, host, site });
});
