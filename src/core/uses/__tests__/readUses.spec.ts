import { FileAccessError } from '../../files';
import { DATA_TAG } from '../../notebook/dataCell';
import { BADGE_TAG } from '../../notebook/notebook';
import { plainEnglish } from '../../text';
import { readUses } from '../readUses';
import { said, short, usesOf } from './project';

/** What one notebook at the top of a project uses. */
const uses = (cells: string[], files: string[] = [], selected?: string[]) =>
  usesOf({
    notebooks: { 'a.ipynb': cells },
    files: Object.fromEntries(files.map(path => [path, ''])),
    selected
  });

describe('the cells that were put there when the notebook was published', () => {
  it('are passed over', async () => {
    const cell = (cell_type: string, tag: string, source: string) => ({
      ...{ cell_type, metadata: { tags: [tag] }, source }
    });
    const text = 'open("gone.csv")\nu = "http://localhost:8888/x"\n';
    const read = (tag: string) =>
      readUses({
        notebooks: [
          {
            path: 'a.ipynb',
            notebook: {
              ...{ nbformat: 4, nbformat_minor: 5, metadata: {} },
              cells: [
                cell('markdown', BADGE_TAG, '[a](http://localhost:8888/x)'),
                cell('code', tag, text)
              ]
            }
          }
        ],
        readText: async () => '',
        listing: { entries: [] },
        root: '',
        trans: plainEnglish
      });
    expect(said(await read(DATA_TAG))).toEqual([]);
    expect(said(await read('mine'))).toHaveLength(2);
  });
});

