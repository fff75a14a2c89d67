/** What has to be true of everything that was published with a badge. */
import type { APIRequestContext } from '@playwright/test';

import { canonicallyEqual } from '../../src/core/notebook/canonical';
import { expect, ITestSite } from '../fixtures';
import { badgesOf, linksOf, openedBy } from './notebooks';
import { archiveOf, buildOf, IBuild, untilRegistered } from './site';
import type { Files, WorkingFolder } from './workingFolder';

/** What was published, and out of what. */
export interface IPublished {
  readonly request: APIRequestContext;
  readonly site: ITestSite;
  readonly doi: string;
  /** The root of the bundle. */
  readonly folder: WorkingFolder;
  /** The files as they were before. */
  readonly before: Files;
}

/** What a look at the record gave. */
export interface ILook {
  readonly archive: ReadonlyMap<string, Uint8Array>;
  readonly build: IBuild;
}

/**
 * The archive holds every file: notebooks with one badge and else as they are
 * in the working folder, all others byte for byte. repo2docker finds an
 * environment in it, and each badge opens a notebook that repo2docker fetched.
 */
export async function expectGoodRecord(published: IPublished): Promise<ILook> {
  const { request, site, doi, folder, before } = published;
  await untilRegistered(request, site, doi);
  const archive = await archiveOf(request, site, doi);
  const build = await buildOf(site, doi);
  expect([...archive.keys()]).toEqual(
    expect.arrayContaining(Object.keys(before))
  );
  expect(build.files).toEqual([...archive.keys()].sort());
  expect(build.buildpack).not.toBeNull();
  for (const [path, content] of Object.entries(before)) {
    const archived = archive.get(path) ?? new Uint8Array();
    if (path.endsWith('.ipynb')) {
      expectBadge(published, path, archived);
      const working = await folder.read(path);
      expect(canonicallyEqual(archived, working), path).toBe(true);
      const old = new Uint8Array(Buffer.from(content));
      const options = { withoutBadge: true };
      expect(canonicallyEqual(archived, old, options), path).toBe(true);
    } else {
      expect(Buffer.compare(archived, Buffer.from(content)), path).toBe(0);
    }
  }
  return { archive, build };
}

/** One badge cell, with the DOI, and a link that opens this very notebook. */
function expectBadge(
  { site, doi }: IPublished,
  path: string,
  bytes: Uint8Array
): void {
  const badges = badgesOf(bytes);
  expect(badges).toHaveLength(1);
  const [doiLink, launchLink] = linksOf(badges[0]);
  expect(doiLink).toContain(doi);
  expect(launchLink).toContain(`${site.url}/v2/zenodo/${doi}/?urlpath=`);
  expect(openedBy(launchLink)).toBe(path);
}

/** The hub's page of a notebook's own badge names that notebook. */
export async function expectLaunchPage(
  request: APIRequestContext,
  bytes: Uint8Array,
  path: string
): Promise<void> {
  const [, launchLink] = linksOf(badgesOf(bytes)[0]);
  const page = await (await request.get(launchLink)).text();
  const opens = /<dd id="opens"><code>(.*?)<\/code>/.exec(page)?.[1];
  expect(opens).toBe(path.replace(/&/g, '&amp;'));
}
