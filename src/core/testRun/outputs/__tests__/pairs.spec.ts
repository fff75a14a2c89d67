import { compareNotebooks } from '../compareNotebooks';
import { notebookOf, pairs } from './pairs';

/* Outputs of real runs: whatever the rules are, this is what has to come of them. */
describe('outputs of a cell that was run twice', () => {
  it.each(pairs)('%s', async (_, pair) => {
    const { source, ran } = pair;
    const stored = notebookOf({ outputs: pair.stored, source });
    const rerun = notebookOf({ outputs: pair.rerun, source, ran });
    const { verdict, cells } = await compareNotebooks(stored, rerun);
    expect([verdict, [...cells[0].reasons].sort()]).toEqual([
      pair.verdict,
      [...pair.reasons].sort()
    ]);
    const back = await compareNotebooks(rerun, stored, {
      ran: Date.parse(ran)
    });
    expect(back.verdict).toBe(pair.verdict);
  });

  it.each(pairs)('%s is the same as itself', async (_, { source, stored }) => {
    const notebook = notebookOf({ outputs: stored, source });
    const { verdict } = await compareNotebooks(notebook, notebook);
    expect(verdict).toBe('same');
  });
});
