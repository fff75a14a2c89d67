import { plainEnglish } from '../../text';
import { activeOutputCheck } from '../activeOutput';
import { code, display, run, stream } from './notebookFiles';

const check = activeOutputCheck(plainEnglish);
const shown = (data: object) => run(check, [code('x', 1, [display(data)])]);

describe('untrusted-js', () => {
  it.each([
    { 'text/html': '<div></div><SCRIPT>x</SCRIPT>' },
    { 'text/html': ['<div>', '<script\n', 'src="x">'] },
    { 'text/html': `${'x'.repeat(65_530)}<script src="x">` },
    { 'application/javascript': 'alert(1)' },
    { 'image/svg+xml': '<svg><script>x</script></svg>' }
  ])('notes %j', async data => {
    const [finding] = await shown(data);
    expect(finding).toMatchObject({ severity: 'info', place: { cell: 0 } });
  });

  it.each([
    { 'text/html': '<scripted>', 'text/plain': '<script>' },
    { 'text/html': 'a script' },
    { 'image/png': '<script>' },
    { 'text/html': 3 }
  ])('accepts %j', async data => {
    expect(await shown(data)).toEqual([]);
    expect(await run(check, [code('x', 1, [stream('<script>')])])).toEqual([]);
  });

  it('is one finding for a notebook, and names the libraries', async () => {
    const found = await run(check, [
      code('x', 1, [
        display({
          'text/html': `<script>/**\n* plotly.js v2.35.2\n*/${'x'.repeat(70_000)}</script>`
        })
      ]),
      code('y', 2, [
        display({ 'application/javascript': '/* (c) Bokeh Contributors */' })
      ])
    ]);
    expect(found).toHaveLength(1);
    expect(found[0].message).toContain('2 cells');
    expect(found[0].excerpt).toBe('Plotly, Bokeh');
  });
});
