import { processorTime } from '../../core/__tests__/processorTime';
import { fileTree, filterTree, visibleNodes } from '../treeModel';
import { entry } from './testing';

describe('fileTree', () => {
  const tree = fileTree([
    entry('b/x.csv', true),
    entry('b/y.csv', false),
    entry('cache', false, { kind: 'folder', size: null }),
    entry('a.ipynb', true),
    entry('z.txt', true)
  ]);

  it('puts what goes in first, and makes folders of paths', () => {
    expect(tree.map(node => [node.name, node.included])).toEqual([
      ['a.ipynb', true],
      ['b', 'mixed'],
      ['z.txt', true],
      ['cache', false]
    ]);
    expect(tree[1].filesIn).toBe(1);
    expect(tree[1].files).toBe(2);
    expect(tree[1].size).toBe(1000);
  });

  it('sums up folders in one pass, whatever is in them', () => {
    const entries = [...Array(10_000).keys()].map(index =>
      entry(`d/${index}.csv`, false)
    );
    const start = processorTime();
    const [folder] = fileTree(entries);
    expect(processorTime() - start).toBeLessThan(1000);
    expect([
      folder.included,
      folder.files,
      folder.filesIn,
      folder.size
    ]).toEqual([false, 10_000, 0, 10_000_000]);
    expect(folder.reason).toBe('left out');
    expect(folder.children.slice(0, 3).map(({ name }) => name)).toEqual([
      '0.csv',
      '1.csv',
      '2.csv'
    ]);
    expect(folder.children[10].name).toBe('10.csv');
  });

  it('does not know the size of what nobody measured', () => {
    const [folder] = fileTree([entry('d/a', true, { size: null })]);
    expect(folder.size).toBeNull();
  });

  it('leaves in its place what the user ticks', () => {
    const paths = (included: boolean) =>
      fileTree([
        entry('a', included, { planned: { included: true, reason: '' } }),
        entry('b', true),
        entry('d/x', included, { planned: { included: true, reason: '' } })
      ]).map(({ path }) => path);
    expect(paths(false)).toEqual(['d', 'a', 'b']);
    expect(paths(false)).toEqual(paths(true));
  });

  it('filters by words and by what goes in', () => {
    const names = (words: string, shown: 'all' | 'in' | 'out') =>
      visibleNodes(filterTree(tree, words, shown), () => true).map(n => n.path);
    expect(names('csv', 'all')).toEqual(['b', 'b/x.csv', 'b/y.csv']);
    expect(names('', 'out')).toEqual(['b', 'b/y.csv', 'cache']);
    expect(names('nothing', 'all')).toEqual([]);
  });
});
