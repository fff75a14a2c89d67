/** JupyterLab in which several people work on a notebook at once. */
import { labServer } from './lab';

export const collaboration = labServer({ environment: 'collaboration' });
