import { plainEnglish } from '../../text';
import { staleCheck } from '../staleFiles';
import { code, notebookFile, places, run } from './notebookFiles';

const check = staleCheck(plainEnglish);
const file = notebookFile([code('1', 1)], { path: 'a.ipynb' });

describe('stale', () => {
  it('accepts what is saved and at rest', async () => {
    expect(await run(check, file)).toEqual([]);
  });

  it('stops for unsaved changes and running cells, once each', async () => {
    const found = await run(check, file, {
      files: [{ path: 'notes.md', size: 3 }],
      dirty: ['a.ipynb', 'a.ipynb', 'notes.md'],
      busy: ['a.ipynb']
    });
    expect(found.map(({ id, place }) => [id, place?.path])).toEqual([
      ['notebook.unsaved', 'a.ipynb'],
      ['notebook.unsaved', 'notes.md'],
      ['notebook.busy', 'a.ipynb']
    ]);
    found.forEach(each =>
      expect(each).toMatchObject({ severity: 'error', stops: true })
    );
  });

  it('passes over files that are not published', async () => {
    const more = { dirty: ['other.ipynb'], busy: ['other.ipynb'] };
    expect(places(await run(check, file, more))).toEqual([]);
  });

  it('asks again when the file has changed since it was accepted', async () => {
    const longer = notebookFile([code('12', 1)], { path: 'a.ipynb' });
    const more = { dirty: ['a.ipynb'] };
    const [first] = await run(check, file, more);
    const [second] = await run(check, longer, more);
    expect(second.key).not.toBe(first.key);
  });
});
