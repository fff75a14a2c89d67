import { plainEnglish } from '../../text';
import { gapsCheck, orderCheck, unexecutedCheck } from '../executionOrder';
import { code, markdown, places, run, stream } from './notebookFiles';

const order = orderCheck(plainEnglish);
const gaps = gapsCheck(plainEnglish);
const unexecuted = unexecutedCheck(plainEnglish);
const counts = (...numbers: unknown[]) =>
  numbers.map(count => code('x', null, [], { execution_count: count }));

describe('order', () => {
  it.each([
    [[1, 2, 3]],
    [[5, 9]],
    [[1, null, 2]],
    [[null, null]],
    [['2', 1]],
    [[]]
  ])('accepts %j', async numbers => {
    expect(await run(order, counts(...numbers))).toEqual([]);
  });

  it.each([
    [[2, 1], 2, '[2] … [1]'],
    [[1, 1], 2, '[1] … [1]'],
    [[1, null, 3, null, 2], 5, '[3] … [2]']
  ])('finds %j', async (numbers, cell, excerpt) => {
    const [finding, ...rest] = await run(order, counts(...numbers));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', excerpt });
    expect(finding.place).toEqual({ path: 'analysis.ipynb', cell: cell - 1 });
  });

  it('passes over text, and cells in which nothing is', async () => {
    const cells = [code('x', 2), code(' \n', 1), markdown('a'), code('y', 3)];
    expect(await run(order, cells)).toEqual([]);
  });

  it('is known again until the cells are run otherwise', async () => {
    const key = async (...numbers: number[]) =>
      (await run(order, counts(...numbers)))[0].key;
    expect(await key(2, 1)).toBe(await key(2, 1));
    expect(await key(2, 1)).not.toBe(await key(3, 1));
  });
});

describe('gaps', () => {
  it.each([[[1, 2, 3]], [[1, null, 2]], [[2, 1]], [[null]], [[]]])(
    'accepts %j',
    async numbers => {
      expect(await run(gaps, counts(...numbers))).toEqual([]);
    }
  );

  it.each([
    [[2, 3], 1, '[2]'],
    [[1, 12, 40], 2, '[1] … [12]']
  ])('notes %j', async (numbers, cell, excerpt) => {
    const found = await run(gaps, counts(...numbers));
    expect(places(found)).toEqual([`notebook.gaps ${cell}`]);
    expect(found[0]).toMatchObject({ severity: 'info', excerpt });
  });
});

describe('unexecuted', () => {
  it('accepts notebooks that ran, or have no code', async () => {
    expect(await run(unexecuted, counts(1, 2))).toEqual([]);
    expect(await run(unexecuted, [markdown('a'), code('')])).toEqual([]);
  });

  it('warns where nothing ran', async () => {
    const [finding] = await run(unexecuted, counts(null, null));
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding.message).toContain('No cell was run');
  });

  it('warns where outputs have lost their numbers', async () => {
    const cells = [code('x', null, [stream('1')]), code('y')];
    const [finding] = await run(unexecuted, cells);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding.message).toContain('no numbers');
  });

  it('notes where some did not', async () => {
    const [finding] = await run(unexecuted, counts(1, null, null));
    expect(finding).toMatchObject({ severity: 'info', place: { cell: 1 } });
    expect(finding.message).toContain('2 cells were');
  });
});
