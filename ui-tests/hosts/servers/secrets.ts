/** JupyterLab with `jupyter-secrets-manager`. */
import path from 'node:path';

import { writeFiles } from '../files';
import { labServer } from './lab';

/** As it is installed: its own connector keeps secrets as long as the page. */
export const secrets = labServer({ environment: 'secrets' });

/**
 * Without that connector: the test sets another one, which outlives the page, and
 * needs the application for that.
 */
export const secretsElsewhere = labServer({
  environment: 'secrets',
  args: ['--LabApp.expose_app_in_browser=True'],
  prepare: ({ home }) =>
    writeFiles(path.join(home, 'jupyter', 'config', 'labconfig'), {
      'page_config.json': JSON.stringify({
        disabledExtensions: { 'jupyter-secrets-manager:connector': true }
      })
    })
});
