import { IFinding } from '../../finding';
import { plainEnglish } from '../../text';
import { outputSizeCheck } from '../outputSize';
import {
  code,
  display,
  notebookFile,
  places,
  run,
  stream
} from './notebookFiles';

const check = outputSizeCheck(plainEnglish);
const printed = (megabytes: number, index = 0) =>
  code('x', index + 1, [stream('x'.repeat(megabytes * 1e6))]);
const cleared = ({ fixes = [] }: IFinding) =>
  fixes.map(({ fix }) =>
    fix.kind === 'edit-copy' && fix.edit.kind === 'clear-outputs'
      ? fix.edit.cell
      : null
  );

describe('size-out', () => {
  it('finds cells over 1 MB, the largest first, five at most', async () => {
    const sizes = [0.9, 1.1, 1.5, 1.2, 1.4, 1.3, 1.6];
    const found = await run(check, sizes.map(printed));
    expect(places(found)).toEqual(
      [7, 3, 5, 6, 4].map(cell => `notebook.large-output ${cell}`)
    );
    expect(found[0].message).toContain('1.6 MB');
    expect(found.map(cleared)).toEqual([[6], [2], [4], [5], [3]]);
    found.forEach(({ severity }) => expect(severity).toBe('warning'));
  });

  it('finds notebooks over 10 MB, and their largest cells', async () => {
    const found = await run(
      check,
      Array.from({ length: 12 }, () => printed(0.9))
    );
    expect(places(found)).toEqual(['notebook.large-outputs']);
    expect(found[0].message).toContain('10.8 MB');
    expect(cleared(found[0])).toEqual([0, 1, 2, 3, 4]);
    expect(await run(check, Array.from({ length: 11 }, () => printed(0.9)))).toEqual([]); // prettier-ignore
  });

  it('finds large files whose outputs are small', async () => {
    const file = notebookFile([code('1', 1)]);
    const large = { ...file, bytes: new Uint8Array(50_000_001) };
    expect(places(await run(check, large))).toEqual(['notebook.large-file']);
    const limit = { ...file, bytes: new Uint8Array(50_000_000) };
    expect(await run(check, limit)).toEqual([]);
  });

  it('counts pictures, lines and numbers about as a file has them', async () => {
    const picture = display({ 'image/png': 'A'.repeat(1_100_000) });
    const lines = stream(Array.from({ length: 50_000 }, () => 'x'.repeat(20) + '\n')); // prettier-ignore
    const numbers = display({
      'application/json': {
        x: Array.from({ length: 150_000 }, (_, i) => i / 7)
      }
    });
    const found = await run(check, [
      code('a', 1, [picture]),
      code('b', 2, [lines]),
      code('c', 3, [numbers])
    ]);
    expect(places(found).sort()).toEqual([
      'notebook.large-output 1',
      'notebook.large-output 2',
      'notebook.large-output 3'
    ]);
  });
});