describe('the files that notebooks use', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a file that goes in', ['open("x.csv")'], ['p/x.csv'], ['included x.csv']],
    ['a file that does not', ['open("x.csv")'], [], ['missing x.csv']],
    ['a text that is a file', ['f("d/x.csv")'], ['p/d/x.csv'], ['included? d/x.csv']], // prettier-ignore
    [
      'a text that may be one',
      ['f("x.csv")', 'f("e/x.csv")'],
      ['p/d/y.csv'],
      []
    ],
    ['a text whose folder is there', ['f("d/x.csv")'], ['p/d/y.csv'], ['missing? d/x.csv']], // prettier-ignore
    ['what is written first', ['df.to_csv("x.csv")', 'open("x.csv")'], [], ['written x.csv', 'written x.csv']], // prettier-ignore
    ['what is written later', ['open("x.csv")', 'df.to_csv("x.csv")'], [], ['missing x.csv', 'written x.csv']], // prettier-ignore
    ['what only looks like it, and is written later', ['o = "d/x.csv"', 'df.to_csv(o)'], ['p/d/y'], ['written? d/x.csv', 'written d/x.csv']], // prettier-ignore
    ['what is asked for', ['if not os.path.exists("x.csv"): get()', 'open("x.csv")'], [], ['unclear x.csv']], // prettier-ignore
    ['what is unpacked', ['!unzip z.zip -d d', 'open("d/e/x.csv")'], ['p/z.zip'], ['included? z.zip', 'unclear d/e/x.csv']], // prettier-ignore
    ['what is downloaded', ['!wget https://x.y/x.csv', 'open("x.csv")'], [], ['written? x.csv', 'written x.csv']], // prettier-ignore
    ['a folder', ['pd.read_parquet("d")'], ['p/d/x', 'p/d/e/y'], ['included d/e/y', 'included d/x']], // prettier-ignore
    ['a list of a folder', ['os.listdir("d")'], ['p/d/x', 'p/d/e/y'], ['included d/x']], // prettier-ignore
    ['a look around', ['os.listdir(".")', 'os.walk(".")'], ['p/x'], []],
    ['a pattern', ['glob("d/*.csv")'], ['p/d/x.csv', 'p/d/y.txt'], ['included d/x.csv']], // prettier-ignore
    ['a deep pattern', ['Path("d").rglob("*.csv")'], ['p/d/x.csv', 'p/d/e/y.csv'], ['included d/e/y.csv', 'included d/x.csv']], // prettier-ignore
    [
      'a pattern that fits nothing',
      ['glob("d/*.csv")'],
      [],
      ['missing d/*.csv']
    ],
    ['a pattern of what is written', ['plt.savefig("o/x.png")', 'glob("o/*")'], [], ['written o/x.png']], // prettier-ignore
    ['a name that is put together', ['open(f"d/{n}.csv")', 'open(f"{n}.csv")'], ['p/d/x.csv'], ['unclear d/….csv']], // prettier-ignore
    ['another working folder', ['os.chdir("d")\nopen("x")', '%cd ..\nopen("y")'], ['p/d/x', 'p/y'], ['included d/x', 'included y']], // prettier-ignore
    ['a working folder that nobody knows', ['os.chdir(d)', 'open("x.csv")'], [], []], // prettier-ignore
    ['images', ['# md ![](x.png) ![](y.png) [z](z.png)'], ['p/x.png'], ['included x.png', 'missing y.png']], // prettier-ignore
    ['the system', ['open("/dev/null", "w")', 'open("/proc/cpuinfo")'], [], []],
    [
      'temporary files',
      ['df.to_csv("/tmp/x.csv")', 'open("/tmp/x.csv")'],
      [],
      []
    ]
  ])('%s', async (_name, cells, files, expected) => {
    expect(short(await uses(cells, files, ['p']))).toEqual(expected);
  });

  it('are resolved against the folder of the notebook', async () => {
    const found = await usesOf({
      notebooks: {
        'n/a.ipynb': [
          'open("x")',
          'open("../y")',
          'open("../../z")',
          '# md ![](../y)'
        ]
      },
      files: { 'p/n/x': '', 'p/y': '', z: '' }
    });
    expect(short(found)).toEqual([
      'left-out n/x',
      'left-out y',
      'outside ../../z',
      'left-out y'
    ]);
    expect(said(found)).toContain(
      'uses.outside: “../../z” lies above the top folder, so it cannot be included. Choose a folder further up as the top folder, or move the file.'
    );
  });

  it('are written by one notebook and read by another', async () => {
    const found = await usesOf({
      notebooks: { 'a.ipynb': ['df.to_csv("x.csv")'], 'b.ipynb': ['open("x.csv")'] } // prettier-ignore
    });
    expect(short(found)).toEqual(['written x.csv', 'written x.csv']);
    expect(found.findings).toEqual([]);
  });

  it('are proposed when they are left out, with a reason', async () => {
    const found = await uses(['open("d/x.csv")\nopen("y.csv")'], ['p/d/x.csv', 'p/y.csv']); // prettier-ignore
    expect(found.findings).toEqual([
      {
        id: 'uses.left-out',
        severity: 'warning',
        section: 'contents',
        message:
          '2 files that are used here are left out: “d/x.csv”, “y.csv”. Others cannot run the notebook without them.',
        place: { path: 'a.ipynb', cell: 0 },
        excerpt: 'd/x.csv',
        fixes: [
          {
            label: 'Add to the files',
            fix: { kind: 'include', paths: ['d/x.csv', 'y.csv'] }
          }
        ]
      }
    ]);
    expect(found.proposedEntries).toMatchObject([
      { path: 'd/x.csv', source: 'p/d/x.csv', size: 0, included: true, reason: 'read by a.ipynb', reasonKind: 'used' }, // prettier-ignore
      { path: 'y.csv', included: true, reason: 'read by a.ipynb' }
    ]);
  });

  it('are not proposed when the rules leave them out', async () => {
    const found = await uses(['open(".env")\nopen("__pycache__/x.pyc")'], ['p/.env', 'p/__pycache__/x.pyc']); // prettier-ignore
    expect(short(found)).toEqual(['left-out .env', 'left-out __pycache__/x.pyc']); // prettier-ignore
    expect(found.proposedEntries).toEqual([]);
  });

  it('are looked for under the names that may be meant', async () => {
    const found = await uses(
      ['open("data/In.csv")', 'open("other.csv")', 'open("data\\\\in.csv")'],
      ['p/Data/in.csv', 'p/x/other.csv', 'p/data/y'],
      ['p']
    );
    const exactly = 'Write it exactly so: Binder tells upper and lower case apart.'; // prettier-ignore
    expect(said(found)).toEqual([
      `uses.missing: “data/In.csv” is not there, but “Data/in.csv” is. ${exactly}`,
      'uses.missing: “other.csv” is used here, but it is not there. Is “x/other.csv” meant?',
      'uses.backslash: This path is written with “\\”, which only Windows understands. Write “data/in.csv”.',
      `uses.missing: “data/in.csv” is not there, but “Data/in.csv” is. ${exactly}`
    ]);
  });

  it.each([
    ['/home/bob/p/x.csv', 'home folder'],
    ['/Users/bob/x.csv', 'home folder'],
    ['~/x.csv', 'home folder'],
    ['C:\\\\Users\\\\bob\\\\x.csv', 'home folder'],
    ['/content/drive/MyDrive/x.csv', 'Google Colab'],
    ['/kaggle/input/x.csv', 'Google Colab'],
    ['dbfs:/x.csv', 'Google Colab'],
    ['D:/data/x.csv', 'on this computer'],
    ['\\\\\\\\server\\\\x.csv', 'on this computer'],
    ['/scratch/x.csv', 'on this computer'],
    ['/anywhere/x.csv', 'on this computer']
  ])('lie on this computer: %s', async (path, word) => {
    const found = await uses([`open("${path}")`], ['p/d/x.csv'], ['p']);
    expect(found.files).toMatchObject([{ state: 'outside' }]);
    expect(said(found)).toEqual([
      expect.stringMatching(new RegExp(`^uses.absolute: .*${word}.* The project has “d/x.csv”.$`)) // prettier-ignore
    ]);
  });

  it('cannot be told where their folder may not be read', async () => {
    const found = await usesOf({
      notebooks: { 'a.ipynb': ['open("d/x.csv")'] },
      files: { 'p/d/x.csv': '' },
      change: files => ({
        stat: path => files.stat(path),
        read: path => files.read(path),
        list: async path => {
          if (path === 'p/d') {
            throw new FileAccessError(path, path);
          }
          return files.list(path);
        }
      })
    });
    expect(short(found)).toEqual(['unclear d/x.csv']);
    expect(found.findings).toEqual([]);
  });

  it('cannot be told in a folder that the plan leaves out, and that nobody can look into', async () => {
    const found = await usesOf({
      notebooks: { 'a.ipynb': ['open("d/x.csv")\nopen("e/x.csv")'] },
      files: { 'p/d/x.csv': '' },
      change: () => undefined
    });
    expect(short(found)).toEqual(['unclear d/x.csv', 'missing e/x.csv']);
  });

  it('are spoken of once for each notebook', async () => {
    const found = await uses(['open("x.csv")', 'open("x.csv")\nf("x.csv")']);
    expect(short(found)).toEqual(['missing x.csv', 'missing x.csv']);
    expect(found.findings).toHaveLength(1);
    expect(found.findings[0].place).toEqual({ path: 'a.ipynb', cell: 0 });
  });

  it('are as sure as the surest call says, and spoken of there', async () => {
    const cells = ['f("d/x.csv")', 'f("d/x.csv")\nopen("d/x.csv")'];
    const found = await uses(cells, ['p/d/y']);
    expect(short(found)).toEqual(['missing? d/x.csv', 'missing d/x.csv']);
    expect(found.findings).toMatchObject([{ place: { cell: 1 } }]);
  });

  it('are not looked for in hidden folders, nor in those of programs', async () => {
    const found = await uses(
      ['Path("d").rglob("*.csv")'],
      ['p/d/x.csv', 'p/d/.h/x.csv', 'p/d/node_modules/x.csv']
    );
    expect(short(found)).toEqual(['left-out d/x.csv']);
  });

  it('are not proposed out of installed packages', async () => {
    const found = await uses(
      ['open("env/x.csv")'],
      ['p/env/pyvenv.cfg', 'p/env/bin/python', 'p/env/x.csv'],
      ['p']
    );
    expect(short(found)).toEqual(['left-out env/x.csv']);
    expect(found.proposedEntries).toEqual([]);
  });

  it('may be among those that a name that is put together can mean', async () => {
    const found = await uses(['open(f"d/{n}.csv")'], ['p/d/x.csv', 'p/d/y.txt']); // prettier-ignore
    expect(found.findings).toMatchObject([
      { id: 'uses.unclear', severity: 'info', fixes: [{ fix: { paths: ['d/x.csv'] } }] } // prettier-ignore
    ]);
    expect(found.proposedEntries).toEqual([]);
  });
});

