import { CancelledError } from '../../../error';
import { plainEnglish as trans } from '../../../text';
import { IModuleUse, Language } from '../../../uses/moduleUse';
import {
  KernelAnswerError,
  KernelUnavailableError,
  ScriptedKernel
} from '../../kernel';
import { parseToml } from '../../toml';
import { captureFiles } from '../languageFiles';

function uses(language: Language, ...names: string[]): IModuleUse[] {
  return names.map(name => ({
    name,
    language,
    places: [{ path: 'a.ipynb', cell: 0 }],
    optional: false
  }));
}

const now = Date.UTC(2026, 10, 21);

async function capture(
  language: Language,
  answer: object | string,
  names: string[]
) {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const kernel = new ScriptedKernel(text, language);
  const found = await captureFiles(kernel, {
    modules: [...uses(language, ...names), ...uses('python', 'numpy')],
    files: [],
    now,
    trans
  });
  return {
    files: Object.fromEntries(found.files.map(f => [f.path, f.content])),
    findings: found.findings.map(({ id }) => id),
    asked: kernel.asked[0]
  };
}

describe('a kernel of R', () => {
  const names = ['stats', 'dplyr', 'limma', 'mine', 'gone', 'private'];
  const built = (day: string) => `R 4.4.1; ; ${day} 08:00:00 UTC; unix`;
  const answer = {
    version: '4.4.2',
    packages: [
      { name: 'stats', Version: '4.4.2', Priority: 'base' },
      { name: 'dplyr', Version: '1.1.4', Repository: 'CRAN', Built: built('2025-03-01') }, // prettier-ignore
      { name: 'limma', Version: '3.60', biocViews: 'X', Built: built('2025-02-01') }, // prettier-ignore
      { name: 'mine', Version: '0.1', RemoteType: 'github', RemoteUsername: 'me', RemoteRepo: 'mine', RemoteSha: 'abc' }, // prettier-ignore
      { name: 'gone', Version: '' },
      { name: 'private', Version: '1' },
      { name: 'notasked', Version: '1', Repository: 'CRAN' }
    ]
  };

  it('gives runtime.txt with a day, and install.R', async () => {
    const { files, findings, asked } = await capture('R', answer, names);
    expect(files).toEqual({
      'runtime.txt': 'r-4.4-2025-03-01\n',
      'install.R': `# Packages that the notebooks use. Made by jupyterlab-zenodo-publisher.
install.packages("BiocManager")
install.packages("remotes")
install.packages("dplyr")
BiocManager::install("limma", update = FALSE, ask = FALSE)
remotes::install_github("me/mine@abc", upgrade = "never") # mine
install.packages("private")
`
    });
    expect(findings).toEqual([
      'environment.from-url',
      'environment.not-installed',
      'environment.unknown-source'
    ]);
    expect(asked).toContain('c("dplyr", "gone", "limma", "mine", "private", "stats")'); // prettier-ignore
    expect(asked).not.toContain('numpy');
  });

  it('asks a balanced expression that is ASCII', async () => {
    const { asked } = await capture('R', { version: '4.4.2' }, []);
    expect(asked).toContain('c(character(0))');
    expectBalanced(asked);
  });

  it('takes today where no day is known, and says an unknown version', async () => {
    const { files, findings } = await capture('R', { version: '5.0.1' }, []);
    expect(files['runtime.txt']).toBe('r-5.0-2026-11-21\n');
    expect(findings).toEqual(['environment.r-version']);
  });

  it('writes nothing that the notebook or the kernel makes up', async () => {
    const evil = { name: 'dplyr', Version: '1', RemoteType: 'github', RemoteUsername: 'a"); q("', RemoteRepo: 'b', RemoteSha: 'c', Repository: 'CRAN' }; // prettier-ignore
    const { files, asked } = await capture(
      'R',
      {
        version: '4.4.2',
        packages: [evil, { name: 'x"); q("', Version: '1' }]
      },
      ['dplyr', 'x"); q("']
    );
    expect(files['install.R']).not.toContain('q(');
    expect(asked).not.toContain('q("');
  });
});

