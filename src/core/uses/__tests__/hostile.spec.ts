import fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { CodeReader } from '../code/codeReader';
import { markdownNotes } from '../code/markdown';
import { shellNotes } from '../code/shell';
import { Language } from '../moduleUse';
import { usesOf } from './project';

const languages: readonly Language[] = ['python', 'R', 'julia'];

/* Pieces of code that are put together without sense. */
const pieces = fc.array(
  fc.constantFrom('(', ')', '[', ']', '{', '}', '"', "'", '"""', 'f"', '{x', '}"', '\\', '\n', '\n  ', ';', ':', ',', '.', '=', '+', '/', '%', '!', '%%R', '%run x', 'import a', 'from . import b', 'def f(', 'if x:', 'for a in', 'else:', 'open(', 'Path(', 'library(', 'using A', 'x', '1', '#', '#=', '`', '$', '::', '<-', '->', '~', '../', 'a.csv', '\u0000', '\r\n', 'é', '😀'), // prettier-ignore
  { maxLength: 60 }
);

describe('code of any kind', () => {
  it('is read without an error, and to the same end', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...languages), (parts, language) => {
        const code = parts.join('');
        const first = new CodeReader().read(code, language);
        expect(new CodeReader().read(code, language)).toEqual(first);
        for (const note of first.notes) {
          expect(note.at).toBeLessThanOrEqual(code.length);
        }
        shellNotes(code);
        markdownNotes(code);
      }),
      { numRuns: 2000 }
    );
  });

  it('does not hide an import that stands on a line of its own', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const code = parts.filter(part => !/^%%|#|["'\\]|\n {2}|^(?:if|def|else|for)/.test(part)).join(' '); // prettier-ignore
        const { notes } = new CodeReader().read(`${code}\nimport wanted`, 'python'); // prettier-ignore
        expect(notes.some(note => note.type === 'import' && note.name === 'wanted')).toBe(true); // prettier-ignore
      }),
      { numRuns: 1000 }
    );
  });

  const length = 60_000;
  it.each(
    ['(', '[', '{', '"', "'", '"""', 'f"{', '"\\', 'f(', 'a.', 'a[', '"x"+', '#=', '`', '!', '%x ', '\\\n', 'if x:\n', 'a=', 'import ', 'x,', '~/', '"a" ', '[](', '![', '](', '<img ', '<img src="', '$(', '"$(', '\n!a \\', '`a', "' ", 'r"(', 'def f(a,', 'open("a/', '- ', 'x = """a', '/*', 'a\n  ', '{}', '()', 'f"{a', '!"', "!'a"].map(piece => [piece]) // prettier-ignore
  )('%j without end takes no long time', piece => {
    const text = piece.repeat(length / piece.length);
    const start = processorTime();
    for (const language of languages) {
      new CodeReader().read(text, language);
      new CodeReader().read(`%%bash\n${text}`, language);
    }
    markdownNotes(text);
    expect(processorTime() - start).toBeLessThan(3000);
  });
});

describe('names of any length', () => {
  it.each(['save', 'read', 'write', 'load', 'to'])('%s', start => {
    const code = `${start}${'_'.repeat(50_000)}.("a.csv")\n${start}${'_a'.repeat(50)}.("a.csv")`;
    const before = processorTime();
    languages.forEach(language => new CodeReader().read(code, language));
    expect(processorTime() - before).toBeLessThan(3000);
  });
});

describe('a big project', () => {
  it('lets others run all the time', async () => {
    const cells = Array.from(
      { length: 1500 },
      (_, i) =>
        `import numpy as np, m${i % 40}\ndf = pd.read_csv("d/x${i}.csv")\n${'y = np.sum(x[1:], axis=0) / 2\n'.repeat(30)}df.to_csv(f"out/{i}.csv")`
    );
    let last = processorTime();
    let longest = 0;
    const timer = setInterval(() => {
      longest = Math.max(longest, processorTime() - last);
      last = processorTime();
    }, 1);
    const uses = await usesOf({ notebooks: { 'a.ipynb': cells } });
    clearInterval(timer);
    expect(uses.files).toHaveLength(1500);
    // Half a second here is a slow machine; without pauses it is all of the time.
    expect(longest).toBeLessThan(500);
  });

  it('is not led in circles, or too deep', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`p/m${i}.py`, `import m${i + 1}, m0`]) // prettier-ignore
    );
    const uses = await usesOf({
      notebooks: { 'a.ipynb': ['import m0\n%run a.ipynb'] },
      files
    });
    expect(uses.proposedEntries.length).toBeGreaterThan(15);
    expect(uses.proposedEntries.length).toBeLessThan(40);
  });

  it('survives broken cells and names of all kinds', async () => {
    const uses = await usesOf({
      notebooks: {
        'a.ipynb': ['open("../../../etc/passwd")', 'open("a\\x00b.csv")', 'open("__proto__")\nimport __proto__, constructor', `open("${'d/'.repeat(150)}x")`, '%cd ..\n%cd ..\nopen("x")'] // prettier-ignore
      }
    });
    expect(uses.files.every(({ path }) => !path.includes('\u0000'))).toBe(true);
    expect(uses.modules.map(({ name }) => name)).toEqual(['__proto__', 'constructor']); // prettier-ignore
  });
});
