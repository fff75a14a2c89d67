/** JupyterLab that lets a test add a drive to it. */
import { labServer } from './lab';

export const secondDrive = labServer({
  args: ['--LabApp.expose_app_in_browser=True']
});