describe('a kernel of Julia', () => {
  const csv = '336ed68f-0bac-5ca0-87d4-7b16caf5d00b';
  const answer = {
    version: '1.10.4',
    packages: [
      { name: 'CSV', found: true, uuid: csv, version: '0.10.14' },
      { name: 'Gone', found: false },
      { name: 'LinearAlgebra', standard: true, found: true, uuid: csv },
      { name: 'Mine', found: true, path: true, uuid: csv, version: '0.1.0' },
      { name: 'Repo', found: true, repository: true, uuid: csv.replace('3', '4'), version: '0.2.0', revision: 'main' } // prettier-ignore
    ]
  };

  it('gives Project.toml with the version of Julia', async () => {
    const { files, findings, asked } = await capture('julia', answer, ['CSV', 'LinearAlgebra', 'Gone', 'Mine', 'Repo.Sub', 'Base.Iterators', 'IJulia']); // prettier-ignore
    expect(Object.keys(files)).toEqual(['Project.toml']);
    const { deps, compat } = parseToml(String(files['Project.toml']));
    expect({ ...(deps as object) }).toEqual({
      CSV: csv,
      Repo: csv.replace('3', '4')
    });
    expect({ ...(compat as object) }).toEqual({
      julia: '~1.10',
      CSV: '=0.10.14'
    });
    expect(findings).toEqual([
      'environment.not-installed',
      'environment.local-install',
      'environment.from-repository'
    ]);
    expect(asked).toContain('String["CSV", "Gone", "LinearAlgebra", "Mine", "Repo"]'); // prettier-ignore
    expectBalanced(asked);
  });

  it('writes nothing that the kernel makes up', async () => {
    const evil = { name: 'CSV', found: true, uuid: 'x"\n[sources]', version: '1"\ny = "' }; // prettier-ignore
    const { files } = await capture('julia', { version: '1.10.0', packages: [evil] }, ['CSV']); // prettier-ignore
    expect(files['Project.toml']).not.toMatch(/sources|y =/);
  });
});

describe('captureFiles', () => {
  it.each([
    ['R', 'nothing'],
    ['R', '{}'],
    ['R', '[]'],
    ['R', '{"version": "4\\nr"}'],
    ['julia', '{"version": 1}'],
    ['julia', '{"error": "x"}'],
    ['python', '{}']
  ] as const)('does not trust the answer of %s: %s', async (language, text) => {
    await expect(capture(language, text, [])).rejects.toBeInstanceOf(
      KernelAnswerError
    );
  });

  it('makes the files of a Python kernel', async () => {
    const { files } = await capture('python', { python: '3.12' }, []);
    expect(Object.keys(files)).toEqual(['runtime.txt', 'requirements.txt']);
  });

  it('refuses other languages, and stops when it is cancelled', async () => {
    const options = { modules: [], files: [], now, trans };
    await expect(
      captureFiles(new ScriptedKernel('', 'scala'), options)
    ).rejects.toBeInstanceOf(KernelUnavailableError);
    for (const language of ['R', 'julia', 'python']) {
      const kernel = new ScriptedKernel('{}', language);
      await expect(
        captureFiles(kernel, { ...options, signal: AbortSignal.abort() })
      ).rejects.toBeInstanceOf(CancelledError);
      expect(kernel.asked).toEqual([]);
    }
  });
});

/** Brackets and quotes of an expression match: all that can be checked without the language. */
function expectBalanced(code: string): void {
  const open: string[] = [];
  const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const bare = code.replace(/'"'/g, '').replace(/"(?:[^"\\]|\\.)*"/g, '');
  expect(bare).not.toContain('"');
  for (const character of bare) {
    if ('([{'.includes(character)) {
      open.push(character);
    } else if (character in closing) {
      expect(open.pop()).toBe(closing[character]);
    }
  }
  expect(open).toEqual([]);
  expect(code).toMatch(/^[\x20-\x7e\n]+$/);
}
