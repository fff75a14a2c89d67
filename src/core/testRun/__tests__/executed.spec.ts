import { ExecutedOutputs } from '../executed';

const stream = (text: string, name = 'stdout') => ({
  header: { msg_type: 'stream' },
  content: { name, text }
});
const clear = (wait: boolean) => ({
  header: { msg_type: 'clear_output' },
  content: { wait }
});
const display = (value: string, id: string, type = 'display_data') => ({
  header: { msg_type: type },
  content: {
    ...{ data: { 'text/plain': value }, metadata: {} },
    transient: { display_id: id }
  }
});

describe('ExecutedOutputs', () => {
  it('joins what one stream says in a row', () => {
    const outputs = new ExecutedOutputs();
    const cell = outputs.begin();
    for (const message of [stream('a'), stream('b'), stream('c', 'stderr')]) {
      outputs.add(message);
    }
    expect(cell).toMatchObject([
      { name: 'stdout', text: 'ab' },
      { name: 'stderr', text: 'c' }
    ]);
  });

  it('clears at once, or when the next output comes', () => {
    const outputs = new ExecutedOutputs();
    const cell = outputs.begin();
    outputs.add(stream('a'));
    outputs.add(clear(true));
    expect(cell).toHaveLength(1);
    outputs.add(stream('b'));
    expect(cell).toMatchObject([{ text: 'b' }]);
    outputs.add(clear(false));
    expect(cell).toEqual([]);
  });

  it('changes what is shown, also in an earlier cell', () => {
    const outputs = new ExecutedOutputs();
    const first = outputs.begin();
    outputs.add(display('1', 'x'));
    outputs.begin();
    outputs.add(display('2', 'x', 'update_display_data'));
    expect(first).toMatchObject([{ data: { 'text/plain': '2' } }]);
  });

  it('keeps no more of a cell than a page can hold', () => {
    const outputs = new ExecutedOutputs();
    const cell = outputs.begin();
    const part = 'x'.repeat(1_000_000);
    for (let i = 0; i < 40; i++) {
      outputs.add(stream(part));
    }
    expect(JSON.stringify(cell).length).toBeLessThan(21_000_000);
    // The next cell has room again.
    const next = outputs.begin();
    outputs.add(stream('a'));
    expect(next).toHaveLength(1);
  });

  it('passes over what it does not know', () => {
    const outputs = new ExecutedOutputs();
    const cell = outputs.begin();
    outputs.add({ header: { msg_type: 'comm_open' }, content: {} });
    outputs.add({ header: { msg_type: 'stream' }, content: null });
    expect(cell).toEqual([]);
  });
});
