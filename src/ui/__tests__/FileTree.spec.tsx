import { entry, focused, Page } from './testing';
import { fileTree, filterTree, visibleNodes } from '../treeModel';

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

  it('filters by words and by what goes in', () => {
    const names = (words: string, shown: 'all' | 'in' | 'out') =>
      visibleNodes(filterTree(tree, words, shown), () => true).map(n => n.path);
    expect(names('csv', 'all')).toEqual(['b', 'b/x.csv', 'b/y.csv']);
    expect(names('', 'out')).toEqual(['b', 'b/y.csv', 'cache']);
    expect(names('nothing', 'all')).toEqual([]);
  });
});

describe('FileTree', () => {
  let page: Page;

  beforeEach(() => {
    page = new Page();
    page.press(page.button('Contents'));
    page.focus(page.one('[role="treeitem"][tabindex="0"]'));
  });
  afterEach(() => page.dispose());

  const row = () => focused().split(' ')[0];

  it('is one Tab stop with levels, ticks and folds', () => {
    expect(page.all('[role="treeitem"][tabindex="0"]')).toHaveLength(1);
    const rows = page
      .all('[role="treeitem"]')
      .map(item => [
        item.getAttribute('aria-level'),
        item.getAttribute('aria-checked'),
        item.getAttribute('aria-expanded')
      ]);
    expect(rows).toEqual([
      ['1', 'true', null],
      ['1', 'mixed', 'true'],
      ['2', 'true', null],
      ['2', 'false', null],
      ['1', 'true', null]
    ]);
  });

  it('moves by arrows, Home, End and letters', () => {
    expect(row()).toBe('a.ipynb');
    page.key('ArrowDown');
    expect(row()).toBe('data');
    page.key('End');
    expect(row()).toBe('README.md');
    page.key('ArrowDown');
    expect(row()).toBe('README.md');
    page.key('Home');
    expect(row()).toBe('a.ipynb');
    page.key('o');
    expect(row()).toBe('out.csv');
    page.key('ArrowLeft');
    expect(row()).toBe('data');
  });

  it('folds and unfolds', () => {
    page.key('ArrowDown');
    page.key('ArrowLeft');
    expect(page.all('[role="treeitem"]')).toHaveLength(3);
    page.key('ArrowRight');
    expect(page.all('[role="treeitem"]')).toHaveLength(5);
    page.key('ArrowRight');
    expect(row()).toBe('in.csv');
  });

  it('ticks with Space and shows with Enter', () => {
    page.key(' ');
    page.key('ArrowDown');
    page.key(' ');
    page.key('End');
    page.key('Enter');
    expect(page.session.calls).toEqual([
      ['setIncluded', 'a.ipynb', false],
      ['setIncluded', 'data', true],
      ['open', 'README.md']
    ]);
  });

  it('changes nothing while steps are under way', () => {
    page.change({ phase: 'running' });
    page.press(page.button('Contents'));
    page.key(' ', page.one('[role="treeitem"]'));
    expect(page.session.calls).toEqual([]);
    expect(page.one('[role="treeitem"]').getAttribute('aria-disabled')).toBe(
      'true'
    );
  });
});
