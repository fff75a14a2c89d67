import fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { detectBinder } from '../detect';
import { applyEdits } from '../listItem';
import { readRequirement } from '../requirementLine';
import { parseRequirements } from '../requirementsFile';
import { outlineToml } from '../toml';

const detect = (files: Record<string, string | Uint8Array>) =>
  detectBinder(Object.keys(files), async path => files[path], plainEnglish);

const names = [
  'environment.yml',
  'requirements.txt',
  'runtime.txt',
  'Pipfile',
  'Pipfile.lock',
  'pyproject.toml',
  'Project.toml',
  'Dockerfile',
  'apt.txt',
  'start'
];

const repeated = [
  'a==1\n',
  ' ',
  '\\\n',
  '#',
  '"',
  '"""\\"',
  "'''",
  '[',
  '{a: ',
  '- ',
  '- a\n',
  '? &a ',
  ' - &a *a\n',
  'a.',
  'a @ ',
  '-e .',
  '@',
  '://',
  'x==1;(',
  '\r',
  '\t- pip:\n'
];

describe('texts that somebody made to do harm', () => {
  it.each(names.flatMap(name => repeated.map(part => [name, part] as const)))(
    'do not hang or break: %s of %j',
    async (name, part) => {
      const text = part.repeat(Math.ceil(30_000 / part.length));
      const start = processorTime();
      const files = { 'a.ipynb': '{}', 'requirements.txt': '', [name]: text };
      const { findings } = await detect(files);
      expect(processorTime() - start).toBeLessThan(4000);
      for (const { message, excerpt = '' } of findings) {
        expect(message.length).toBeLessThan(1000);
        expect(excerpt.length).toBeLessThanOrEqual(80);
      }
    }
  );

  it('do not break it: any bytes in any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...names),
          fc.oneof(
            fc.uint8Array({ maxLength: 60 }),
            fc.string({ maxLength: 60 }),
            fc.string({ unit: 'grapheme', maxLength: 60 })
          )
        ),
        async files => {
          const { accepted, kind } = await detect(files);
          expect(accepted && kind === null).toBe(false);
        }
      ),
      { numRuns: 300 }
    );
  });

  it('are not looked into where they are longer than any list', async () => {
    const text = 'x==1+a\n'.repeat(200_000);
    expect(parseRequirements(text).items).toEqual([]);
    expect(outlineToml('a = b\n'.repeat(200_000)).mistake).toBeNull();
  });
});

describe('parseRequirements', () => {
  it('finds parts of the text, in their order, that do not overlap', () => {
    const piece = fc.constantFrom('a==1', ' ', '#', ' # x', '\\\n', '\n', '\r\n', '-e .', '"', ';'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        const { items } = parseRequirements(text);
        let at = 0;
        for (const { start, end, removable, line } of items) {
          expect(removable!.start).toBeGreaterThanOrEqual(at);
          expect(start).toBeGreaterThanOrEqual(removable!.start);
          expect(end).toBeLessThanOrEqual(removable!.end);
          expect(text.slice(0, removable!.start).split(/\r\n|\n|\r/)).toHaveLength(line); // prettier-ignore
          at = removable!.end;
        }
        const without = applyEdits(
          text,
          items.map(({ removable }) => ({ ...removable!, text: '' }))
        );
        expect(parseRequirements(without ?? '').items).toEqual([]);
      })
    );
  });
});

describe('readRequirement', () => {
  it.each([
    ['git@github.com:a/b.git', 'url'],
    ['name@https://example.org', 'url'],
    ['C:\\x', 'path'],
    ['x.whl', 'path'],
    ['a/b', 'path'],
    ['numpy==1', 'named'],
    ['-r x', 'include'],
    ['-i x', 'option'],
    ['numpy=1', 'unreadable']
  ])('tells what %s is', (line, kind) => {
    expect(readRequirement(line).kind).toBe(kind);
  });
});
