import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { personalColumnsCheck } from '../personalColumns';
import { code, display, run, stream } from './notebookFiles';

const check = personalColumnsCheck(plainEnglish);
const table = (...columns: string[]) =>
  display({
    'text/html': `<table border="1" class="dataframe"><tr><th></th>${columns
      .map(name => `<th>${name}</th>`)
      .join('')}</tr><tr><th>0</th><td>x</td></tr></table>`
  });
const found = (output: object) => run(check, [code('x', 1, [output])]);

describe('people', () => {
  it.each([
    [['id', 'first_name']],
    [['Date of Birth', 'x']],
    [['phone']],
    [['E-Mail']],
    [['name', 'age']],
    [['Name', 'sex', 'x']],
    [['patient name']]
  ])('notes the columns %j', async columns => {
    const [finding] = await found(table(...columns));
    expect(finding).toMatchObject({
      severity: 'info',
      place: { cell: 0 },
      fixes: [{ fix: { edit: { kind: 'clear-outputs', cell: 0 } } }]
    });
  });

  it.each([
    [['name', 'mass', 'radius']],
    [['age', 'sex']],
    [['name', 'name']],
    [['filename', 'phonemes']],
    [['address']],
    [['birth rate', 'mobile phones per 100']],
    [[]]
  ])('accepts the columns %j', async columns => {
    expect(await found(table(...columns))).toEqual([]);
  });

  it('reads printed tables', async () => {
    const text = 'a line\n\n   surname  score\n0  Smith    3\n1  Jones    4\n';
    const [finding] = await found(stream(text));
    expect(finding.excerpt).toBe('surname');
    expect(await found(stream('surname score of all\n\n0 1\n'))).toEqual([]);
    expect(await found(stream('The phone rang 0 times.'))).toEqual([]);
  });

  it('shows the columns, not the people', async () => {
    const [{ excerpt }] = await found(table('name', 'phone', 'city'));
    expect(excerpt).toBe('phone, name');
  });

  it('is not held up by hostile outputs', async () => {
    const started = processorTime();
    for (const part of ['<th>', '<th ', '0 ', '\n0 a', '</th>', ' ']) {
      const text = part.repeat(1_000_000 / part.length);
      await found(display({ 'text/html': text, 'text/plain': text }));
    }
    expect(processorTime() - started).toBeLessThan(5_000);
  });
});
