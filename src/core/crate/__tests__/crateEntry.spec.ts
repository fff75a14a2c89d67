import { toggle, withEntries } from '../../bundle/edit';
import { planBundle } from '../../bundle/plan';
import { MemoryFiles } from '../../memoryFiles';
import type { IMetadata } from '../../metadata/model';
import { plainEnglish as trans } from '../../text';
import { zenodo } from '../../zenodo/sites';
import { crateEntry } from '../crateEntry';

const metadata: IMetadata = {
  title: 'Soil',
  resourceType: '',
  publicationDate: '2026',
  creators: [],
  description: '',
  licenses: [],
  keywords: [],
  version: ''
};
const options = { metadata, notebooks: [], environmentFile: null, site: zenodo }; // prettier-ignore
const now = '2026-11-21T12:00:00Z';

async function planOf(contents: Record<string, string>) {
  const files = new MemoryFiles({ 'p/a.ipynb': '{}', ...contents });
  return planBundle({ files, selection: ['p'], trans });
}

describe('crateEntry', () => {
  it('tells of what goes in, and the same when it is in itself', async () => {
    const plan = toggle(await planOf({ 'p/x.csv': '1', 'p/y.csv': '2' }), 'y.csv', false, trans); // prettier-ignore
    const entry = crateEntry(plan, options, now, trans);
    const text = new TextDecoder().decode(entry?.content);
    expect(entry).toMatchObject({
      path: 'ro-crate-metadata.json',
      source: null,
      included: true,
      reasonKind: 'generated',
      size: entry?.content?.length
    });
    expect(text).toContain('"x.csv"');
    expect(text).not.toContain('"y.csv"');
    const again = crateEntry(withEntries(plan, entry ? [entry] : []), options, now, trans); // prettier-ignore
    expect(again).toEqual(entry);
  });

  it('leaves a crate of the project’s own alone, unless it is left out', async () => {
    const plan = await planOf({ 'p/ro-crate-metadata.json': '{}' });
    expect(crateEntry(plan, options, now, trans)).toBeNull();
    const out = toggle(plan, 'ro-crate-metadata.json', false, trans);
    expect(crateEntry(out, options, now, trans)).not.toBeNull();
  });
});
