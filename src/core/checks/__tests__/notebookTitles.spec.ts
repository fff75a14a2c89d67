import { plainEnglish } from '../../text';
import { titleCheck } from '../notebookTitles';
import { code, markdown, notebookFile, places, run } from './notebookFiles';

const check = titleCheck(plainEnglish);
const named = (path: string) =>
  run(check, notebookFile([markdown('# A')], { path }));

describe('empty-title', () => {
  it.each([
    'Untitled.ipynb',
    'a/Untitled12.ipynb',
    'Untitled-Copy1.ipynb',
    'untitled 3.ipynb'
  ])('notes the name %s', async path => {
    const found = await named(path);
    expect(places(found)).toEqual(['notebook.untitled']);
    expect(found[0].severity).toBe('info');
  });

  it.each(['Untitled/fit.ipynb', 'Untitled-fit.ipynb', 'The untitled.ipynb'])(
    'accepts the name %s',
    async path => {
      expect(await named(path)).toEqual([]);
    }
  );

  it.each(['# A', 'Text\n\n### A', 'A\n===', '  ## A', '<h2 id="x">A</h2>'])(
    'sees the heading in %j',
    async source => {
      expect(await run(check, [code('1', 1), markdown(source)])).toEqual([]);
    }
  );

  it.each(['#A', 'A # B', '===', '\n---\n', '<header>', 'A'.repeat(300_000)])(
    'sees no heading in %.20j',
    async source => {
      const found = await run(check, [markdown(source), code('# A', 1)]);
      expect(places(found)).toEqual(['notebook.no-heading']);
    }
  );
});
