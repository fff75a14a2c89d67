import { CodeReader } from '../codeReader';

const importsOf = (code: string, file?: string) =>
  new CodeReader(file)
    .read(code, 'python')
    .notes.flatMap(note => (note.type === 'import' ? [note] : []));
const names = (code: string) => importsOf(code).map(({ name }) => name);

describe('the imports of Python code', () => {
  it.each([
    ['import a.b as c, d', ['a.b', 'd']],
    ['from a.b import c', ['a.b']],
    ['from x import (\n  a, # import no\n  b\n)\nimport y', ['x', 'y']],
    ['from x import(a)', ['x']],
    ['from x import *', ['x']],
    ['import a; import b ; x = 1', ['a', 'b']],
    ['import a, \\\n  b', ['a', 'b']],
    ['import a, \\\r\n  b\r\nimport c', ['a', 'b', 'c']],

    ['try:\n    import a\nexcept ImportError: import b', ['a', 'b']],
    ['def f():\n\timport a\n\tif x: import b', ['a', 'b']],
    ['with x as y: import a', ['a']],
    ['x = {1: 2,\n "import no": 3}\nimport a', ['a']],
    ['"""\nimport no\n"""\nimport a', ['a']],
    ["'''doc \\''' import no\n'''; import a", ['a']],
    ['x = "it\'s"; import a # import no', ['a']],
    ['x = r"\\"; import no"\nimport a', ['a']],
    ['x = f"{y[\'import no\']}"\nimport a', ['a']],
    ['x = "broken\nimport a', ['a']],
    ['x = "two \\\nimport no"\nimport a', ['a']],
    ['# import no\n  # import no', []],
    ['import_x = 1\nimporta b\nimportlib', []],
    ['yield from x\nraise X from y', []],
    ['import ünïcode', ['ünïcode']],
    ['import a . b', ['a.b']],
    ['import requestsimport', ['requestsimport']],
    ['import', []],
    ['import 1x, a', ['a']],
    [
      '%matplotlib inline\n%load_ext x\n!pip install "a\nimport b',
      ['matplotlib', 'x', 'b']
    ],
    ["!echo it's \\\n import no\nimport a", ['a']],
    ['x = !ls "\ny = %sql select \'\nimport a', ['a']],
    ['x = y % z\nx %= "import no"\nz = x != "import no"\nimport a', ['a']],
    ['?import\ndf.head?\nimport a', ['a']],
    ['%time import a\n%timeit -n 10 import b', ['a', 'b']],
    ['%%time\nimport a', ['a']],
    ['\n%%capture out --no-stderr\nimport a', ['a']],
    ['%%bash\nimport no', []],
    ['%%R\nimport no', ['rpy2']],
    ['%%writefile a.py\nimport a', ['a']],
    ['%%writefile a.txt\nimport no', []],
    ["importlib.import_module('a.b')", ['a.b']],
    ['x = [__import__("a"), import_module(name="b")]', ['a', 'b']],
    ['import_module(x)\nimport_module(".b")\nimport_module(f"c{d}")', []],
    ['pytest.importorskip("a")', ['a']],
    [
      'if TYPE_CHECKING:\n    import no\n    if x:\n        import no\nimport a',
      ['a']
    ],
    ['if typing.TYPE_CHECKING: import no\nelse:\n  import a', ['a']],
    ['if False:\n\n    import no\nif x:\n    import a', ['a']]
  ])('%j', (code, expected) => {
    expect(names(code)).toEqual(expected);
  });
});
