/** The settings of a host's user, as JupyterLab keeps them on the disk. */
import path from 'node:path';

import { writeFiles } from './files';

/**
 * What the user has set, by the plugin's id: the site of the tests is the default one, and nothing asks for news.
 */
export function userSettings(
  siteUrl: string
): Readonly<Record<string, object>> {
  return {
    '@jupyterlab/apputils-extension:notification': {
      checkForUpdates: false,
      fetchNews: 'false'
    },
    'jupyterlab-zenodo-publisher:sites': {
      sites: [
        {
          id: 'test-site',
          name: 'Zenodo (test)',
          url: siteUrl,
          doiPrefix: '10.5281',
          doiResolver: siteUrl,
          binder: siteUrl,
          citableDoi: false,
          test: false
        }
      ],
      defaultSite: 'test-site'
    }
  };
}

/** Write the user's settings into the host's folder of configuration. */
export function writeSettings(configFolder: string, siteUrl: string): void {
  writeFiles(
    path.join(configFolder, 'lab', 'user-settings'),
    Object.fromEntries(
      Object.entries(userSettings(siteUrl)).map(([id, content]) => [
        `${id.replace(':', '/')}.jupyterlab-settings`,
        JSON.stringify(content)
      ])
    )
  );
}
