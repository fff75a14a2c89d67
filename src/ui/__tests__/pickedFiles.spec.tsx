import { act } from 'react';
import type { IContentsState, IPickedView } from '../../session/contentsState';
import { entry, focused, nameOf, Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
  page.press(page.button('Contents'));
});
afterEach(() => page.dispose());

function contents(change: Partial<IContentsState>): void {
  page.change({ contents: { ...page.session.state.contents, ...change } });
}

function view(path: string, more: Partial<IPickedView> = {}): IPickedView {
  const name = path.split('/').pop() ?? '';
  return { key: path, path, name, size: 1200, isHere: true, replaces: false, ...more }; // prettier-ignore
}

/** Let the browser's chooser give these files. */
async function choose(input: HTMLInputElement, names: string[]): Promise<void> {
  const files = names.map(name => new File(['1'], name));
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const chooser = (label: string) =>
  page.one<HTMLInputElement>(`input[type="file"][aria-label="${label}"]`);

const described = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')
    ?.textContent ?? '';

describe('files from the user’s computer', () => {
  it('are chosen by a button, as many as one likes, and counted', async () => {
    const button = page.button('Add files from your computer…');
    expect(described(button)).toContain('up to 50.0 MB together');
    const input = chooser('Files from your computer');
    expect(input.multiple).toBe(true);
    const opened = jest.spyOn(input, 'click');
    page.press(button);
    expect(opened).toHaveBeenCalledTimes(1);
    await choose(input, ['.zenodo.json', 'environment.yml']);
    expect(page.session.calls).toEqual([
      ['pick', ['.zenodo.json', 'environment.yml']]
    ]);
    expect(page.host.textContent).toContain('2 files were added.');
  });

  it('are told when they cannot be taken', async () => {
    contents({ notPicked: ['“big.bin” was not added: too much.'] });
    const input = chooser('Files from your computer');
    await choose(input, ['big.bin']);
    expect(page.host.textContent).toContain('“big.bin” was not added');
    expect(page.host.textContent).not.toContain('was added.');
    await choose(input, []);
    expect(page.session.calls).toHaveLength(1);
  });

  it('are put elsewhere when the path is left, or by Enter, and only where they can be', () => {
    contents({ picked: [view('environment.yml'), view('b.txt')] });
    const field = page.field('Path of environment.yml in the bundle');
    const leave = () => {
      page.focus(field);
      act(() => field.blur());
    };
    page.type(field, '.binder/environment.yml ');
    expect(page.session.calls).toEqual([]);
    leave();
    page.type(field, 'data');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field)).toContain(
      '“data” is a folder in the bundle. It stays at “environment.yml”'
    );
    leave();
    page.type(field, 'b.txt');
    expect(described(field)).toContain('Another file that you picked');
    page.type(field, 'c.yml');
    expect(field.getAttribute('aria-invalid')).toBe(null);
    page.key('Enter', field);
    page.type(field, 'x');
    page.key('Escape', field);
    expect(field.value).toBe('environment.yml');
    leave();
    expect(page.session.calls).toEqual([
      ['move', 'environment.yml', '.binder/environment.yml'],
      ['move', 'environment.yml', 'c.yml']
    ]);
  });

  it('say what they take the place of', () => {
    contents({ picked: [view('README.md', { replaces: true })] });
    const field = page.field('Path of README.md in the bundle');
    expect(described(field)).toContain('takes the place of the file');
  });

  it('are removed, and the focus stays near', () => {
    contents({ picked: [view('a.txt')] });
    const button = page.button('Remove a.txt');
    page.focus(button);
    page.press(button);
    contents({ picked: [] });
    expect(page.session.calls).toEqual([['remove', 'a.txt']]);
    expect(focused()).toBe('Add files from your computer…');
  });

  it('have to be picked again after the page was loaded again', async () => {
    contents({ picked: [view('.binder/postBuild', { isHere: false })] });
    const field = page.field('Path of postBuild in the bundle');
    expect(described(field)).toContain('Pick it again, or remove it.');
    expect(page.buttons('Pick it again… postBuild')).toHaveLength(1);
    await choose(chooser('postBuild, to be picked again'), ['other']);
    expect(page.session.calls).toEqual([
      ['pick', ['other'], '.binder/postBuild']
    ]);
  });

  it('are locked while steps are under way', () => {
    contents({ picked: [view('a.txt')] });
    page.change({ phase: 'running' });
    const button = page.button('Add files from your computer…');
    expect(button.matches(':disabled')).toBe(true);
    expect(page.button('Remove a.txt').matches(':disabled')).toBe(true);
  });
});

