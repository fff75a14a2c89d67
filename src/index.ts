import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { access } from './plugins/access';
import { badges } from './plugins/badges';
import { commands } from './plugins/commands';
import { contents } from './plugins/contents';
import { editor } from './plugins/editor';
import { metadata } from './plugins/metadata';
import { openRecord } from './plugins/openRecord';
import { panels, publisher } from './plugins/publisher';
import { publications } from './plugins/publications';
import { restorer } from './plugins/restorer';
import { secrets } from './plugins/secrets';
import { signIn } from './plugins/signIn';
import { sites } from './plugins/sites';
import { transfers } from './plugins/transfers';

export * from './tokens';

/** The plugins of this extension. Each can be disabled alone. */
const plugins: JupyterFrontEndPlugin<unknown>[] = [
  sites,
  contents,
  metadata,
  transfers,
  signIn,
  secrets,
  access,
  panels,
  publisher,
  commands,
  badges,
  restorer,
  publications,
  openRecord,
  editor
];

export default plugins;
