import { readRequirement } from '../../src/core/binder/requirementLine';
import { parseRequirements } from '../../src/core/binder/requirementsFile';
import { ICase, IReal, realVerdicts } from './verdicts';

/** Lists for pip of one requirement each; what is local is there. */
const lists = [
  'numpy',
  'numpy==1.2',
  'numpy == 1.2',
  'numpy===1.2',
  'numpy~=1.2',
  'numpy>=1,<2',
  'numpy >=1 , <2 # two',
  'numpy!=1.2.*',
  'numpy==1.*',
  'numpy (==1.2)',
  'numpy[a]==1',
  'numpy[a,b] == 1 ; python_version < "3"',
  'numpy;python_version<"3"',
  "a ; (sys_platform == 'win32' or os_name=='nt') and extra not in 'x'",
  'numpy==1!2.0.post1.dev2+local.1',
  'numpy==1.2 --hash=sha256:' + '0'.repeat(64),
  'numpy==1.2 \\\n  --hash=sha256:' + '0'.repeat(64),
  'numpy \\\n ==1.2',
  'Foo.Bar_baz-1==1',
  'a@https://example.org/a.zip',
  'a @ https://example.org/a-1.0-py3-none-any.whl',
  'a[b] @ git+https://example.org/a.git@main',
  'git+https://example.org/a.git@main#egg=a',
  '-e git+https://example.org/a.git#egg=a',
  'https://example.org/a.zip',
  './pkg',
  '-e ./pkg',
  '--editable=./pkg',
  '-e .',
  'pkg/',
  './pkg[x]',
  '-i https://example.org/simple',
  '--index-url=https://example.org/simple',
  '--extra-index-url https://example.org/simple',
  '-f https://example.org/',
  '--pre',
  '--no-binary :all:',
  '--prefer-binary',
  '--trusted-host example.org',
  '-r more.txt',
  '-rmore.txt',
  '--requirement more.txt',
  '--requirement=more.txt',
  '-c more.txt',
  '# nothing',
  '   # nothing\\\nnumpy',
  'numpy#egg',
  '',
  '\t',
  // Those that pip refuses.
  'numpy 1.2',
  'numpy=1.2',
  'numpy=1.2=py39_0',
  'numpy>1 <2',
  'import numpy',
  'pip install numpy',
  '--frob',
  '--editable',
  '-numpy',
  'numpy==1.2 numpy==1.3',
  'numpy; nonsense here',
  '_numpy',
  'numpy-',
  '[a]',
  '==1.2',
  '-r nowhere.txt',
  './nowhere',
  './data',
  '{numpy}'
];

const beside = {
  'a.ipynb': '{}',
  'runtime.txt': 'python-3.12\n',
  'more.txt': '',
  'data/a.csv': '',
  'pkg/pyproject.toml': '[project]\nname = "x"\n',
  'pyproject.toml': '[project]\nname = "x"\n'
};

const isPath = (path: string) =>
  Object.keys(beside).some(one => one === path || one.startsWith(`${path}/`));

/* Whether we think that pip can read it; places are looked at by other rules. */
function isReadable(list: string): boolean {
  return parseRequirements(list).items.every(({ text }) => {
    const line = readRequirement(text);
    if (line.kind === 'include') {
      return isPath(line.file);
    }
    if (line.kind === 'path') {
      const path = line.path.replace(/^\.\/?|\/$/g, '');
      return path === '' || isPath(`${path}/pyproject.toml`);
    }
    return line.kind !== 'unreadable';
  });
}

describe('lines for pip', () => {
  let real: IReal[];

  beforeAll(async () => {
    const cases = lists.map((list): ICase => ({
      files: { ...beside, 'requirements.txt': `${list}\n` },
      way: 'folder'
    }));
    real = await realVerdicts(cases);
  }, 120_000);

  it.each(lists.map((list, i) => [list, i] as const))(
    'are read as pip reads them: %s',
    (list, i) => {
      expect(real[i].error).toBeNull();
      expect([isReadable(list), real[i].pip]).toEqual([
        real[i].pip === null,
        real[i].pip
      ]);
    }
  );
});
