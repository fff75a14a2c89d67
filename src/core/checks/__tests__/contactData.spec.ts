import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { machineCheck, mailAddresses, mailCheck } from '../contactData';
import { code, display, markdown, places, run, stream } from './notebookFiles';

const mail = mailCheck(plainEnglish);
const machine = machineCheck(plainEnglish);
const traces = async (text: string) =>
  (await run(machine, [code('x', 1, [stream(text)])])).map(({ id }) => id);

describe('mail', () => {
  it.each([
    ['<anna.b+c@mail.uni-x.edu>', 'anna.b+c@mail.uni-x.edu'],
    ['to: a_1@x.museum.', 'a_1@x.museum'],
    ['mailto:me@uni.edu', 'me@uni.edu'],
    ['a@b.de,c@d.de', 'a@b.de', 'c@d.de'],
    ['Author: A\nanna@uni.edu\nCopyright', 'anna@uni.edu']
  ])('finds those in %j', (text, ...expected) => {
    expect([...mailAddresses(text)].map(({ value }) => value)).toEqual(
      expected
    );
  });

  it.each([
    'me@example.org',
    'me@mail.example.com',
    'noreply@github.com',
    '12+me@users.noreply.github.com',
    'git@github.com:a/b.git',
    'https://me@host.org',
    'ssh://git@host.org',
    'package@1.2.3',
    '@decorator.setter',
    'a @ b.de',
    'me@localhost',
    'user@host:~$',
    '.@b.de',
    'Author-email: Anna <anna@uni.edu>',
    '/*! x. MIT. @license Anna <anna@uni.edu> */',
    'Copyright 2020\tanna@uni.edu, Anna'
  ])('accepts %j', text => {
    expect([...mailAddresses(text)]).toEqual([]);
  });

  it('looks at outputs only, and says each once for a cell', async () => {
    const found = await run(mail, [
      markdown('anna@uni.edu'),
      code('"anna@uni.edu"', 1),
      code('x', 2, [
        stream('anna@uni.edu\nanna@uni.edu'),
        display({ 'text/html': '<td>bob@uni.edu</td>' })
      ])
    ]);
    expect(places(found)).toEqual(['notebook.mail 3', 'notebook.mail 3']);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      excerpt: 'anna@uni.edu',
      fixes: [{ fix: { edit: { kind: 'clear-outputs', cell: 2 } } }]
    });
  });

  it('names a few of very many', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `a${i}@uni.edu\n`);
    const found = await run(mail, [code('x', 1, [stream(many)])]);
    expect(found).toHaveLength(5);
  });

  it('is not held up by hostile outputs', async () => {
    const started = processorTime();
    for (const part of ['@', 'a.', 'a@', 'a@b.', '+', '-@-']) {
      const text = part.repeat(1_000_000 / part.length);
      await run(mail, [code('x', 1, [stream(text)])]);
    }
    expect(processorTime() - started).toBeLessThan(5_000);
  });
});

describe('machine', () => {
  it.each([
    ['inet 141.20.3.4/24', 'notebook.network'],
    ['connected to 141.20.3.4', 'notebook.network'],
    ['192.168.1.17', 'notebook.network'],
    ['tcp://10.3.4.5:8786', 'notebook.network'],
    ['ether 3c:22:fb:12:ab:cd', 'notebook.network'],
    ['3C-22-FB-12-AB-CD', 'notebook.network'],
    ['27000@licence.uni.edu', 'notebook.licence-server'],
    ['LM_LICENSE_FILE', 'notebook.licence-server'],
    ['Set parameter LicenseID to value 2', 'notebook.licence-server'],
    ['| NVIDIA-SMI 535.104 |', 'notebook.hardware'],
    ['a\nArchitecture:        x86_64', 'notebook.hardware']
  ])('notes %j', async (text, id) => {
    const [finding] = await run(machine, [code('x', 1, [stream(text)])]);
    expect(finding).toMatchObject({ id, severity: 'info' });
  });

  it.each([
    'version 1.24.0.1',
    '141.20.3.4',
    '192.168.1',
    '192.168.1.256',
    '192.168.1.1.1',
    'v192.168.1.1-2',
    'http://127.0.0.1:8888',
    '0.0.0.0',
    '3c:22:fb:12:ab',
    '3c:22:fb:12:ab:cd:ef',
    '3c:22:fb-12:ab:cd',
    'licence: MIT',
    'License: BSD',
    '3@uni.edu',
    'Architecture'
  ])('accepts %j', async text => {
    expect(await traces(text)).toEqual([]);
  });

  it('is not held up by hostile outputs', async () => {
    const started = processorTime();
    for (const part of [
      '1.',
      '1.1.1.1 ',
      'ab:',
      'ip ',
      '1',
      'Set parameter ',
      '\nArchitecture: \t'
    ]) {
      await traces(part.repeat(1_000_000 / part.length));
    }
    expect(processorTime() - started).toBeLessThan(5_000);
  });
});
