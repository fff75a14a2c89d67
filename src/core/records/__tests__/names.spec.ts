import fc from 'fast-check';
import { MemoryFileWriter } from '../../memoryFileWriter';
import { plainEnglish as trans } from '../../text';
import { folderNameFor, folderNameProblem, freeName } from '../folderName';
import { longestName } from '../limits';
import { packageLists } from '../packageLists';
import { PathTaker } from '../paths';

describe('The name of the new folder', () => {
  it.each([
    [
      'Soil moisture in the Alentejo, 2015–2025',
      'soil-moisture-in-the-alentejo-2015-2025'
    ],
    ['  ../../etc/passwd ', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['Café d’été', 'café-dété'],
    ['日本語のノート', '日本語のノート'],
    ['', 'record-17'],
    ['…', 'record-17']
  ])('of “%s” is “%s”', (title, name) => {
    expect(folderNameFor(title, '17')).toBe(name);
  });

  it('is cut between words, and good whatever the title is', () => {
    const long = folderNameFor('hydrology '.repeat(20), '1');
    expect(long).toBe(Array(6).fill('hydrology').join('-'));
    expect(folderNameFor('x'.repeat(99), '1')).toBe('x'.repeat(60));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
        const name = folderNameFor(title, '17');
        expect(folderNameProblem(name, trans)).toBeNull();
        expect(new PathTaker().file(name).path).toBe(name);
      })
    );
  });

  it.each([
    ['', /needs a name/],
    ['  ', /needs a name/],
    ['a/b', /none of these/],
    ['..\\up', /none of these/],
    ['C:', /none of these/],
    ['..', /begins with a dot/],
    ['.git', /begins with a dot/],
    ['x'.repeat(longestName), /too long/]
  ])('is refused: “%s”', (name, words) => {
    expect(folderNameProblem(name, trans)).toMatch(words);
  });

  it('is the next one where there is such a folder, or a file', async () => {
    const writer = new MemoryFileWriter();
    await writer.makeFolder('work');
    await writer.makeFolder('work/soil');
    writer.files.set('work/soil-2', new Uint8Array());
    expect(await freeName(writer, 'work', 'soil')).toBe('soil-3');
    expect(await freeName(writer, '', 'soil')).toBe('soil');
  });
});

describe('The path of a file in a record', () => {
  const reason = (name: string) => new PathTaker().file(name).reason;

  it.each([
    ['../evil', 'outside'],
    ['a/../../evil', 'outside'],
    ['a/..', 'outside'],
    ['/etc/passwd', 'absolute'],
    ['//host/share', 'absolute'],
    ['C:/evil', 'windows'],
    ['c:evil', 'windows'],
    ['./c:evil', 'windows'],
    ['a/C:/evil', 'windows'],
    ['a\\b', 'windows'],
    ['..\\evil', 'windows'],
    ['a\0b', 'name'],
    ['a\nb', 'name'],
    ['a\u007f', 'name'],
    ['half \ud800', 'name'],
    ['', 'name'],
    ['.', 'name'],
    ['./.', 'name'],
    ['x'.repeat(256), 'too-long'],
    ['é'.repeat(128), 'too-long'],
    ['a/'.repeat(600) + 'b', 'too-long']
  ] as const)('is refused: %j (%s)', (name, expected) => {
    expect(reason(name)).toBe(expected);
  });

  it.each([
    ['a.txt', 'a.txt'],
    ['a/b/c.txt', 'a/b/c.txt'],
    ['./a//b/./c', 'a/b/c'],
    ['..a/b..', '..a/b..'],
    ['日本語 é.txt', '日本語 é.txt'],
    ['100% #1?.txt', '100% #1?.txt']
  ])('of “%s” is “%s”', (name, path) => {
    expect(new PathTaker().file(name)).toEqual({ path });
  });

  it('is the first one’s of several that some disk takes for the same', () => {
    const taker = new PathTaker();
    expect(taker.file('Data.csv').path).toBe('Data.csv');
    expect(taker.file('data.csv').reason).toBe('duplicate');
    expect(taker.file('Data.csv').reason).toBe('duplicate');
    expect(taker.file('./Data.csv').reason).toBe('duplicate');
    expect(taker.file('caf\u00e9').path).toBe('caf\u00e9');
    expect(taker.file('cafe\u0301').reason).toBe('duplicate');
  });

  it('is refused where a file would be a folder too', () => {
    const taker = new PathTaker();
    taker.file('a');
    expect(taker.file('a/b').reason).toBe('collision');
    expect(taker.file('A/b').reason).toBe('collision');
    expect(taker.folder('a/').reason).toBe('collision');
    taker.file('c/d');
    expect(taker.file('C').reason).toBe('collision');
    expect(taker.folder('c/')).toEqual({ path: 'c' });
    expect(taker.file('c/e')).toEqual({ path: 'c/e' });
  });

  it('never leads out of the folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'B',
      'b',
      '\\',
      'C:',
      '\0',
      '…'
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 5 })), names => {
        const taker = new PathTaker();
        const taken = names.flatMap(
          parts => taker.file(parts.join('/')).path ?? []
        );
        expect(new Set(taken.map(one => one.toLowerCase())).size).toBe(
          taken.length
        );
        for (const path of taken) {
          expect(path).toMatch(/^[aB…/]+$/i);
          expect(new URL(`http://x/r/${path}`).pathname).toMatch(/^\/r\/./);
        }
      })
    );
  });
});

describe('The lists of packages', () => {
  it('are those of the folder for Binder, else those at the root', () => {
    expect(packageLists(['a.ipynb', 'environment.yml', 'uv.lock'])).toEqual([
      'environment.yml',
      'uv.lock'
    ]);
    expect(
      packageLists(['requirements.txt', 'binder/environment.yml'])
    ).toEqual(['binder/environment.yml']);
    expect(packageLists(['data/requirements.txt'])).toEqual([]);
  });
});
