import { withDriveFolder } from '../drivePaths';

/** As Jupyter tells a drive from a name with a colon: by the drives that there are. */
const contents = {
  driveName: (path: string) => (/^Second:/.test(path) ? 'Second' : '')
};

it.each([
  ['Second:a.ipynb', 'Second:/a.ipynb'],
  ['Second:folder/a.ipynb', 'Second:/folder/a.ipynb'],
  ['Second:/a.ipynb', 'Second:/a.ipynb'],
  ['Second:', 'Second:'],
  ['folder/a.ipynb', 'folder/a.ipynb'],
  ['10:30.ipynb', '10:30.ipynb']
])('%s is named %s', (path, named) => {
  expect(withDriveFolder(path, contents)).toBe(named);
});
