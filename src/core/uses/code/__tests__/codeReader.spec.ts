import { CodeReader } from '../codeReader';
import { notesOf, pathsOf } from './notes';

const modules = (code: string) =>
  notesOf(code, 'import').flatMap(note =>
    note.type === 'import' ? [`${note.language} ${note.name}`] : []
  );
const installs = (code: string) =>
  notesOf(code, 'install').flatMap(note =>
    note.type === 'install'
      ? [`${note.manager} ${note.name}${note.version}`]
      : []
  );
const programs = (code: string) =>
  notesOf(code, 'program').flatMap(note =>
    note.type === 'program' ? [note.name] : []
  );

describe('imports', () => {
  const details = (code: string) =>
    notesOf(code, 'import').flatMap(note =>
      note.type === 'import'
        ? [`${'.'.repeat(note.level)}${note.name}:${note.members.join()}${note.optional ? '?' : ''}`] // prettier-ignore
        : []
    );

  it.each<[string, string[]]>([
    ['from . import q\nfrom ..w.v import e as f, g', ['.:q', '..w.v:e,g']],
    ['from a import (  # x\n  b,\n  c as d,\n)', ['a:b,c']],
    ['from a import *', ['a:*']],
    ['from google.cloud import storage, bigquery', ['google.cloud.storage:', 'google.cloud.bigquery:']], // prettier-ignore
    ['try:\n  import a\nexcept ImportError:\n  import b\nelse:\n  import c\nfinally:\n  import d\nimport e', ['a:?', 'b:?', 'c:?', 'd:', 'e:']], // prettier-ignore
    ['def f():\n  import a\nclass B:\n  import b\nasync def g():\n  import c\nimport d', ['a:?', 'b:', 'c:?', 'd:']], // prettier-ignore
    ['if x: import a\nelif y: import b\nelse: import c\nimport d', ['a:?', 'b:?', 'c:?', 'd:']], // prettier-ignore
    ['if __name__ == "__main__":\n  import a', ['a:']],
    ['for x in y:\n  import a\nwith z:\n  import b', ['a:', 'b:']],
    ['if TYPE_CHECKING:\n  import no\nelse:\n  import a', ['a:']],
    ['if x:\n  if y:\n    import a\nimport b', ['a:?', 'b:']],
    ['def f():\n  importlib.import_module("a")', ['a:?']]
  ])('%s', (code, expected) => {
    expect(details(code)).toEqual(expected);
  });
});

