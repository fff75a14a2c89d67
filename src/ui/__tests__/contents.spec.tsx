import { act } from 'react';
import type { IContentsState } from '../../session/contentsState';
import { entry, Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
  page.press(page.button('Contents'));
});
afterEach(() => page.dispose());

function contents(change: Partial<IContentsState>): void {
  page.change({ contents: { ...page.session.state.contents, ...change } });
}

const text = (selector: string) => page.one(selector).textContent;
const check = (label: string) => {
  const found = page
    .all<HTMLLabelElement>('label')
    .filter(one => one.textContent?.startsWith(label));
  expect(found).toHaveLength(1);
  const input = found[0].querySelector('input');
  if (!input) {
    throw new Error(`${label} has no box`);
  }
  return input;
};

describe('what goes in, in numbers', () => {
  it('says the size before and after packing', () => {
    const total = () => text('.jp-ZenodoPublisher-total');
    expect(total()).toBe('3 files, 3 kB');
    contents({ count: 12, bytes: 95_600_000, packedBytes: 57_960_000 });
    expect(total()).toBe('12 files, 95.6 MBabout 58 MB as a zip');
    contents({ layout: 'files' });
    expect(total()).toBe('12 files, 95.6 MB');
    expect(page.host.textContent).toContain('12 files, 95.6 MB, not packed');
  });

  it('shows each step of looking into the files, and speaks some', () => {
    const spoken = () =>
      page
        .all('[aria-live="polite"]')
        .map(one => one.textContent)
        .filter(one => one?.startsWith('Looking into'));
    expect(spoken()).toEqual([]);
    const heard = new Set<string>();
    for (let done = 0; done <= 12; done++) {
      contents({ checking: { done, total: 12 } });
      expect(page.host.textContent).toContain(
        `Looking into the files: ${done} of 12`
      );
      expect(spoken()).toHaveLength(1);
      heard.add(spoken()[0] ?? '');
    }
    expect([...heard]).toEqual(
      ['0%', '25%', '50%', '75%', '100%'].map(
        share => `Looking into the files, ${share}`
      )
    );
    contents({ checking: { done: 0, total: 0 } });
    expect(spoken()).toEqual(['Looking into the files, 0%']);
    contents({ checking: null });
    expect(spoken()).toEqual([]);
  });
});

describe('How files are packed', () => {
  beforeEach(() => page.press(page.button('How files are packed')));

  it('is folded, with a line that says how', () => {
    const toggle = page.button('How files are packed');
    const body = document.getElementById(
      toggle.getAttribute('aria-controls') ?? ''
    );
    expect(body?.hidden).toBe(false);
    page.press(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(body?.hidden).toBe(true);
    const summary = () =>
      document.getElementById(toggle.getAttribute('aria-describedby') ?? '')
        ?.textContent;
    expect(summary()).toBe('one zip, top folder work');
    contents({ root: '' });
    expect(summary()).toBe('one zip, from the top folder of Jupyter');
    contents({ layout: 'files' });
    expect(summary()).toBe('individual files');
  });

  it('reaches a layout that is not possible, says why, and does not choose it', () => {
    const files = check('Individual files');
    expect(files.disabled).toBe(false);
    expect(files.getAttribute('aria-disabled')).toBe('true');
    expect(files.closest('label')?.textContent).toContain(
      'Not possible here: Folders.'
    );
    page.focus(files);
    page.press(files);
    expect(document.activeElement).toBe(files);
    expect(files.checked).toBe(false);
    expect(check('One zip file').checked).toBe(true);
    expect(page.session.calls).toEqual([]);
  });

  it('chooses a layout that is possible', () => {
    const { layouts } = page.session.state.contents;
    contents({
      layouts: layouts.map(one => ({ ...one, possible: true, why: [] }))
    });
    expect(check('Individual files').hasAttribute('aria-disabled')).toBe(false);
    page.press(check('Individual files'));
    expect(page.session.calls).toEqual([['setLayout', 'files']]);
  });

  it('chooses the top folder', () => {
    const select = page.field<HTMLSelectElement>('Top folder');
    const options = () =>
      [...select.options].map(({ value, text: name }) => [value, name]);
    expect(options()).toEqual([
      ['work', 'work'],
      ['', 'top folder of Jupyter']
    ]);
    act(() => {
      select.value = '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(page.session.calls).toEqual([['setRoot', '']]);
    contents({ root: 'else' });
    expect(select.value).toBe('else');
  });

  it('makes a list of contents or not, and follows .gitignore or not', () => {
    const crate = check('Add a list of contents for machines');
    const ignore = check('Leave out what .gitignore leaves out');
    expect([crate.checked, ignore.checked]).toEqual([true, false]);
    page.press(crate);
    page.press(ignore);
    expect(page.session.calls).toEqual([
      ['setCrate', false],
      ['setUsesGitignore', true]
    ]);
  });
});

describe('files above the top folder', () => {
  const license = entry('LICENSE', false, {
    source: 'LICENSE',
    reason: 'licence',
    reasonKind: 'license'
  });
  const binder = entry('binder', false, {
    source: 'binder',
    kind: 'folder',
    size: null,
    reasonKind: 'environment'
  });

  it('are proposed, and taken in or left out again', () => {
    expect(page.host.textContent).not.toContain('Found above');
    contents({ above: [license, binder] });
    expect(check('LICENSE').closest('label')?.textContent).toBe(
      'LICENSE licence 1 kB'
    );
    expect(check('LICENSE').checked).toBe(false);
    page.press(check('LICENSE'));
    expect(page.session.calls).toEqual([['setAbove', 'LICENSE', true]]);
    const { entries } = page.session.state.contents;
    const taken = [
      ...entries,
      { ...license, included: true },
      ...['binder/environment.yml', 'binder/postBuild'].map(path =>
        entry(path, true, { reasonKind: 'environment' })
      )
    ];
    // The session may go on to propose what is in, or not.
    for (const above of [[], [license, binder]]) {
      contents({ above, entries: taken });
      expect(check('LICENSE').checked).toBe(true);
      expect(check('binder').checked).toBe(true);
      expect(check('binder').closest('label')?.textContent).toContain('2 kB');
    }
    page.press(check('binder'));
    expect(page.session.calls[1]).toEqual(['setAbove', 'binder', false]);
  });

  it('are not those in the folder, nor what is made here', () => {
    contents({
      entries: [
        entry('README.md', true, {
          source: 'work/README.md',
          reasonKind: 'readme'
        }),
        entry('runtime.txt', true, {
          source: null,
          reasonKind: 'environment'
        }),
        entry('in.csv', true, { source: 'other/in.csv', reasonKind: 'used' })
      ]
    });
    expect(page.host.textContent).not.toContain('Found above');
  });
});
