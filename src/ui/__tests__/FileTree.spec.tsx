import { act } from 'react';
import { entry, focused, Page } from './testing';

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

  it('takes letters typed in a row as the beginning of a name', () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(5000);
    const { contents } = page.session.state;
    page.change({
      contents: {
        ...contents,
        entries: ['a.ipynb', 'data', 'day', 'dune', 'x'].map(path =>
          entry(path, true)
        )
      }
    });
    const type = (letters: string) =>
      [...letters].map(letter => {
        page.key(letter);
        return row();
      });
    expect(type('day')).toEqual(['data', 'data', 'day']);
    now.mockReturnValue(6000);
    expect(type('ddd')).toEqual(['dune', 'data', 'day']);
    now.mockReturnValue(7000);
    expect(type('q')).toEqual(['day']);
    now.mockReturnValue(8000);
    expect(type('X')).toEqual(['x']);
    // Another key ends the word.
    page.key('Home');
    expect(type('d')).toEqual(['data']);
    now.mockRestore();
  });

  it('follows the mouse: a box ticks, an arrow folds, a double click shows', () => {
    const part = (name: string) => page.one(`[data-part="${name}"]`);
    page.press(part('tick'));
    page.press(part('fold'));
    expect(page.all('[role="treeitem"]')).toHaveLength(3);
    const twice = (element: Element) =>
      act(() => {
        element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      });
    twice(part('tick'));
    twice(page.one('[data-path="data"] .jp-ZenodoPublisher-fileName'));
    twice(page.one('[data-path="README.md"] .jp-ZenodoPublisher-fileName'));
    expect(page.session.calls).toEqual([
      ['setIncluded', 'a.ipynb', false],
      ['open', 'README.md']
    ]);
  });

  it.each([
    ['aria-checked', 'false', { included: false }],
    ['aria-disabled', 'true', { locked: true }],
    [null, 'z.txt selected by you 7 kB', { size: 7000 }],
    [null, 'z.txt a reason 1 kB', { reason: 'a reason' }],
    [
      null,
      'z.txt selected by youlink to /far/z.txt 1 kB',
      { link: { inside: false, target: '/far/z.txt', allowed: true } }
    ]
  ])('draws a line again: %s is %s', (attribute, value, more) => {
    const { contents } = page.session.state;
    const folder = entry('z.txt', true, { kind: 'folder' });
    const plan = (change: Partial<typeof folder>) =>
      page.change({
        contents: { ...contents, entries: [{ ...folder, ...change }] }
      });
    const read = () => {
      const line = page.one('[data-path="z.txt"]');
      return attribute === null
        ? line.textContent
        : line.getAttribute(attribute);
    };
    plan({});
    expect(read()).not.toBe(value);
    plan(more);
    expect(read()).toBe(value);
  });

  it('keeps the focus on a file that moves', () => {
    const { contents } = page.session.state;
    const plan = (...paths: string[]) =>
      page.change({
        contents: {
          ...contents,
          entries: paths.map((path, index) => entry(path, index < 2))
        }
      });
    page.key('End');
    expect(row()).toBe('README.md');
    plan('README.md', 'b.txt', 'c.txt');
    expect(row()).toBe('README.md');
    plan('b.txt', 'c.txt', 'README.md');
    expect(row()).toBe('README.md');
    // Nothing of the kind for somebody who is elsewhere.
    page.focus(page.field('Find a file'));
    plan('README.md', 'b.txt', 'c.txt');
    expect(document.activeElement).toBe(page.field('Find a file'));
  });

  it('draws no more lines than can be scrolled, and finds the others', () => {
    const { contents } = page.session.state;
    page.change({
      contents: {
        ...contents,
        entries: [...Array(10_000).keys()].map(index =>
          entry(`run-${index}.csv`, true)
        )
      }
    });
    expect(page.all('[role="treeitem"]')).toHaveLength(1000);
    expect(page.host.textContent).toContain(
      'and 9000 more. Find a file shows them.'
    );
    page.type(page.field('Find a file'), ' RUN-9999 ');
    expect(page.all('[role="treeitem"]').map(one => one.dataset.path)).toEqual([
      'run-9999.csv'
    ]);
    page.type(page.field('Find a file'), 'nope');
    expect(page.host.textContent).toContain('Nothing found for “nope”.');
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
