import { UnsupportedNotebookError } from '../../../notebook/notebook';
import { OtherNotebookError, compareNotebooks } from '../compareNotebooks';
import { notebookOf, printed, showed } from './pairs';

async function verdicts(
  stored: Parameters<typeof notebookOf>,
  rerun: Parameters<typeof notebookOf>,
  stoppedAt: number | null = null
) {
  const { verdict, cells, counts } = await compareNotebooks(
    notebookOf(...stored),
    notebookOf(...rerun),
    { stoppedAt }
  );
  return { verdict, cells: cells.map(cell => cell.verdict), counts };
}

const one = { outputs: [printed('1')] };
const two = { outputs: [printed('2')] };
const cleared = { outputs: [], count: null };

describe('compareNotebooks', () => {
  it('is as its worst cell, and counts cells that have outputs', async () => {
    const at = { outputs: [printed('<A at 0x7f00>')] };
    const bt = { outputs: [printed('<A at 0x7fff>')] };
    expect(await verdicts([one, {}, at, one], [one, {}, bt, two])).toEqual({
      verdict: 'different',
      cells: ['same', 'same', 'alike', 'different'],
      counts: { same: 1, alike: 1, different: 1, unstored: 0, 'not-run': 0 }
    });
    expect((await verdicts([one, at], [one, bt])).verdict).toBe('alike');
    expect((await verdicts([{}], [{}])).verdict).toBe('same');
  });

  it('has nothing to compare with where outputs were cleared', async () => {
    expect(await verdicts([cleared, cleared], [one, {}])).toMatchObject({
      verdict: 'unstored',
      cells: ['unstored', 'same']
    });
    expect(await verdicts([cleared, one], [one, one])).toMatchObject({
      verdict: 'same',
      counts: { same: 1, unstored: 1 }
    });
  });

  it('tells an output that a cell which was run did not have', async () => {
    expect((await verdicts([{}], [one])).verdict).toBe('different');
  });

  it('does not take for unchanged what the run did not come to', async () => {
    // nbclient leaves the outputs of these cells as they were.
    expect(await verdicts([one, two, one], [one, one, one], 1)).toMatchObject({
      verdict: 'different',
      cells: ['same', 'different', 'not-run']
    });
  });

  it('shows the outputs that differ, bounded', async () => {
    const png = 'iVBORw0KGgo=';
    const long = 'x'.repeat(30_000);
    const { cells } = await compareNotebooks(
      notebookOf({
        outputs: [
          printed('\u001b[31ma\u001b[0m'),
          showed({ 'image/png': `${png}\n`, 'text/plain': 'Figure' }),
          showed({ 'text/html': '<b>1 &lt; 2</b><script>x()</script>' }),
          printed(long)
        ]
      }),
      notebookOf({
        outputs: [
          printed('b'),
          showed({ 'image/png': 'AAAA' }),
          showed({ 'text/html': '<b>2</b>' }),
          printed('y')
        ]
      })
    );
    expect(cells[0].differences.map(({ stored }) => stored)).toEqual([
      { kind: 'text', what: 'stdout', text: 'a', isCut: false },
      { kind: 'picture', mime: 'image/png', base64: png },
      { kind: 'text', what: 'html', text: '1 < 2', isCut: false },
      { kind: 'text', what: 'stdout', text: 'x'.repeat(20_000), isCut: true }
    ]);
    expect(cells[0].differences.map(({ reasons }) => reasons)).toEqual([
      ['text'],
      ['uncompared'],
      ['text', 'data'],
      ['text']
    ]);
  });

  it('shows some outputs of each cell, and counts the others', async () => {
    const many = (what: string) => ({
      outputs: Array.from({ length: 9 }, () => showed({ 'text/plain': what }))
    });
    const { cells } = await compareNotebooks(
      notebookOf(many('a')),
      notebookOf(many('b'))
    );
    expect([cells[0].differences.length, cells[0].more]).toEqual([5, 4]);
  });

  it('pairs outputs of a kind where one is missing', async () => {
    const figure = showed({ 'image/png': 'AAAA' });
    const { cells } = await compareNotebooks(
      notebookOf({ outputs: [printed('a'), figure, printed('b')] }),
      notebookOf({ outputs: [figure, printed('b')] })
    );
    expect(
      cells[0].differences.map(({ stored, rerun }) => [stored, rerun])
    ).toEqual([
      [{ kind: 'text', what: 'stdout', text: 'a', isCut: false }, null]
    ]);
  });

  it('refuses what is no notebook, and another notebook', async () => {
    await expect(compareNotebooks('{', '{}')).rejects.toBeInstanceOf(
      UnsupportedNotebookError
    );
    await expect(
      compareNotebooks(notebookOf(one), notebookOf({ source: 'g()' }))
    ).rejects.toBeInstanceOf(OtherNotebookError);
    await expect(
      compareNotebooks(notebookOf(one), notebookOf(one, two))
    ).rejects.toBeInstanceOf(OtherNotebookError);
  });

  it('takes outputs of any shape', async () => {
    const odd = [null, 1, {}, { output_type: 'stream', text: 3 }] as object[];
    const more = [
      { output_type: 'display_data', data: { 'image/png': { a: 1 } } },
      { output_type: 'error', traceback: 'x', ename: ['a'] }
    ];
    const notebook = notebookOf({ outputs: [...odd, ...more] });
    expect((await compareNotebooks(notebook, notebook)).verdict).toBe('same');
    const { verdict } = await compareNotebooks(
      notebook,
      notebookOf({ outputs: odd })
    );
    expect(verdict).toBe('different');
  });
});

describe('what is shown of HTML', () => {
  const bundle = (html: string, plain: string) => ({
    outputs: [showed({ 'text/html': html, 'text/plain': plain })]
  });
  const table = (value: number) =>
    `<table>\n<tr>\n <th>mean</th>\n <td>${value}</td>\n</tr>\n</table>`;

  it.each([
    ['mean 1', 'mean 2', 'text', 'mean 1'],
    ['<Styler object>', '<Styler object>', 'html', 'mean   1'],
    ['equal', 'equal', 'html', 'mean   1']
  ])('beside “%s” is what differs', async (one, other, what, text) => {
    const { cells } = await compareNotebooks(
      notebookOf(bundle(table(1), one)),
      notebookOf(bundle(table(2), other))
    );
    expect(cells[0].differences[0].stored).toEqual({
      ...{ kind: 'text', what, text, isCut: false }
    });
  });
});
