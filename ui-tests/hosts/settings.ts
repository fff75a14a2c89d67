/** The settings of a host's user, as JupyterLab keeps them on the disk. */
import path from 'node:path';

import { writeFiles } from './files';

/** The site of the tests is the default one, and nothing asks for news. */
export function writeSettings(configFolder: string, siteUrl: string): void {
  const settings = {
    '@jupyterlab/apputils-extension/notification': {
      checkForUpdates: false,
      fetchNews: 'false'
    },
    'jupyterlab-zenodo-publisher/sites': {
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
  writeFiles(
    path.join(configFolder, 'lab', 'user-settings'),
    Object.fromEntries(
      Object.entries(settings).map(([name, content]) => [
        `${name}.jupyterlab-settings`,
        JSON.stringify(content)
      ])
    )
  );
}
