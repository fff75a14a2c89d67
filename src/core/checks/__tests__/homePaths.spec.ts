import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { IIdentity } from '../check';
import { pathsInOutputsCheck } from '../homePaths';
import {
  code,
  display,
  failure,
  markdown,
  places,
  run,
  stream
} from './notebookFiles';

const check = pathsInOutputsCheck(plainEnglish);
const printed = (text: unknown, identity: IIdentity = {}) =>
  run(check, [code('x', 1, [stream(text)])], { identity });
const ids = async (text: string, identity: IIdentity = {}) =>
  (await printed(text, identity)).map(({ id }) => id);

describe('home folders', () => {
  it.each([
    'File "/home/anna/thesis/fit.py", line 3',
    '/Users/anna/data',
    'C:\\Users\\anna\\data',
    "'C:\\\\Users\\\\anna\\\\data'",
    'C:/Users/anna',
    'file:///home/anna/x',
    "'/gpfs/home/anna'",
    '/home/müller/x'
  ])('finds %j', async text => {
    const found = await printed(text);
    expect(places(found)).toEqual(['notebook.home-path 1']);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      fixes: [{ fix: { edit: { kind: 'clear-outputs', cell: 0 } } }]
    });
    expect(found[0].excerpt).toMatch(/home|Users/);
  });

  it.each([
    '/home/jovyan/work',
    '/home/runner/work',
    '/home/conda/feedstock_root/x',
    '/Users/Shared/x',
    '/home/<name>/x',
    '/home/$USER/x',
    '/home/',
    '/homes/anna',
    'home/anna is where',
    'https://uni.edu/home/anna',
    'C:\\Program Files\\x'
  ])('accepts %j', async text => {
    expect(await ids(text)).toEqual([]);
  });

  it('finds them in tracebacks, between the colours, and in tables', async () => {
    const found = await run(check, [
      code('x', 1, [
        failure('E', 'v', [
          'File \u001b[0;32m/ho\u001b[1mme/\u001b[0manna/x.py'
        ])
      ]),
      code('y', 2, [display({ 'text/html': ['<td>/home/an', 'na/x</td>'] })]),
      code('z', 3, [display({ 'application/json': { '/home/bob/x': 1 } })])
    ]);
    expect(places(found)).toEqual([
      'notebook.home-path 1',
      'notebook.home-path 2',
      'notebook.home-path 3'
    ]);
  });

  it('finds one that lies across two pieces', async () => {
    expect(await ids(`${'x'.repeat(65_528)} /home/anna/x`)).toEqual(['notebook.home-path']); // prettier-ignore
  });

  it('tells each folder once for a cell, and knows it again in another', async () => {
    const found = await run(check, [
      code('x', 1, [stream('/home/anna/a\n/home/anna/b\n/home/bob/c\n')]),
      code('y', 2, [stream('/home/anna/d')])
    ]);
    expect(places(found)).toEqual([
      'notebook.home-path 1',
      'notebook.home-path 1',
      'notebook.home-path 2'
    ]);
    expect(found[2].key).toBe(found[0].key);
    expect(found[1].key).not.toBe(found[0].key);
  });

  it('leaves code, text and pictures alone', async () => {
    const cells = [
      markdown('/home/anna/'),
      code('open("/home/anna/x")', 1, [display({ 'image/png': '/home/anna/' })])
    ];
    expect(await run(check, cells)).toEqual([]);
  });
});

describe('what is known of the author', () => {
  const identity = { user: 'max', host: 'gpu07', home: '/data/people/max' };

  it.each([
    'max\n',
    "'max'",
    '/scratch/max/run1',
    'max@gpu07.uni.edu',
    'USER=max',
    "'LOGNAME': 'max',",
    'on gpu07:',
    'gpu07\n',
    'see /data/people/max/x'
  ])('finds %j', async text => {
    expect(new Set(await ids(text, identity))).toEqual(new Set(['notebook.identity'])); // prettier-ignore
  });

  it.each([
    'min 1.0\nmax 2.0',
    'x.max()',
    'maximum',
    'np.max/np.min',
    'gpu071',
    'a-gpu07',
    '/data/people/maxim'
  ])('accepts %j', async text => {
    expect(await ids(text, identity)).toEqual([]);
  });

  it('says a home folder once', async () => {
    for (const text of ['/home/max/x', 'C:\\Users\\max\\x', '/Users/max']) {
      expect(await ids(text, identity)).toEqual(['notebook.home-path']);
    }
  });

  it('takes the name of a host that is a word for one only where it is one', async () => {
    const apple = { host: 'apple' };
    expect(await ids('an apple a day', apple)).toEqual([]);
    expect(await ids('anna@apple', apple)).toEqual(['notebook.identity']);
    expect(await ids('HOSTNAME=apple', apple)).toEqual(['notebook.identity']);
    expect(await ids('apple\n', apple)).toEqual(['notebook.identity']);
  });

  it('passes over names that are nobody’s', async () => {
    const nobody = { user: 'jovyan', host: 'localhost', home: '/home/jovyan' };
    const text = 'jovyan\njovyan@localhost:~$ ls\n/home/jovyan\nlocalhost\n';
    expect(await ids(text, nobody)).toEqual([]);
    expect(await ids('', { user: '', host: '', home: '' })).toEqual([]);
  });

  it('takes a name as it stands, not as a pattern', async () => {
    expect(await ids('/x/axb/y', { user: 'a.b' })).toEqual([]);
    expect(await ids('/x/a.b/y', { user: 'a.b' })).toEqual([
      'notebook.identity'
    ]);
    expect(await ids('x', { user: '(((', host: '[[[[' })).toEqual([]);
  });

  it('finds prompts of anybody', async () => {
    expect(await ids('anna@login2:~/thesis$ ls')).toEqual([
      'notebook.identity'
    ]);
    expect(await ids('anna@login2: hello')).toEqual([]);
  });
});

describe('environments', () => {
  it('notes where they lie, but not twice in a home folder', async () => {
    const path = '/opt/conda/envs/thesis/lib/python3.12/x.py';
    const [finding] = await printed(path);
    expect(finding).toMatchObject({ id: 'notebook.environment-path', severity: 'info' }); // prettier-ignore
    expect(await ids(`/home/anna${path}`)).toEqual(['notebook.home-path']);
    expect(await ids('/opt/conda/lib/python3.12/x.py')).toEqual([]);
  });
});

it('is not held up by hostile outputs', async () => {
  const started = processorTime();
  for (const part of [
    '/home/',
    '@a:/',
    '/envs/a/lib/',
    'C:\\Users\\',
    'max',
    '/max',
    'http://a'
  ]) {
    await printed(part.repeat(1_000_000 / part.length), { user: 'max' });
  }
  expect(processorTime() - started).toBeLessThan(5_000);
});
