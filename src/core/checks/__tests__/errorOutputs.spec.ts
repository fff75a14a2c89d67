import { plainEnglish } from '../../text';
import { errorsCheck } from '../errorOutputs';
import { code, failure, places, run, stream } from './notebookFiles';

const check = errorsCheck(plainEnglish);

describe('error', () => {
  it('finds the cell, and what it said', async () => {
    const found = await run(check, [
      code('1', 1),
      code('x', 2, [stream('a'), failure('NameError', "name 'x'\nis not defined")]) // prettier-ignore
    ]);
    expect(places(found)).toEqual(['notebook.error 2']);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      excerpt: "NameError: name 'x' is not defined"
    });
  });

  it('accepts errors that are meant, and output that only looks like one', async () => {
    const metadata = { tags: ['raises-exception'] };
    expect(
      await run(check, [
        code('x', 1, [failure('NameError', '')], { metadata }),
        code('y', 2, [stream('NameError: Traceback')])
      ])
    ).toEqual([]);
  });

  it('shows no key that an error quotes, no colours, and no more than 80 characters', async () => {
    const key = ['sk', 'proj', 'a1'.repeat(30)].join('-');
    const evalue = `\u001b[31mIncorrect key: ${key} ${'again '.repeat(90)}`;
    const [{ excerpt }] = await run(check, [
      code('x', 1, [failure('AuthenticationError', evalue)])
    ]);
    expect(excerpt).toMatch(/^AuthenticationError: Incorrect key: sk-p…1a1 /);
    expect(excerpt?.length).toBeLessThanOrEqual(80);
  });

  it('survives errors of any form', async () => {
    const odd = { output_type: 'error', ename: 1, evalue: { a: 1 } };
    const found = await run(check, [code('x', 1, [odd, null, 'x'])]);
    expect(found[0].excerpt).toBe('');
  });
});