describe('magics', () => {
  it.each<[string, string[]]>([
    ['%load_ext rpy2.ipython', ['python rpy2.ipython']],
    ['%load_ext autoreload\n%autoreload 2', []],
    ['get_ipython().run_line_magic("load_ext", "sql")', ['python sql']],
    ['get_ipython().magic("load_ext sql")', ['python sql']],
    ['%matplotlib widget', ['python matplotlib', 'python ipympl', 'python ipywidgets']], // prettier-ignore
    ['%%R -i x\nlibrary(a)\nb::c(1)', ['python rpy2', 'R b', 'R a']],
    ['%%julia\nusing A', ['python julia', 'julia A']],
    ['%%cython\nimport a', ['python Cython', 'python a']],
    ['%%timeit -n 3\nimport a', ['python a']],
    ['%%memit\nimport a', ['python memory_profiler', 'python a']],
    ['%%javascript\nimport a', []],
    ['%%sql\nfrom a import b', []],
    ['x = !ls\ny = %who\nimport a\nz = x % 3\nawait q', ['python a']]
  ])('%s', (code, expected) => {
    expect(modules(code)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['%run a.py --x', ['run a.py']],
    ['%run -i "my script"', ['run my script.py']],
    ['%load a.py', ['read a.py']],
    ['%%writefile a.txt\nopen("no.txt")', ['write a.txt']],
    ['%%file -a "a b.py"\nimport x', ['write a b.py']],
    ['%cd d', ['move d']],
    ['p = "a.py"\n%run {p}\n%run $p', ['read? a.py', 'run a.py', 'run a.py']],
    ['%run {unknown}', ['run ….py']],
    ['!python a.py b.csv', ['run a.py', 'read? b.csv']]
  ])('%s', (code, expected) => {
    expect(pathsOf(code)).toEqual(expected);
  });
});

describe('requirements that code installs', () => {
  it.each<[string, string[]]>([
    ['%pip install a==1 "b>=2,<3" c[x]~=4', ['pip a==1', 'pip b>=2,<3', 'pip c~=4']], // prettier-ignore
    ['!pip install -q -U a --index-url https://x.y b', ['pip a', 'pip b']],
    ['!pip3 install a>=1 > /dev/null', ['pip a>=1']],
    ['!{sys.executable} -m pip install a', ['pip a']],
    ['!python -m pip install a', ['pip a']],
    ['!uv pip install a', ['pip a']],
    ['subprocess.check_call([sys.executable, "-m", "pip", "install", "a>=1"])', ['pip a>=1']], // prettier-ignore
    ['os.system("pip install a && pip install b")', ['pip a', 'pip b']],
    ['%%bash\npip install a \\\n  b\n# pip install no', ['pip a', 'pip b']],
    ['%conda install -y -c conda-forge a=1.2', ['conda a=1.2']],
    ['!mamba install conda-forge::a', ['conda a']],
    ['!sudo apt-get -y install a b', ['apt a', 'apt b']],
    ['!pip install git+https://github.com/u/a.git@v1#egg=x', ['pip x']],
    ['!pip install git+https://github.com/u/a.git@v1', ['pip a']],
    ['!pip install https://x.y/a_b-1.2-py3-none-any.whl', ['pip a_b==1.2']],
    ['!pip install -e . ./a.whl -r r.txt', []],
    ['!pip list\n!conda list', []]
  ])('%s', (code, expected) => {
    expect(installs(code)).toEqual(expected);
  });

  it('names the file of requirements, and keeps no password', () => {
    expect(pathsOf('!pip install -r r.txt')).toEqual(['read r.txt']);
    const [note] = notesOf('!pip install git+https://u:pw@x.y/a.git', 'install'); // prettier-ignore
    expect(JSON.stringify(note)).not.toContain('pw');
  });
});

describe('programs', () => {
  it.each<[string, string[]]>([
    ['!ffmpeg -i a.mp4 | head', ['ffmpeg', 'head']],
    ['!X=1 sudo /usr/bin/dot a && cd x; echo y', ['dot']],
    ['%%bash\nfor f in a b; do\n  gzip $f\ndone', ['gzip']],
    ['%%script ruby\nputs 1', ['ruby']],
    ['%%perl\nprint', ['perl']],
    ['subprocess.run(["make", "all"])\nsubprocess.Popen("gcc x", shell=True)', ['make', 'gcc']], // prettier-ignore
    ['!{tool} x\n!$tool y', []],
    ['x.run(["make"])', []]
  ])('%s', (code, expected) => {
    expect(programs(code)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['!wget https://x.y/a.zip', ['write a.zip']],
    ['!wget -O b.zip https://x.y/a.zip', ['write b.zip']],
    ['!curl -o b.zip https://x.y/a', ['write b.zip']],
    ['!git clone https://x.y/u/a.git', ['fill a']],
    ['!unzip a.zip -d d', ['read? a.zip', 'fill? d']],
    ['!cat "a b.csv" > c.txt', ['write? c.txt', 'read? a b.csv']],
    ['!cd d && cat a.csv', []]
  ])('their files: %s', (code, expected) => {
    expect(pathsOf(code).map(path => path.replace(/^(write|fill)\? /, '$1 '))).toEqual(expected.map(path => path.replace(/^(write|fill)\? /, '$1 '))); // prettier-ignore
  });
});

describe('code that is not complete', () => {
  it('says so', () => {
    const isPartly = (code: string) => new CodeReader().read(code, 'python').isPartly; // prettier-ignore
    expect(isPartly('f(')).toBe(true);
    expect(isPartly('f)')).toBe(true);
    expect(isPartly('x = "a')).toBe(true);
    expect(isPartly('x = """a\n')).toBe(true);
    expect(isPartly('f([1, {2: 3}])\n%time x\n!echo (')).toBe(false);
    expect(isPartly(`x = 1\n${'# long\n'.repeat(50_000)}`)).toBe(true);
  });

  it('takes no code of a file for a magic', () => {
    expect(
      new CodeReader('a.py').read('%%bash\nimport a', 'python').notes
    ).toMatchObject([{ type: 'import', name: 'a' }]);
  });
});
