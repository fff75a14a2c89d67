import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { pythonTwoCheck } from '../pythonTwo';
import { code, notebookFile, places, PYTHON, run } from './notebookFiles';

const check = pythonTwoCheck(plainEnglish);

describe('python2', () => {
  it.each([
    'print "a"',
    "print'a'",
    'print x',
    'if x:\n    print x, y',
    'print >>sys.stderr, x',
    'for i in x: print i',
    'print `x`',
    "exec 'x = 1'",
    'try:\n  f()\nexcept ValueError, error:\n  pass',
    'raise ValueError, "a"',
    '%%time\nprint x'
  ])('finds %j', async source => {
    const found = await run(check, [code('1', 1), code(source, 2)]);
    expect(places(found)).toEqual(['notebook.python2 2']);
    expect(found[0].severity).toBe('warning');
  });

  it.each([
    'print(x)',
    'print (x)',
    'print',
    'print = 3',
    'print in names',
    'print.x',
    'print[0]',
    '"""\nprint x\n"""',
    '# print x',
    '!print x',
    '%%bash\nprint x',
    'printed x',
    'exec("x")',
    'except_ (a, b)',
    'try:\n  f()\nexcept (ValueError, OSError) as e:\n  pass',
    'raise ValueError("a, b")',
    'f(\n  print,\n)'
  ])('accepts %j', async source => {
    expect(await run(check, [code(source, 1)])).toEqual([]);
  });

  it.each([
    { kernelspec: { name: 'python2', language: 'python' } },
    { ...PYTHON, language_info: { name: 'python', version: '2.7.18' } }
  ])('finds the kernel %j', async metadata => {
    const found = await run(check, notebookFile([code('1')], { metadata }));
    expect(places(found)).toEqual(['notebook.python2']);
  });

  it('leaves other languages alone', async () => {
    const metadata = { kernelspec: { name: 'ir', language: 'R' } };
    const file = notebookFile([code('print x', 1)], { metadata });
    expect(await run(check, file)).toEqual([]);
  });

  it('is not held up by a hostile cell', async () => {
    const started = processorTime();
    await run(check, [code(`print(1)\n${'a%'.repeat(500_000)}`, 1)]);
    expect(processorTime() - started).toBeLessThan(2_000);
  });
});
