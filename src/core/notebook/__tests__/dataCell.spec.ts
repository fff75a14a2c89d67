import { DATA_TAG, putDataCell } from '../dataCell';
import { spliceNotebook } from '../splice';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

interface IRead {
  cells: {
    cell_type: string;
    id?: string;
    source: unknown;
    metadata: object;
  }[];
}

const cell = (cell_type: string, source: string, id?: string) => ({
  cell_type,
  ...(id ? { id } : {}),
  metadata: {},
  ...(cell_type === 'code' ? { execution_count: 1, outputs: [] } : {}),
  source: [source]
});

const notebook = (cells: object[], minor = 5) =>
  JSON.stringify(
    { cells, metadata: {}, nbformat: 4, nbformat_minor: minor },
    null,
    1
  ) + '\n';

const put = (text: string, source = 'fetch()\nmore()\n') =>
  decode(putDataCell(encode(text), source));

describe('the cell that fetches the data', () => {
  it('comes in front of the first code, and all else stays', () => {
    const before = notebook([
      cell('markdown', '# Rivers', 'a'),
      cell('code', 'import numpy', 'b')
    ]);
    const after = JSON.parse(put(before)) as IRead;
    expect(after.cells.map(({ cell_type }) => cell_type)).toEqual([
      'markdown',
      'code',
      'code'
    ]);
    expect(after.cells[1]).toEqual({
      cell_type: 'code',
      execution_count: null,
      id: DATA_TAG,
      metadata: { tags: [DATA_TAG] },
      outputs: [],
      source: ['fetch()\n', 'more()\n']
    });
    expect([after.cells[0], after.cells[2]]).toEqual(
      (JSON.parse(before) as IRead).cells
    );
  });

  it('comes last where there is no code, and alone where there is nothing', () => {
    const [, last] = (
      JSON.parse(put(notebook([cell('markdown', 'x', 'a')]))) as IRead
    ).cells;
    expect(last.cell_type).toBe('code');
    expect((JSON.parse(put(notebook([]))) as IRead).cells).toHaveLength(1);
  });

  it('has no id where cells have none', () => {
    const [first] = (JSON.parse(put(notebook([], 4))) as IRead).cells;
    expect(first).not.toHaveProperty('id');
  });

  it('is put there once, and gets the new source', () => {
    const once = put(notebook([cell('code', 'x', 'a')]));
    expect(put(once)).toBe(once);
    const other = JSON.parse(put(once, 'other()')) as IRead;
    expect(other.cells).toHaveLength(2);
    expect(other.cells[0].source).toEqual(['other()']);
  });

  it('leaves a Markdown cell with its tag alone', () => {
    const own = { ...cell('markdown', 'mine', 'a'), metadata: { tags: [DATA_TAG] } }; // prettier-ignore
    const after = JSON.parse(put(notebook([own]))) as IRead;
    expect(after.cells[0]).toEqual(own);
    expect(after.cells).toHaveLength(2);
    // Its id is taken, and no other cell may have it.
    expect(new Set(after.cells.map(({ id }) => id)).size).toBe(2);
  });

  it('stands below the badge', () => {
    const both = spliceNotebook(
      encode(put(notebook([cell('code', 'x', 'a')]))),
      { badge: 'badge' }
    );
    const { cells } = JSON.parse(decode(both)) as IRead;
    expect(cells.map(({ cell_type }) => cell_type)).toEqual([
      'markdown',
      'code',
      'code'
    ]);
  });
});