describe('the modules of the project', () => {
  const local = (cells: string[], files: Record<string, string>, path = 'a.ipynb') =>
    usesOf({ notebooks: { [path]: cells }, files }); // prettier-ignore

  it('bring their files, imports and modules along', async () => {
    const found = await local(['import one, numpy'], {
      'p/one.py': 'import yaml\n\nfrom pack.two import f\nopen("x.csv")',
      'p/pack/__init__.py': '',
      'p/pack/two.py': 'from . import three\nfrom .. import no\nimport one',
      'p/pack/three.py': 'try:\n  import scipy\nexcept ImportError: pass',
      'p/pack/data.csv': '',
      'p/x.csv': ''
    });
    expect(short(found)).toEqual([
      'left-out one.py',
      'left-out pack/__init__.py',
      'left-out pack/two.py',
      'left-out pack/three.py',
      'left-out one.py',
      'left-out x.csv'
    ]);
    expect(found.modules).toEqual([
      {
        name: 'yaml',
        language: 'python',
        optional: false,
        places: [{ path: 'one.py', line: 1 }]
      },
      {
        name: 'scipy',
        language: 'python',
        optional: true,
        places: [{ path: 'pack/three.py', line: 2 }]
      },
      {
        name: 'numpy',
        language: 'python',
        optional: false,
        places: [{ path: 'a.ipynb', cell: 0 }]
      }
    ]);
    expect(found.localModules.map(({ name }) => name)).toEqual([
      'one',
      'pack.two'
    ]);
    expect(
      found.proposedEntries.map(({ path, reason }) => `${path}: ${reason}`)
    ).toEqual([
      'one.py: imported by a.ipynb',
      'pack/__init__.py: imported by one.py',
      'pack/two.py: imported by one.py',
      'pack/three.py: imported by two.py',
      'x.csv: read by one.py'
    ]);
  });

  it.each<[string, string, string, string[], string[]]>([
    ['beside the notebook', 'n/a.ipynb', 'import m', ['p/n/m.py'], ['n/m.py']],
    ['at the top', 'n/a.ipynb', 'import m', ['p/m.py'], ['m.py']],
    ['in src', 'n/a.ipynb', 'import m', ['p/src/m/__init__.py'], ['src/m/__init__.py']], // prettier-ignore
    ['in a folder that is searched', 'n/a.ipynb', 'sys.path.append("../lib")\nimport m', ['p/lib/m.py'], ['lib/m.py']], // prettier-ignore
    ['in the working folder', 'n/a.ipynb', '%cd ../w\nimport m', ['p/w/m.py'], ['w/m.py']], // prettier-ignore
    ['a sub-module', 'a.ipynb', 'from m import x, y, Z', ['p/m/__init__.py', 'p/m/x.py', 'p/m/y/__init__.py'], ['m/__init__.py', 'm/x.py', 'm/y/__init__.py']], // prettier-ignore
    ['a folder without __init__.py', 'a.ipynb', 'from m.x import y', ['p/m/x.py'], ['m/x.py']], // prettier-ignore
    ['a folder that only has the name', 'a.ipynb', 'import data', ['p/data/x.csv'], []], // prettier-ignore
    ['a script that is run', 'a.ipynb', '%run d/x.py', ['p/d/x.py'], ['d/x.py']] // prettier-ignore
  ])('are found %s', async (_name, path, code, files, expected) => {
    const texts = Object.fromEntries(files.map(file => [file, '']));
    const found = await local([code], texts, path);
    expect(found.proposedEntries.map(entry => entry.path).sort()).toEqual(expected); // prettier-ignore
    const isScript = code.startsWith('%run');
    const own = found.modules.filter(({ name }) => !['sys'].includes(name));
    expect(own).toHaveLength(expected.length || isScript ? 0 : 1);
  });

  it('may be written by the notebook itself', async () => {
    const found = await local(['%%writefile m.py\nimport yaml', 'import m'], {}); // prettier-ignore
    expect(found.modules.map(({ name }) => name)).toEqual(['yaml']);
    expect(found.localModules.map(({ name }) => name)).toEqual(['m']);
  });

  it('read their own files where they lie', async () => {
    const found = await local(['from m import x'], {
      'p/m/__init__.py': '',
      'p/m/x.py': 'open(Path(__file__).parent / "in.csv")\nopen("out.csv")',
      'p/m/in.csv': '',
      'p/out.csv': ''
    });
    expect(short(found).slice(2)).toEqual(['left-out m/in.csv', 'left-out out.csv']); // prettier-ignore
    expect(found.files[3].place).toEqual({ path: 'm/x.py', line: 2 });
  });

  it('are not read when they are too big', async () => {
    const found = await local(['import big'], {
      'p/big.py': `import yaml\n#${'x'.repeat(3_000_000)}`
    });
    expect(short(found)).toEqual(['left-out big.py']);
    expect(found.modules).toEqual([]);
  });

  it('may be out of reach, which is said', async () => {
    const found = await usesOf({
      notebooks: { 'a.ipynb': ['import bad, yaml'] },
      files: { 'p/bad.py': '' },
      change: files => ({
        stat: path => files.stat(path),
        list: path => files.list(path),
        read: async path => {
          throw new FileAccessError(path, path);
        }
      })
    });
    expect(found.modules.map(({ name }) => name)).toEqual(['yaml']);
    expect(said(found)).toContain(
      'uses.not-read: “bad.py” could be read in part only, so files or packages that it needs may be overlooked.'
    );
  });

  it('end at a module, and at the top of the project', async () => {
    const found = await local(['import m.x'], {
      'p/m.py': 'from . import y\nfrom ... import z',
      'p/m/x.py': '',
      'p/y.py': '',
      'p/z.py': ''
    });
    expect(short(found)).toEqual(['left-out m.py', 'left-out y.py']);
  });

  it('in R and Julia are the files that are run', async () => {
    const r = await usesOf({
      notebooks: { 'a.ipynb': ['source("R/u.R")'] },
      files: { 'p/R/u.R': 'library(dplyr)\nread.csv("x.csv")', 'p/x.csv': '' },
      metadata: { language_info: { name: 'R' } }
    });
    expect(short(r)).toEqual(['left-out R/u.R', 'left-out x.csv']);
    expect(r.modules).toMatchObject([{ name: 'dplyr', language: 'R', places: [{ path: 'R/u.R', line: 1 }] }]); // prettier-ignore
    const julia = await usesOf({
      notebooks: { 'a.ipynb': ['include("u.jl")\nusing .U'] },
      files: { 'p/u.jl': 'using CSV\ninclude("d/v.jl")', 'p/d/v.jl': '' },
      metadata: { kernelspec: { name: 'julia-1.10' } }
    });
    expect(short(julia)).toEqual(['left-out u.jl', 'left-out d/v.jl']);
    expect(julia.modules.map(({ name }) => name)).toEqual(['CSV']);
  });

  it('can be notebooks that are run', async () => {
    const found = await local(['%run b.ipynb'], {
      'p/b.ipynb': JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: 'code', source: ['import yaml'] }] }) // prettier-ignore
    });
    expect(found.modules).toMatchObject([{ name: 'yaml', places: [{ path: 'b.ipynb', cell: 0 }] }]); // prettier-ignore
  });
});

