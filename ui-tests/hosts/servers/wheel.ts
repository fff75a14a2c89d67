/** JupyterLab where there is no Node, and nothing but the environment on PATH. */
import { labServer } from './lab';

export const wheel = labServer({ env: ({ bin }) => ({ PATH: bin }) });
