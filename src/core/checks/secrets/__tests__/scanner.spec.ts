import { gzipSync } from 'zlib';

import { CancelledError } from '../../../error';
import { IRule } from '../rule';
import { scanBytes } from '../scanner';
import { TextMatcher } from '../textMatcher';
import { Random } from './labelled/random';
import { notebookOf } from './labelled/asFile';
import { tokens } from './labelled/tokens';
import { quickKeys } from './quickKeys';
import { hitsIn, OPTIONS, rulesIn, utf8 } from './scanText';

const r = new Random('the scanner');
const token = tokens.github[0](r);
const run = { keys: quickKeys };

describe('Where secrets are seen in a notebook', () => {
  const half = [token.slice(0, 9), token.slice(9)];
  const cells: [string, object][] = [
    ['source', { cell_type: 'code', source: `a = "${token}"`, outputs: [] }],
    ['source', { cell_type: 'code', source: half }],
    ['source', { cell_type: 'raw', source: [token] }],
    ['output', { outputs: [{ output_type: 'stream', text: half }] }],
    ['output', { outputs: [{ output_type: 'error', evalue: token }] }],
    [
      'output',
      {
        outputs: [
          {
            output_type: 'error',
            traceback: [
              `\u001b[31m${half[0]}\u001b[0m\u001b[1m${half[1]}\u001b[0m`
            ]
          }
        ]
      }
    ],
    ['output', { outputs: [{ data: { 'text/html': half } }] }],
    ['output', { outputs: [{ data: { 'application/json': { a: [token] } } }] }],
    ['output', { outputs: [{ data: { 'application/vnd.x.v1+json': token } }] }],
    ['output', { outputs: [{ data: { 'image/svg+xml': token } }] }],
    ['output', { outputs: [{ data: {}, metadata: { x: token } }] }],
    ['output', { outputs: [token] }],
    ['output', { outputs: [{ data: [token] }] }],
    ['metadata', { metadata: { tags: [token] } }],
    ['metadata', { unknown: { [token]: 1 } }],
    ['attachment', { attachments: { [token]: {} } }],
    ['attachment', { attachments: { a: { 'text/plain': token } } }]
  ];

  it.each(cells.map(([where, cell], i) => [i, where, cell] as const))(
    '%i: %s',
    async (_, where, cell) => {
      const text = notebookOf([{ cell_type: 'markdown', source: '' }, cell]);
      const hits = await hitsIn(text, 'a.ipynb');
      expect(hits).toHaveLength(1);
      expect(hits[0]).toMatchObject({
        rule: 'github',
        where,
        cell: 1,
        count: 1
      });
    }
  );

  it('in the notebook’s metadata, and in what is no cell', async () => {
    const where = 'metadata';
    const inMetadata = { cells: [], metadata: { a: { b: token } } };
    const [first] = await hitsIn(JSON.stringify(inMetadata), 'a.ipynb');
    expect(first).toMatchObject({ rule: 'github', where });
    expect(first.cell).toBeUndefined();
    const strange = { worksheets: [{ cells: [{ input: token }] }] };
    expect(await rulesIn(JSON.stringify(strange), 'a.ipynb')).toEqual([
      'github'
    ]);
    expect(await rulesIn(`["${token}"]`, 'a.ipynb')).toEqual(['github']);
  });

  it('not in pictures', async () => {
    const cell = { outputs: [{ data: { 'image/png': token } }] };
    expect(await hitsIn(notebookOf([cell]), 'a.ipynb')).toEqual([]);
  });

  it('once a cell, with their number', async () => {
    const cell = { cell_type: 'code', source: `${token} ${token}` };
    const hits = await hitsIn(notebookOf([cell, cell]), 'a.ipynb');
    expect(hits.map(h => [h.cell, h.count])).toEqual([
      [0, 2],
      [1, 2]
    ]);
    expect(hits[0].key).toBe(hits[1].key);
  });

  it('in a broken one, though its strings are escaped', async () => {
    const password = r.mixed(14);
    const source = `password = "${password}"\n`;
    const whole = notebookOf([{ cell_type: 'code', source: [source] }]);
    const broken = whole.slice(0, whole.indexOf('kernelspec'));
    expect(broken).toContain('\\"');
    const [hit] = await hitsIn(broken, 'a.ipynb');
    expect(hit).toMatchObject({ rule: 'keyword', where: 'file' });
    expect(hit.line).toBe(
      broken.slice(0, broken.indexOf(password)).split('\n').length
    );
  });
});

