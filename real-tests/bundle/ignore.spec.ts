import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { planBundle } from '../../src/core/bundle/plan';
import { MemoryFiles } from '../../src/core/memoryFiles';
import { plainEnglish as trans } from '../../src/core/text';
import { inFolder } from './python';

jest.setTimeout(120_000);

/** The paths that git ignores, of those given. */
function ignoredByGit(
  folder: string,
  paths: readonly string[]
): Promise<Set<string>> {
  return new Promise((resolve, reject) => {
    const git = execFile(
      'git',
      ['-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-z', '--stdin'], // prettier-ignore
      { cwd: folder, maxBuffer: 64_000_000 },
      (error, out) => {
        // 1: none of them is ignored.
        if (error && error.code !== 1) {
          reject(error);
          return;
        }
        resolve(new Set(out.split('\0').filter(Boolean)));
      }
    );
    git.stdin?.end(paths.join('\0'));
  });
}

function init(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('git', ['init', '--quiet'], { cwd: folder }, error =>
      error ? reject(error) : resolve()
    );
  });
}

const part = fc.constantFrom('a', 'b', 'A', 'data', 'x.csv', 'y.csv', 'raw');
const filePath = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map(parts => `${parts.join('/')}.txt`);

const glob = fc.constantFrom('a', 'b', 'A', 'data', '*.csv.txt', '*.txt', 'raw', '?', '*', '**', '[ab]', 'x*', 'raw.txt', '\\a', 'd*a'); // prettier-ignore
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!'),
    fc.constantFrom('', '', '/'),
    fc.array(glob, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', ' ', '\r')
  )
  .map(([not, top, parts, end]) => not + top + parts.join('/') + end);
const rules = fc
  .array(fc.oneof(pattern, fc.constantFrom('', '# a', '  ')), { maxLength: 5 })
  .map(lines => lines.join('\n'));

const project = fc.record({
  files: fc.uniqueArray(filePath, { minLength: 3, maxLength: 25 }),
  top: rules,
  nested: fc.dictionary(fc.constantFrom('a', 'data', 'a/b', 'raw'), rules, { maxKeys: 2 }) // prettier-ignore
});

describe('.gitignore files', () => {
  it('leave out what git leaves out', async () => {
    const cases = fc.sample(project, { numRuns: 300, seed: 20261121 });
    await inFolder(async top => {
      await init(top);
      const all: string[] = [];
      const ours = new Set<string>();
      for (const [i, { files, top: text, nested }] of cases.entries()) {
        const contents: Record<string, string> = { '.gitignore': text };
        files.forEach(file => {
          contents[file] = '';
        });
        for (const [folder, lines] of Object.entries(nested)) {
          contents[`${folder}/.gitignore`] = lines;
        }
        for (const [file, content] of Object.entries(contents)) {
          const at = path.join(top, String(i), file);
          await mkdir(path.dirname(at), { recursive: true });
          await writeFile(at, content);
        }
        const plan = await planBundle({
          files: new MemoryFiles(
            Object.fromEntries(
              Object.entries(contents).map(([file, content]) => [
                `${i}/${file}`,
                content
              ])
            )
          ),
          selection: [String(i)],
          gitignore: true,
          trans
        });
        const taken = new Set(
          plan.entries.filter(e => e.included).map(e => e.path)
        );
        for (const file of files) {
          all.push(`${i}/${file}`);
          if (!taken.has(file)) {
            ours.add(`${i}/${file}`);
          }
        }
      }
      const theirs = await ignoredByGit(top, all);
      expect(theirs.size).toBeGreaterThan(200);
      expect(theirs.size).toBeLessThan(all.length);
      const differing = all
        .filter(file => ours.has(file) !== theirs.has(file))
        .map(file => {
          const { top, nested } = cases[Number(file.split('/')[0])];
          return { file, git: theirs.has(file), top, nested };
        });
      expect(differing).toEqual([]);
    });
  });
});
