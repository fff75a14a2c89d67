/** The site as anyone else sees it: without the extension. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import JSZip from 'jszip';

import { expect, ITestSite } from '../fixtures';
import { top } from '../environment';

/** What repo2docker makes of a record. */
export interface IBuild {
  readonly detected: boolean;
  readonly buildpack: string | null;
  readonly python: string | null;
  readonly files: readonly string[];
}

/** A request that the simulator answered. */
export interface IRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** The id of a record, from its DOI. */
function idOf(doi: string): string {
  return doi.replace(/^.*\./, '');
}

/** A record, as anyone may see it. */
export async function recordOf(
  request: APIRequestContext,
  site: ITestSite,
  doi: string
): Promise<{ readonly metadata: { readonly description: string } }> {
  const response = await request.get(`${site.url}/api/records/${idOf(doi)}`, {
    headers: { Accept: 'application/vnd.inveniordm.v1+json' }
  });
  return response.json();
}

/** The files in the one archive of a record, read with another library. */
export async function archiveOf(
  request: APIRequestContext,
  site: ITestSite,
  doi: string
): Promise<Map<string, Uint8Array>> {
  const url = `${site.url}/api/records/${idOf(doi)}/files`;
  const { entries } = (await (await request.get(url)).json()) as {
    entries: readonly { key: string }[];
  };
  expect(entries.map(({ key }) => key)).toEqual([
    expect.stringMatching(/\.zip$/)
  ]);
  const key = encodeURIComponent(entries[0].key);
  const content = await request.get(`${url}/${key}/content`);
  const zip = await JSZip.loadAsync(await content.body());
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) {
      files.set(entry.name, await entry.async('uint8array'));
    }
  }
  return files;
}

/** Wait until the DOI leads to the record; nothing can be launched before. */
export async function untilRegistered(
  request: APIRequestContext,
  site: ITestSite,
  doi: string
): Promise<void> {
  await expect
    .poll(async () =>
      (await request.get(`${site.url}/api/handles/${doi}`)).status()
    )
    .toBe(200);
}

/** Let the real repo2docker fetch a record and choose how to build it. */
export async function buildOf(site: ITestSite, doi: string): Promise<IBuild> {
  const script = path.join(top, 'ui-tests', 'repo2docker_zenodo.py');
  const { stdout } = await promisify(execFile)('python', [
    script,
    site.url,
    doi
  ]);
  return JSON.parse(stdout) as IBuild;
}

/** All requests to the simulator since it started. */
export async function requestsTo(
  request: APIRequestContext,
  site: ITestSite
): Promise<IRequest[]> {
  const response = await request.get(`${site.url}/_simulator/requests`);
  return (await response.json()) as IRequest[];
}
