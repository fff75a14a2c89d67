/** What all tests in a browser share. Use `test` and `expect` from here. */
import { readFileSync } from 'node:fs';
import { expect, galata, test as base } from '@jupyterlab/galata';

import {
  labUrl,
  realSite,
  siteCreds,
  siteDoiPrefix,
  siteUrl
} from './environment';

export { expect, galata };

/** The site of these tests: the simulator, or a real InvenioRDM. */
export interface ITestSite {
  /** Its id in the settings; it is the default one. */
  readonly id: string;
  /** What the user reads. */
  readonly name: string;
  readonly url: string;
  /** A real InvenioRDM: it has no faults that can be ordered, and no Binder hub. */
  readonly isReal: boolean;
  /** A personal access token with the right scopes. */
  readonly token: string;
  /** One without any scope. */
  readonly tokenWithoutScope: string;
  /** Of another user. */
  readonly tokenOfOther: string;
  /** Of the curator of the communities. */
  readonly tokenOfCurator: string;
}

/** Settings under which the site of these tests is the default one. */
export const siteSettings = {
  ...galata.DEFAULT_SETTINGS,
  'jupyterlab-zenodo-publisher:sites': {
    sites: [
      {
        id: 'test-site',
        name: 'Zenodo (test)',
        url: siteUrl,
        doiPrefix: siteDoiPrefix,
        doiResolver: siteUrl,
        binder: siteUrl,
        citableDoi: false,
        test: false
      }
    ],
    defaultSite: 'test-site'
  }
};

/** The site, where there is no test that has it as a fixture. */
export function testSite(): ITestSite {
  // The simulator writes this file when it starts: not before the tests.
  const creds = JSON.parse(readFileSync(siteCreds, 'utf8'));
  return {
    id: 'test-site',
    name: 'Zenodo (test)',
    url: siteUrl,
    isReal: realSite,
    token: creds.token,
    tokenWithoutScope: creds.token_noscope,
    tokenOfOther: creds.token_other,
    tokenOfCurator: creds.token_curator
  };
}

export const test = base.extend<{ site: ITestSite; freshWorkspace: void }>({
  mockSettings: siteSettings,
  // Where the state is really on the server, the last test's layout is, too.
  freshWorkspace: [
    async ({ mockState, request }, use) => {
      if (mockState === false) {
        await request.delete(`${labUrl}/lab/api/workspaces/default`);
      }
      await use();
    },
    { auto: true }
  ],
  site: async ({ baseURL: _ }, use) => {
    await use(testSite());
  }
});