describe('a file that is made here', () => {
  const crate = 'ro-crate-metadata.json';
  const row = () =>
    page.all('[role="treeitem"]').find(one => one.dataset.path === crate)!;
  const text = () => page.all(`[aria-label="Text of ${crate}"]`);

  beforeEach(() => {
    const { entries } = page.session.state.contents;
    page.session.made.set(crate, {
      text: '{"identifier": "10.5281/zenodo.0000000"}',
      isCut: false,
      isCrate: true
    });
    contents({
      entries: [
        ...entries,
        entry(crate, true, { source: null, reason: 'made' })
      ]
    });
  });

  it('unfolds its text in its row, and keeps its name', () => {
    const before = row().querySelector('.jp-ZenodoPublisher-row');
    expect(page.buttons('Show')).toHaveLength(1);
    page.press(page.button('Show'));
    expect(text().map(one => one.textContent)).toEqual([
      '{"identifier": "10.5281/zenodo.0000000"}'
    ]);
    expect(page.host.textContent).toContain('The real DOI takes the place');
    const button = page.button('Hide');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const unfolded = document.getElementById(
      button.getAttribute('aria-controls') ?? ''
    );
    expect(unfolded?.contains(text()[0])).toBe(true);
    const label = row().getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(label)).toBe(before);
    page.press(button);
    expect(text()).toEqual([]);
  });

  it('does so by Enter on the row, and folds by Escape from within', () => {
    page.focus(page.one('[role="treeitem"][tabindex="0"]'));
    page.key('End');
    page.key('r');
    while (document.activeElement !== row()) {
      page.key('r');
    }
    expect(page.button('Show').tabIndex).toBe(0);
    page.key('Enter');
    expect(text()).toHaveLength(1);
    page.focus(text()[0]);
    // These scroll.
    page.key('ArrowDown');
    page.key('End');
    expect(nameOf(document.activeElement!)).toBe(`Text of ${crate}`);
    page.key(' ');
    expect(page.session.calls).toEqual([]);
    page.key('Escape');
    expect(text()).toEqual([]);
    expect(document.activeElement).toBe(row());
    page.press(page.button('Show'));
    page.focus(page.button('Hide'));
    page.key('Escape');
    expect(text()).toEqual([]);
    expect(document.activeElement).toBe(row());
    // There is nothing to fold: Escape is somebody else's.
    page.focus(page.button('Show'));
    page.key('Escape');
    expect(document.activeElement).toBe(page.button('Show'));
  });

  it('follows what changes', () => {
    page.press(page.button('Show'));
    page.session.made.set(crate, { text: '{}', isCut: true, isCrate: true });
    const { publish } = page.session.state;
    const draft = { id: '7', url: '', doi: '10.5281/zenodo.7' };
    page.change({ publish: { ...publish, draft } });
    expect(text()[0].textContent).toBe('{}');
    expect(page.host.textContent).toContain('Only its beginning is shown.');
    expect(page.host.textContent).not.toContain('The real DOI takes');
  });

  it('says so where there is no text', () => {
    page.session.made.set(crate, { text: null, isCut: true, isCrate: false });
    page.press(page.button('Show'));
    expect(page.host.textContent).toContain('This file is no text');
    expect(page.host.textContent).not.toContain('Only its beginning');
  });
});
