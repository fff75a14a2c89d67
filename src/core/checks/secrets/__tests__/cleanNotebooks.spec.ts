import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';

import { scanBytes } from '../scanner';
import { asFile } from './labelled/asFile';
import { cleanNotebooks } from './labelled/cleanNotebooks';
import { labelled } from './labelled/labelled';
import { quickKeys } from './quickKeys';
import { hitsIn, OPTIONS } from './scanText';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');

describe('Clean notebooks', () => {
  it('have no stopping find', async () => {
    const notebooks = cleanNotebooks(60);
    expect(new Set(notebooks).size).toBe(60);
    for (const notebook of notebooks) {
      const hits = await hitsIn(notebook, 'clean.ipynb');
      expect(hits.filter(({ level }) => level === 'stop')).toEqual([]);
    }
  });

  it('have none in the product’s examples', async () => {
    const names = readdirSync(EXAMPLES).filter(n => n.endsWith('.ipynb'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = readFileSync(path.join(EXAMPLES, name), 'utf8');
      expect(await hitsIn(text, name)).toEqual([]);
    }
  });

  it('would not pass with a planted key', async () => {
    const [clean] = cleanNotebooks(1);
    const item = labelled.find(({ id }) => id === 'form/github/0');
    const planted = JSON.parse(clean);
    planted.cells[0].source = [item?.text ?? ''];
    const [hit] = await hitsIn(JSON.stringify(planted), 'clean.ipynb');
    expect(hit).toMatchObject({ rule: 'github', cell: 0, level: 'stop' });
  });

  it('of the labelled innocents few even give a warning', async () => {
    const innocents = labelled.filter(({ expected }) => !expected.length);
    let stops = 0;
    for (const item of innocents) {
      const { path: file, bytes } = asFile(item);
      const hits = await scanBytes(file, bytes, OPTIONS, { keys: quickKeys });
      stops += hits.filter(({ level }) => level === 'stop').length;
    }
    expect(stops / innocents.length).toBeLessThan(0.02);
  });
});
