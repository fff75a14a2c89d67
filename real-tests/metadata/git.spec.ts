/** What we read of git's files is what git itself says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MemoryFiles } from '../../src/core/memoryFiles';
import { readGit } from '../../src/core/metadata/sources/git';
import { plainEnglish } from '../../src/core/text';

let folder: string;

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'Ana Silva',
      GIT_AUTHOR_EMAIL: 'ana@example.org',
      GIT_COMMITTER_NAME: 'Ana Silva',
      GIT_COMMITTER_EMAIL: 'ana@example.org'
    }
  });
}

/** What the panel reads where Jupyter shows hidden files. */
async function versionSeen(): Promise<string | undefined> {
  const contents: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, {
    recursive: true,
    withFileTypes: true
  })) {
    if (entry.isFile()) {
      const full = path.join(entry.parentPath, entry.name);
      const at = path.relative(folder, full).split(path.sep).join('/');
      contents[at] = new Uint8Array(readFileSync(full));
    }
  }
  const files = new MemoryFiles(contents);
  const source = await readGit({ files, root: '', trans: plainEnglish });
  return source?.values.version;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zenodo-publisher-git-'));
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'One');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ways: [string, string[]][] = [
  ['a light tag', ['tag', 'v1.2.0']],
  ['an annotated tag', ['tag', '--annotate', '--message', 'Notes', 'v1.2.0']]
];

describe.each(ways)('%s', (_name, tag) => {
  it('is the version', async () => {
    git(...tag);
    expect(await versionSeen()).toBe('1.2.0');
  });

  it('is the version where git has packed it', async () => {
    git(...tag);
    git('pack-refs', '--all');
    git('gc', '--quiet');
    expect(await versionSeen()).toBe('1.2.0');
  });

  it('is no version of what came after it', async () => {
    git(...tag);
    git('commit', '--quiet', '--allow-empty', '--message', 'Two');
    expect(await versionSeen()).toBeUndefined();
  });
});
