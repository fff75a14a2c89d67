/** The project that everybody tries first: two notebooks, with their data in a folder. */
import { readFileSync } from 'fs';
import { resolve } from 'path';

import { toggle, withEntries } from '../../bundle/edit';
import { planBundle } from '../../bundle/plan';
import { readText } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { readNotebook } from '../../notebook/notebook';
import { plainEnglish } from '../../text';
import { readUses } from '../readUses';
import { said, short } from './project';

const folder = resolve(__dirname, '../../../../examples');
const names = ['01-discharge.ipynb', '02-low-flows.ipynb'];
const data = ['data/annual-low-flows.csv', 'data/discharge.csv'];

async function read(missing: string[] = []) {
  const files = new MemoryFiles();
  for (const name of [...names, ...data, 'README.md', 'requirements.txt']) {
    if (!missing.includes(name)) {
      files.write(`work/${name}`, readFileSync(resolve(folder, name)));
    }
  }
  const selection = names.map(name => `work/${name}`);
  const plan = await planBundle({ files, selection, trans: plainEnglish });
  const options = {
    notebooks: names.map(path => ({ path, notebook: readNotebook(files.bytes(`work/${path}`)) })), // prettier-ignore
    readText: (path: string) => readText(files, path),
    root: plan.root,
    trans: plainEnglish
  };
  const uses = await readUses({ ...options, listing: { entries: plan.entries, files } }); // prettier-ignore
  return { plan, options, uses };
}

describe('the examples', () => {
  it('use their data, and what they import', async () => {
    const { uses } = await read();
    expect(short(uses)).toEqual([
      'left-out data/discharge.csv',
      'written data/annual-low-flows.csv',
      'left-out data/discharge.csv',
      'left-out data/annual-low-flows.csv'
    ]);
    expect(uses.modules.map(({ name, places }) => `${name} ${places.length}`)).toEqual(
      ['csv 1', 'pathlib 1', 'matplotlib.pyplot 2', 'numpy 2']
    ); // prettier-ignore
    expect(uses.proposedEntries.map(({ path, reason }) => [path, reason])).toEqual([
      ['data/discharge.csv', 'read by 01-discharge.ipynb'],
      ['data/annual-low-flows.csv', 'read by 02-low-flows.ipynb']
    ]); // prettier-ignore
  });

  it('need nothing more when these are in', async () => {
    const { plan, options, uses } = await read();
    const { entries } = withEntries(plan, uses.proposedEntries);
    const again = await readUses({ ...options, listing: { entries } });
    expect(again.findings).toEqual([]);
    expect(again.proposedEntries).toEqual([]);
    expect(new Set(again.files.map(({ state }) => state))).toEqual(
      new Set(['included', 'written'])
    );
  });

  it('are not given back what the user left out', async () => {
    const { plan, options, uses } = await read();
    const full = withEntries(plan, uses.proposedEntries);
    const { entries } = toggle(full, 'data/discharge.csv', false, plainEnglish);
    const again = await readUses({ ...options, listing: { entries } });
    expect(again.findings.map(({ id }) => id)).toEqual([
      'uses.left-out',
      'uses.left-out'
    ]);
    expect(again.proposedEntries).toEqual([]);
  });

  it('miss what is not there', async () => {
    const { uses } = await read(data);
    expect(said(uses)).toEqual([
      'uses.missing: “data/discharge.csv” is used here, but it is not there. Add the file, or correct its name.',
      'uses.missing: “data/discharge.csv” is used here, but it is not there. Add the file, or correct its name.'
    ]);
  });
});
