import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

import { generatedEntry } from '../../src/core/bundle/generated';
import { captureEnvironment } from '../../src/core/environment/capture';
import { environmentFiles } from '../../src/core/environment/files';
import { readNotebook } from '../../src/core/notebook/notebook';
import { plainEnglish as trans } from '../../src/core/text';
import { IModuleUse } from '../../src/core/uses/moduleUse';
import { readUses } from '../../src/core/uses/readUses';
import { BridgedKernel } from './bridge';
import { installed, IProject, projects } from './projects';
import { freshVenv, keptVenv, output } from './venvs';

const runner = join(__dirname, 'run.py');

/** Code of the project, by where it stands. */
function codeOf({ notebook, cells, files }: IProject) {
  const modules = Object.entries(files).filter(
    ([path]) => path.endsWith('.py') && path.startsWith('helpers/')
  );
  return [
    ...cells.map((source, cell) => ({
      place: { path: notebook, cell },
      source
    })),
    ...modules.map(([path, source]) => ({ place: { path, line: 1 }, source }))
  ];
}

/** What our own reading finds, without a kernel. */
async function usesOf(project: IProject): Promise<readonly IModuleUse[]> {
  const bytes = new TextEncoder().encode(documentOf(project));
  const entries = Object.entries(project.files).map(([path, content]) =>
    generatedEntry({ path, content, reason: '', lastModified: '' })
  );
  const uses = await readUses({
    notebooks: [
      { path: project.notebook, notebook: readNotebook(bytes, trans) }
    ],
    readText: async source => Promise.reject(new Error(source)),
    listing: { entries },
    root: '',
    trans
  });
  return uses.modules;
}

function documentOf({ cells }: IProject): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map((source, i) => ({
      cell_type: 'code',
      id: `cell${i}`,
      source,
      metadata: {},
      outputs: [],
      execution_count: null
    }))
  });
}

function write(folder: string, project: IProject): void {
  const { files, notebook } = project;
  const all = { ...files, [notebook]: documentOf(project) };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('a capture', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'zp-capture-'));
  let source: string;

  beforeAll(() => {
    source = keptVenv(installed, scratch);
  }, 600_000);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it.each(Object.entries(projects))(
    'of %s is all that the notebook needs',
    async (name, project) => {
      const home = join(scratch, name.replace(/\W/g, '-'));
      const own = join(home, 'mine');
      write(own, project);
      // An environment of its own where the project's packages are installed into it.
      const python = project.editable
        ? freshVenv(
            join(home, 'source'),
            [
              [...installed],
              ...project.editable.map(path => ['-e', join(own, path)])
            ],
            { scratch }
          )
        : source;
      const expected: unknown = JSON.parse(
        output(python, [runner, join(own, project.notebook)], { scratch })
      );

      const modules = await usesOf(project);
      const folder = posix.dirname(project.notebook);
      const kernel = new BridgedKernel(python, join(own, folder), join(home, 'bridge')); // prettier-ignore
      let capture;
      try {
        capture = await captureEnvironment(kernel, {
          modules,
          files: [...Object.keys(project.files), project.notebook],
          code: codeOf(project),
          folder: folder === '.' ? '' : folder,
          trans
        });
      } finally {
        await kernel.close();
      }
      const { files } = environmentFiles(capture, 0, trans);
      const text = (path: string) =>
        String(files.find(file => file.path === path)?.content);
      expect(files.map(({ path }) => path)).toEqual([
        'runtime.txt',
        'requirements.txt'
      ]);
      const lines = text('requirements.txt')
        .split('\n')
        .filter(line => line && !line.startsWith('#'));
      expect(lines.map(line => line.replace(/==.*/, '').toLowerCase())).toEqual(
        project.requirements
      );
      expect(
        lines.filter(line => !line.startsWith('./')).every(line => /==\d/.test(line)) // prettier-ignore
      ).toBe(true);
      expect(
        capture.findings.filter(({ severity }) => severity !== 'info')
      ).toEqual([]);

      // Another computer: only the bundle is there.
      const other = join(home, 'other');
      write(other, project);
      for (const { path, content } of files) {
        writeFileSync(join(other, path), content);
      }
      const fresh = freshVenv(
        join(home, 'venv'),
        [
          ['ipykernel', 'nbclient'],
          ['-r', 'requirements.txt']
        ],
        { cwd: other, scratch }
      );
      const version = output(fresh, ['--version'], { scratch });
      expect(version).toMatch(
        new RegExp(`^Python ${text('runtime.txt').trim().slice(7)}\\.`)
      );
      const outputs: unknown = JSON.parse(
        output(fresh, [runner, join(other, project.notebook)], { scratch })
      );
      expect(outputs).toEqual(expected);
      expect((outputs as string[]).length).toBeGreaterThan(0);
      rmSync(home, { recursive: true, force: true });
    },
    600_000
  );
});