describe('all that notebooks use', () => {
  it('has all places, of all notebooks', async () => {
    const found = await usesOf({
      notebooks: {
        'a.ipynb': ['import numpy as np', 'import numpy, numpy.linalg\n!dot x'],
        'b.ipynb': [
          'try: import numpy\nexcept ImportError: pass',
          '!dot y\n%pip install a==1'
        ]
      }
    });
    const [a0, a1, b0, b1] = [['a', 0], ['a', 1], ['b', 0], ['b', 1]].map(([name, cell]) => ({ path: `${name}.ipynb`, cell })); // prettier-ignore
    expect(found.modules).toEqual([
      { name: 'numpy', language: 'python', optional: false, places: [a0, a1, b0] }, // prettier-ignore
      { name: 'numpy.linalg', language: 'python', optional: false, places: [a1] } // prettier-ignore
    ]);
    expect(found.programs).toEqual([{ name: 'dot', places: [a1, b1] }]);
    expect(found.declared).toEqual([
      { manager: 'pip', name: 'a', version: '==1', text: 'a==1', place: b1 }
    ]);
  });

  it('lists addresses apart, without keys', async () => {
    const found = await uses(['pd.read_csv("https://u:pw@x.org/a.csv?sig=k3y")\nx = f"http://localhost/{n}"', '# md [a](https://x.org/b)']); // prettier-ignore
    expect(found.urls).toEqual([
      { url: 'https://x.org/a.csv', flags: ['expires'], place: { path: 'a.ipynb', cell: 0 } }, // prettier-ignore
      { url: 'http://localhost/…', flags: ['local'], place: { path: 'a.ipynb', cell: 0 } }, // prettier-ignore
      { url: 'https://x.org/b', flags: [], place: { path: 'a.ipynb', cell: 1 } }
    ]);
    expect(found.findings.map(({ id }) => id)).toEqual(['uses.url-expires', 'uses.url-local']); // prettier-ignore
    expect(JSON.stringify(found)).not.toMatch(/pw|k3y/);
  });

  it('is found in cells that are not complete, which is said', async () => {
    const found = await uses(['x = f(\nimport yaml\nopen("x.csv")', 'import a']); // prettier-ignore
    expect(found.modules.map(({ name }) => name)).toEqual(['yaml', 'a']);
    expect(short(found)).toEqual(['missing x.csv']);
    expect(found.findings).toContainEqual(expect.objectContaining({ id: 'uses.not-read', severity: 'info', place: { path: 'a.ipynb', cell: 0 } })); // prettier-ignore
  });

  it('is nothing for languages that are not read', async () => {
    const found = await usesOf({
      notebooks: { 'a.ipynb': ['import x\nopen("y.csv")', '# md ![](z.png)'] },
      metadata: { language_info: { name: 'octave' } }
    });
    expect(found.modules).toEqual([]);
    expect(short(found)).toEqual(['missing z.png']);
  });

  it('asks for each folder once, and at most four at a time', async () => {
    const asked: string[] = [];
    let running = 0;
    let most = 0;
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`p/d${i}/x.csv`, ''])
    );
    const cells = Object.keys(files).flatMap(path => {
      const name = path.slice(2);
      return [`open("${name}")`, `open("${name}.no")\nimport m${name[1]}`];
    });
    await usesOf({
      notebooks: { 'a.ipynb': cells },
      files,
      change: all => ({
        stat: path => all.stat(path),
        read: path => all.read(path),
        list: async path => {
          asked.push(path);
          most = Math.max(most, ++running);
          await new Promise(resolve => setTimeout(resolve, 1));
          running--;
          return all.list(path);
        }
      })
    });
    expect([...asked].sort()).toEqual([...new Set(asked)].sort());
    expect(asked).toHaveLength(13);
    expect(most).toBe(4);
  });

  it('can be stopped', async () => {
    const control = new AbortController();
    control.abort();
    await expect(
      usesOf({ notebooks: { 'a.ipynb': ['x'] }, signal: control.signal })
    ).rejects.toThrow('Reading the notebooks was cancelled.');
  });
});
