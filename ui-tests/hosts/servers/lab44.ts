/** The oldest JupyterLab that the extension is made for. */
import { labServer } from './lab';

export const lab44 = labServer({ environment: 'lab44' });
