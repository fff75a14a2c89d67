import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nameProblem } from '../../src/core/bundle/names';
import {
  ICrateFile,
  ICrateNotebook,
  ICrateOptions,
  cratePath,
  roCrate
} from '../../src/core/crate/crate';
import { emptyCreator, emptyMetadata } from '../../src/core/metadata/empty';
import type { ICreator, IMetadata } from '../../src/core/metadata/model';
import { zenodo } from '../../src/core/zenodo/sites';
import { plainEnglish as trans } from '../../src/core/text';
import { inFolder, runPython } from './python';
import { treeOf } from './trees';
import type { ITestEvidence } from '../../src/core/testRun/evidence';

jest.setTimeout(120_000);

const sha256 = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex');

const person: ICreator = {
  ...emptyCreator('1'),
  familyName: 'Łukasiewicz',
  givenName: 'Jan',
  orcid: '0000-0002-1825-0097',
  affiliations: [{ name: 'Lwów' }, { name: 'Warsaw' }]
};

const metadata: IMetadata = {
  ...emptyMetadata('2026-11-21'),
  title: 'Logic, “many-valued”',
  creators: [
    person,
    {
      ...person,
      key: '2',
      familyName: 'Tarski',
      givenName: 'A.',
      orcid: '',
      affiliations: []
    },
    {
      ...person,
      key: '3',
      kind: 'organisation',
      name: 'School of Logic',
      orcid: '',
      affiliations: []
    }
  ],
  description: 'Truth.',
  licenses: [{ id: 'bsd-3-clause', title: 'BSD' }],
  keywords: ['logic'],
  version: '1'
};

/** What crate.py says of one crate. */
interface IRead {
  version: string;
  name: string;
  published: string;
  doi: string;
  dangling: unknown[];
  main: string | null;
  licenses: string[];
  authors: unknown[];
  files: {
    path: string;
    exists: boolean;
    type: unknown;
    size: string;
    sha256: string;
    requirements: string[];
  }[];
}

/** Write bundles with their crates and read all of them in one Python process. */
async function readCrates(
  bundles: Record<
    string,
    { tree: Map<string, Uint8Array>; options?: Partial<ICrateOptions> }
  >
): Promise<Record<string, IRead>> {
  return inFolder(async top => {
    for (const [name, { tree, options }] of Object.entries(bundles)) {
      const files: ICrateFile[] = [];
      await mkdir(path.join(top, name));
      for (const [file, bytes] of tree) {
        const at = path.join(top, name, file);
        await mkdir(path.dirname(at), { recursive: true });
        await writeFile(at, bytes);
        files.push({
          path: file,
          size: bytes.length,
          sha256: sha256(bytes),
          lastModified: ''
        });
      }
      const notebooks: ICrateNotebook[] = [...tree.keys()]
        .filter(file => file.endsWith('.ipynb'))
        .map(file => ({ path: file, language: 'python' }));
      const text = roCrate({
        metadata,
        files,
        notebooks,
        environmentFile: null,
        site: zenodo,
        record: { id: '7', doi: '10.5281/zenodo.7' },
        evidence: null,
        ...options
      });
      await writeFile(path.join(top, name, cratePath), text);
    }
    const script = path.join(__dirname, 'crate.py');
    const { code, out, error } = await runPython([script, top], top);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    return JSON.parse(out) as Record<string, IRead>;
  });
}

/** Of a test run: its actions must not lead nowhere either. */
const evidence: ITestEvidence = {
  stamp: 's',
  kind: 'environment',
  begun: 1,
  ended: 2,
  environment: {
    ...{ tool: 'uv', language: 'python', used: '3.12.4', differences: [] }
  },
  notebooks: [
    {
      ...{ path: 'main.ipynb', outcome: 'ran', error: '', outputs: 'alike' },
      ...{ seconds: 3, peakBytes: 1e8 }
    }
  ]
};

describe('the crate, read by the rocrate package', () => {
  it('says what is in the bundle, by whom, under which licence, with which DOI', async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    const tree = new Map([
      ['main.ipynb', text('{}')],
      ['environment.yml', text('name: x')],
      ['data/m%20 #1?.csv', text('1,2')]
    ]);
    const { bundle } = await readCrates({
      bundle: {
        tree,
        options: { environmentFile: 'environment.yml', evidence }
      }
    });
    expect(bundle).toMatchObject({
      version: '1.1',
      name: 'Logic, “many-valued”',
      published: '2026-11-21',
      doi: 'https://doi.org/10.5281/zenodo.7',
      dangling: [],
      main: 'main.ipynb',
      licenses: ['https://spdx.org/licenses/BSD-3-Clause'],
      authors: [
        {
          id: 'https://orcid.org/0000-0002-1825-0097',
          type: 'Person',
          name: 'Jan Łukasiewicz',
          affiliations: ['Lwów', 'Warsaw']
        },
        { id: '#person-2', type: 'Person', name: 'A. Tarski' },
        { id: '#organization-3', type: 'Organization', name: 'School of Logic' }
      ]
    });
    expect(bundle.files).toEqual(
      [...tree]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([file, bytes]) => ({
          path: file,
          exists: true,
          type:
            file === 'main.ipynb'
              ? ['File', 'SoftwareSourceCode', 'ComputationalWorkflow']
              : 'File',
          size: String(bytes.length),
          sha256: sha256(bytes),
          requirements: file === 'main.ipynb' ? ['environment.yml'] : []
        }))
    );
  });

  it('finds every file of any tree again', async () => {
    // Disks take names of 255 bytes.
    const fits = (file: string) =>
      file.split('/').every(part => Buffer.byteLength(part) <= 255);
    const trees = fc.sample(
      treeOf(file => fits(file) && nameProblem(file, trans) === null),
      {
        numRuns: 40,
        seed: 20261121
      }
    );
    const bundles = Object.fromEntries(
      trees.map((tree, i) => [`case-${i}`, { tree }])
    );
    const read = await readCrates(bundles);
    for (const [name, { tree }] of Object.entries(bundles)) {
      const { files, dangling } = read[name];
      expect(dangling).toEqual([]);
      expect(files.every(({ exists }) => exists)).toBe(true);
      expect(new Map(files.map(f => [f.path, f.sha256]))).toEqual(
        new Map([...tree].map(([file, bytes]) => [file, sha256(bytes)]))
      );
    }
  });
});
