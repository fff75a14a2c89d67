import type { Contents } from '@jupyterlab/services';

/**
 * A path on a drive beside the server's, with a slash after the drive's name
 * (`Drive:/a.ipynb` for `Drive:a.ipynb`). Jupyter takes both; with the slash,
 * the folder of what lies at the drive's top is that drive, not the server's root.
 */
export function withDriveFolder(
  path: string,
  contents: Pick<Contents.IManager, 'driveName'>
): string {
  const drive = contents.driveName(path);
  const inDrive = path.slice(drive.length + 1);
  return drive === '' || inDrive === '' || inDrive.startsWith('/')
    ? path
    : `${drive}:/${inDrive}`;
}
