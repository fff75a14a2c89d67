import { definedNames } from '../definedNames';

describe('the names that a cell defines', () => {
  it.each([
    ['a = 1', ['a']],
    ['a = b = 1', ['a', 'b']],
    ['a, (b, *c) = f()', ['a', 'b', 'c']],
    ['a: int = 1', []],
    ['import numpy as np, os.path', ['np', 'os']],
    ['from os import path, sep as s', ['path', 's']],
    ['from os import (\n  path,\n  sep\n)', ['path', 'sep']],
    ['for i, row in rows: pass', ['i', 'row']],
    ['with open("x") as file:\n    text = file.read()', ['file', 'text']],
    ['if x:\n    y = 1', ['y']],
    ['def f(a, b=1):\n    c = 2\nd = 3', ['f', 'd']],
    ['class A:\n    x = 1', ['A']],
    ['print((n := 10))', ['n']],
    ['%%time\nx = 1', ['x']],
    ['files = !ls', ['files']],
    ['%store -r model', ['model']],
    ['%%capture shown\nprint(1)', ['shown']],
    [
      'try:\n    import a\nexcept ImportError as error:\n    a = None',
      ['a', 'error']
    ]
  ])('are those of %j', (source, names) => {
    const found = definedNames(source);
    expect(names.filter(name => !found.has(name))).toEqual([]);
  });

  it.each([
    ['a.b = 1', 'a'],
    ['a[0] = 1', 'a'],
    ['f(x=1)', 'x'],
    ['a == b', 'a'],
    ['a += 1', 'a'],
    ['def f():\n    inner = 1', 'inner'],
    ['"a = 1"', 'a'],
    ['# a = 1', 'a'],
    ['%%bash\na=1', 'a']
  ])('are not all words of %j', (source, name) => {
    expect(definedNames(source).has(name)).toBe(false);
  });
});