describe('Files of other kinds', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeffä\n${token}`, 'utf8')],
    ['UTF-16 with a mark', Buffer.from(`\ufeffä\n${token}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(`words in here\n${token}\n`, 'utf16le')],
    [
      'UTF-16, big end first',
      Buffer.from(`\ufeffä\n${token}`, 'utf16le').swap16()
    ],
    ['Windows’ Western alphabet', Buffer.from(`\xe4\xf6\n${token}`, 'latin1')]
  ])('%s', async (_, buffer) => {
    const hits = await scanBytes('a.csv', new Uint8Array(buffer), OPTIONS, run);
    expect(hits).toMatchObject([{ rule: 'github', line: 2, count: 1 }]);
  });

  it.each([
    ['zeros', Buffer.from(`\0\0\x01\0${token}\0\0\0`, 'latin1')],
    ['gzip', gzipSync(token)],
    ['zip', Buffer.from(`PK\x03\x04${token}`, 'latin1')],
    ['PDF', Buffer.from(`%PDF-1.7\n${token}`, 'latin1')]
  ])('binary ones are not opened: %s', async (_, buffer) => {
    expect(
      await scanBytes('a.bin', new Uint8Array(buffer), OPTIONS, run)
    ).toEqual([]);
  });

  it('empty ones', async () => {
    expect(await hitsIn('', 'a.txt')).toEqual([]);
    expect(await hitsIn('', 'a.ipynb')).toEqual([]);
  });

  it('with more values than can be told', async () => {
    const many = Array.from({ length: 150 }, () => tokens.github[0](r));
    const hits = await hitsIn(many.join('\n'));
    expect(hits).toHaveLength(101);
    expect(hits[100]).toMatchObject({ rule: 'many', count: 50, level: 'stop' });
  });
});

describe('A scan that does not go well', () => {
  const broken: IRule = {
    id: 'keyword',
    level: 'warn',
    keywords: ['gh'],
    find: text => {
      throw new Error(`cannot make sense of ${text}`);
    }
  };

  it('says that the file was not checked, and nothing of what is in it', async () => {
    const log = jest.spyOn(console, 'error');
    const hits = await scanBytes('a.txt', utf8(token), OPTIONS, {
      ...run,
      matcher: new TextMatcher([broken])
    });
    expect(hits).toMatchObject([
      { rule: 'unread', level: 'stop', path: 'a.txt' }
    ]);
    expect(JSON.stringify(hits)).not.toContain(token.slice(5, 12));
    expect(log).not.toHaveBeenCalled();
  });

  it('keeps what other rules have found', async () => {
    const other: IRule = {
      ...broken,
      id: 'github',
      find: (_, at) => ({ start: at, end: at + 40 })
    };
    const hits = await scanBytes('a.txt', utf8(token), OPTIONS, {
      ...run,
      matcher: new TextMatcher([broken, other])
    });
    expect(hits.map(hit => hit.rule)).toEqual(['unread', 'github']);
  });

  it('lets go when it is cancelled, and says nothing of the text', async () => {
    const controller = new AbortController();
    const rules: IRule[] = [
      {
        ...broken,
        find: () => {
          controller.abort();
          return null;
        }
      }
    ];
    const scan = scanBytes('a.txt', utf8(token), OPTIONS, {
      ...run,
      matcher: new TextMatcher(rules),
      signal: controller.signal
    });
    const error = await scan.catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(CancelledError);
    expect(String((error as Error).message)).not.toContain(token.slice(5, 12));
  });
});
