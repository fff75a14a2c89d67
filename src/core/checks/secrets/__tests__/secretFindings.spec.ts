import { plainEnglish } from '../../../text';
import { Remark, RuleId } from '../rule';
import { whatIs } from '../ruleTexts';
import { secretRules } from '../rules';
import { secretFindings } from '../secretFindings';
import { ISecretHit, maskedValue } from '../secretHit';
import { InThreadScanner } from '../secretScanner';
import { asFile } from './labelled/asFile';
import { labelled } from './labelled/labelled';
import { Random } from './labelled/random';
import { tokens } from './labelled/tokens';
import { hitsIn, utf8 } from './scanText';

const hit: ISecretHit = {
  rule: 'github',
  level: 'stop',
  path: 'sub/a.ipynb',
  where: 'output',
  cell: 4,
  masked: 'ghp_…NUx',
  key: 'k',
  count: 1,
  canMask: true
};

function messageOf(changes: Partial<ISecretHit>): string {
  return secretFindings([{ ...hit, ...changes }], plainEnglish)[0].message;
}

describe('The finding of a secret', () => {
  it('says what it is, where, and what to do', () => {
    const [finding] = secretFindings([hit], plainEnglish);
    expect(finding).toEqual({
      id: 'secrets.github',
      severity: 'error',
      section: 'contents',
      message:
        'A GitHub token is in the output of cell 5 of sub/a.ipynb. Everyone could use it. Remove it from the copy. If it was ever shared, revoke it (github.com, Settings, Developer settings): removing the text does not help then.',
      place: { path: 'sub/a.ipynb', cell: 4 },
      excerpt: 'ghp_…NUx',
      key: 'k',
      stops: true,
      fixes: [
        {
          label: 'Remove it from the copy',
          fix: {
            kind: 'edit-copy',
            path: 'sub/a.ipynb',
            edit: { kind: 'mask', key: 'k' }
          }
        },
        {
          label: 'Leave the file out',
          fix: { kind: 'exclude', paths: ['sub/a.ipynb'] }
        }
      ]
    });
  });

  it.each([
    [{ where: 'source', cell: 0 }, 'in cell 1 of'],
    [{ where: 'metadata', cell: undefined }, 'in the metadata of sub/a.ipynb'],
    [{ where: 'file', cell: undefined, line: 7 }, 'in line 7 of'],
    [{ count: 3 }, 'It is there 3 times.'],
    [{ rule: 'dotfile', path: '.env' }, '.env is a file of a kind'],
    [{ rule: 'many', count: 9 }, '9 more are not listed'],
    [{ rule: 'unread' }, 'could not be checked'],
    [{ remark: 'map-key' }, 'meant to be public']
  ] as [Partial<ISecretHit>, string][])('%j', (changes, words) => {
    expect(messageOf(changes)).toContain(words);
  });

  it('stops nothing that only is to be looked at', () => {
    const levels = (['stop', 'warn', 'note'] as const).map(level => {
      const [finding] = secretFindings([{ ...hit, level }], plainEnglish);
      return [finding.severity, finding.stops];
    });
    expect(levels).toEqual([
      ['error', true],
      ['warning', undefined],
      ['info', undefined]
    ]);
  });

  it('can only leave out what cannot be masked', () => {
    const [finding] = secretFindings(
      [{ ...hit, canMask: false }],
      plainEnglish
    );
    expect(finding.fixes?.map(({ fix }) => fix.kind)).toEqual(['exclude']);
  });

  it('has words for each rule and remark', () => {
    const rules = [
      ...secretRules('x'.repeat(20)).map(({ id }) => id),
      'dotfile',
      'many',
      'unread'
    ];
    const words = [...new Set(rules)].map(rule =>
      whatIs(rule as RuleId, plainEnglish)
    );
    expect(new Set(words).size).toBe(words.length);
    const remarks: Remark[] = ['expired', 'local', 'test-key', 'map-key'];
    const said = remarks.map(remark => messageOf({ remark }));
    expect(new Set(said).size).toBe(remarks.length);
  });
});

describe('No secret leaves with its finding', () => {
  it.each([
    ['abcdefg', '…'],
    ['abcdefgh', 'a…'],
    ['abcdefghijkl', 'ab…l'],
    ['abcdefghijklmnopqrst', 'abcd…rst'],
    ['a\nb\u0000cdefghijklmnopqrst', 'a·b·…rst']
  ])('masked: %j', (value, shown) => {
    expect(maskedValue(value)).toBe(shown);
  });

  it('of all that is labelled', async () => {
    for (const item of labelled.filter(({ expected }) => expected.length)) {
      const { path, bytes } = asFile(item);
      const hits = await hitsIn(new TextDecoder().decode(bytes), path);
      const told = JSON.stringify(secretFindings(hits, plainEnglish));
      for (const run of item.text.match(/[\w+/-]{12,}/g) ?? []) {
        const leaks =
          /\d/.test(run) && told.includes(run) && item.kind !== 'name';
        expect([item.id, leaks]).toEqual([item.id, false]);
      }
    }
  });
});

describe('The scanner in this thread', () => {
  it('scans what it is given, in its order, and masks by the findings', async () => {
    const scanner = new InThreadScanner({ salt: 'sixteen or more characters' });
    const token = tokens.npm[0](new Random('port'));
    const bytes = utf8(`a ${token}\n`);
    const open = async () => bytes;
    const stream = async () => new Blob(['a ', token, '\n']).stream();
    const hits = await scanner.scan([
      { path: 'b.txt', open },
      { path: 'a.txt', open: stream }
    ]);
    expect(hits.map(({ path, rule }) => [path, rule])).toEqual([
      ['b.txt', 'npm'],
      ['a.txt', 'npm']
    ]);
    expect(structuredClone(hits)).toEqual(hits);
    const masked = await scanner.mask('b.txt', bytes, [hits[0].key]);
    expect(new TextDecoder().decode(masked)).toBe('a ***REMOVED***\n');
  });
});
