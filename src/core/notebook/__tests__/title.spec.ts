import { notebookTitle, plainText, readableName } from '../title';

const markdown = (source: string | string[], metadata = {}) => ({
  cell_type: 'markdown',
  source,
  metadata
});
const title = (...sources: string[]) =>
  notebookTitle(
    { cells: sources.map(source => markdown(source)) },
    'x/02-my_file.ipynb'
  );

describe('notebookTitle', () => {
  it.each([
    ['# Title', 'Title'],
    ['text\n\n#  Title ##  \nmore', 'Title'],
    ['## Lower\n# Title', 'Title'],
    ['Title\nof two\n=====', 'Title of two'],
    ['```\n# no\n```\n# Title', 'Title'],
    ['<h1 align="center">Title <small>x</small></h1>', 'Title x'],
    ['#no\n#\n', 'My file'],
    ['', 'My file']
  ])('of %j is %j', (source, expected) => {
    expect(title(source)).toBe(expected);
  });

  it('is not taken from code, the badge cell, or lower headings', () => {
    const cells = [
      { cell_type: 'code', source: '# no', metadata: {} },
      markdown('# no', { tags: ['zenodo-publisher-badge'] }),
      markdown(['## no\n', '# yes'])
    ];
    expect(notebookTitle({ cells }, 'a.ipynb')).toBe('yes');
  });

  it('falls back on the metadata, then on the name', () => {
    const metadata = { title: 'From *metadata*' };
    expect(notebookTitle({ cells: [], metadata }, 'a.ipynb')).toBe(
      'From metadata'
    );
    expect(
      notebookTitle({ cells: [], metadata: { title: 5 } }, 'a.ipynb')
    ).toBe('A');
  });

  it.each([
    ['figures/02-co2_fluxes.ipynb', 'Co2 fluxes'],
    ['Übung.v2.ipynb', 'Übung.v2'],
    ['2024.ipynb', '2024'],
    ['_.ipynb', '_'],
    ['a b--c.ipynb', 'A b c']
  ])('reads %s as %s', (path, expected) => {
    expect(readableName(path)).toBe(expected);
  });
});

describe('plainText', () => {
  it.each([
    [
      '**bold** *it* __bold__ _it_ ***both*** ~~gone~~',
      'bold it bold it both gone'
    ],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['2*3*4', '234'],
    ['a * b * c', 'a * b * c'],
    ['[text](https://x.org/a_(b)) and [ref][1]', 'text and ref'],
    ['![badge](b.svg) Title', 'Title'],
    ['[![badge](b.svg)](x) Title', 'Title'],
    ['`code_with_marks*` ``a ` b``', 'code_with_marks* a ` b'],
    ['Energy $E_0 = m_e c^2$ of *e*', 'Energy $E_0 = m_e c^2$ of e'],
    ['\\*no\\* \\# 5 &amp; &lt;6', '*no* # 5 & <6'],
    ['<b>x</b> <https://x.org> <!-- c -->', 'x https://x.org'],
    ['a < b > c', 'a < b > c'],
    ['`$a$` and $`b`$', '$a$ and $`b`$']
  ])('of %j is %j', (source, expected) => {
    expect(plainText(source)).toBe(expected);
  });
});
