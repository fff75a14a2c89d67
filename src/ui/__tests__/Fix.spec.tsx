import type { Fix, IFix } from '../../core/finding';
import { clear, exclude, finding, FindingsPage, write } from './findingsPage';
import { focused } from './testing';

let page: FindingsPage;

afterEach(() => page.dispose());

describe('Fix…', () => {
  it('shows old and new lines, and changes the file once', async () => {
    page = new FindingsPage([
      finding('a', { fixes: [write({ before: 'numpy\npandas\n' })] }),
      finding('b')
    ]);
    const fix = page.button('Fix… Add pyarrow');
    expect(fix.getAttribute('aria-expanded')).toBe('false');
    page.use('Fix… Add pyarrow');
    expect(fix.getAttribute('aria-expanded')).toBe('true');
    const box = document.getElementById(
      fix.getAttribute('aria-controls') ?? ''
    );
    expect(box?.getAttribute('aria-label')).toBe(
      'The change in requirements.txt'
    );
    expect(box?.textContent).toContain(
      'requirements.txt will change, in your folder and in the bundle:'
    );
    expect(page.all('pre > *').map(line => line.textContent)).toEqual([
      '  numpy',
      'old line: − pandas',
      'new line: + pyarrow'
    ]);
    expect(page.button('Change it').className).toContain('jp-mod-accept');

    page.use('Change it');
    expect(page.session.calls).toEqual([
      ['apply', 'a', 'write-file', 'folder']
    ]);
    expect(focused()).toBe('Changing it');
    expect(page.button('Changing it').getAttribute('aria-disabled')).toBe(
      'true'
    );
    page.use('Changing it');
    page.press(page.button('Only in the bundle'));
    expect(page.session.calls).toHaveLength(1);

    await page.end();
    expect(page.told()).toBe('requirements.txt was changed.');
    expect(page.one('.jp-ZenodoPublisher-told').getAttribute('aria-live')).toBe(
      'polite'
    );
    expect(focused()).toContain('About b.');
  });

  it('shows and names all files that are written together', async () => {
    const also = [
      { path: 'runtime.txt', before: null, after: 'python-3.13\n' }
    ];
    const fix = write({ before: null, after: 'pyarrow\n', also });
    page = new FindingsPage([finding('a', { fixes: [fix] })]);
    page.use('Fix… Add pyarrow');
    const box = page.one('.jp-ZenodoPublisher-fix');
    expect(box.getAttribute('aria-label')).toBe(
      'The changes in requirements.txt and runtime.txt'
    );
    expect(box.textContent).toMatch(/requirements\.txt will be added.*runtime\.txt will be added/); // prettier-ignore
    expect(page.all('pre > *').map(line => line.textContent)).toEqual([
      'new line: + pyarrow',
      'new line: + python-3.13'
    ]);
    page.use('Change it');
    await page.end();
    expect(page.told()).toBe('requirements.txt and runtime.txt were written.');
  });

  it('can change the bundle only', async () => {
    page = new FindingsPage([finding('a', { fixes: [write()] })]);
    page.use('Fix… Add pyarrow');
    page.use('Only in the bundle');
    expect(page.session.calls).toEqual([
      ['apply', 'a', 'write-file', 'bundle']
    ]);
    await page.end();
    expect(page.told()).toBe(
      'requirements.txt was changed in the bundle only.'
    );
    // Nothing is left of the list: back to the heading.
    expect(focused()).toBe('Contents');
  });

  it('keeps one change from overtaking another', async () => {
    page = new FindingsPage([
      finding('a', { fixes: [write()] }),
      finding('b', { fixes: [clear] })
    ]);
    page.use('Fix… Add pyarrow');
    page.use('Fix… Leave it out of the published copy');
    page.press(page.buttons('Change it')[0]);
    const other = page.button('Change it');
    expect(other.getAttribute('aria-disabled')).toBe('true');
    page.press(other);
    expect(page.session.calls).toHaveLength(1);
    await page.end();
    page.use('Change it');
    expect(page.session.calls[1]).toEqual([
      'apply',
      'b',
      'edit-copy',
      'bundle'
    ]);
    await page.end();
  });

  it('says so when the finding is still there, and stays where it is', async () => {
    page = new FindingsPage([finding('a', { fixes: [write()] }), finding('b')]);
    page.use('Fix… Add pyarrow');
    page.use('Change it');
    await page.end(false);
    expect(page.told()).toBe('The finding is still there.');
    expect(focused()).toBe('Change it');
  });

  it('does not take the focus from somebody who typed on', async () => {
    page = new FindingsPage([finding('a', { fixes: [write()] }), finding('b')]);
    page.use('Fix… Add pyarrow');
    page.use('Change it');
    page.focus(page.field('Title'));
    await page.end();
    expect(page.told()).toBe('requirements.txt was changed.');
    expect(document.activeElement).toBe(page.field('Title'));
  });

  it('folds again without a change, by button and by Escape', () => {
    page = new FindingsPage([finding('a', { fixes: [write()] })]);
    page.use('Fix… Add pyarrow');
    page.use('Not now');
    expect(page.all('pre')).toHaveLength(0);
    expect(focused()).toBe('Fix… Add pyarrow');
    page.use('Fix… Add pyarrow');
    page.focus(page.button('Change it'));
    page.key('Escape');
    expect(page.all('pre')).toHaveLength(0);
    expect(focused()).toBe('Fix… Add pyarrow');
    expect(page.session.calls).toEqual([]);
  });

  it('shows a new file, up to 40 lines', () => {
    const after = Array.from({ length: 42 }, (_, i) => `package-${i}\n`);
    page = new FindingsPage([
      finding('a', { fixes: [write({ before: null, after: after.join('') })] })
    ]);
    page.use('Fix… Add pyarrow');
    expect(page.all('pre > ins')).toHaveLength(40);
    const { textContent } = page.one('.jp-ZenodoPublisher-fix');
    expect(textContent).toContain('requirements.txt will be added');
    expect(textContent).toContain('and 2 more lines');
  });

  it('offers all that can be done, the first one chosen', async () => {
    page = new FindingsPage([
      finding('a', {
        fixes: [
          write(),
          clear,
          { label: 'Read the kernel', fix: { kind: 'capture' } }
        ]
      })
    ]);
    page.use('Fix… Add pyarrow');
    const radios = page.all<HTMLInputElement>('.jp-ZenodoPublisher-fix input');
    expect(
      radios.map(radio => [radio.parentElement?.textContent, radio.checked])
    ).toEqual([
      ['Add pyarrow', true],
      ['Leave it out of the published copy', false],
      ['Read the kernel', false]
    ]);
    page.press(radios[1]);
    expect(page.one('.jp-ZenodoPublisher-fix').textContent).toContain(
      'The outputs of cell 7 are left out of the published copy. Your notebook stays as it is.'
    );
    expect(page.buttons('Only in the bundle')).toHaveLength(0);
    page.use('Change it');
    expect(page.session.calls).toEqual([['apply', 'a', 'edit-copy', 'bundle']]);
    await page.end();
    expect(page.told()).toBe('The published copy of a.ipynb was changed.');
  });

  it.each([
    [
      { kind: 'drop-widget-state' } as const,
      'The saved state of the widgets is left out of the published copy.'
    ],
    [
      { kind: 'set-kernel', name: 'ir', displayName: 'R' } as const,
      'The published copy names the kernel “R”, which Binder has.'
    ],
    [
      { kind: 'mask', key: 'k' } as const,
      'In the published copy, ***REMOVED*** stands in the place of what was found.'
    ]
  ])('says what %o changes', (edit, words) => {
    const fix: Fix = { kind: 'edit-copy', path: 'a.ipynb', edit };
    page = new FindingsPage([finding('a', { fixes: [{ label: 'Do', fix }] })]);
    page.use('Fix… Do');
    expect(page.one('.jp-ZenodoPublisher-fix').textContent).toContain(words);
  });

  it('lists the files that go in or out', async () => {
    const paths = Array.from({ length: 10 }, (_, i) => `data/${i}.nc`);
    page = new FindingsPage([
      finding('a', { fixes: [exclude(...paths)] }),
      finding('b', {
        fixes: [{ label: 'Add it', fix: { kind: 'include', paths: ['x.csv'] } }]
      })
    ]);
    page.use('Fix… Leave out the biggest');
    const lines = page.all('.jp-ZenodoPublisher-fixFiles li');
    expect(lines).toHaveLength(9);
    expect(lines[7].textContent).toBe('data/7.nc');
    expect(lines[8].textContent).toBe('and 2 more');
    page.use('Change it');
    await page.end();
    expect(page.told()).toBe('10 files are left out now.');
    page.use('Fix… Add it');
    page.use('Change it');
    expect(page.session.calls[1]).toEqual(['apply', 'b', 'include', 'bundle']);
    await page.end();
    expect(page.told()).toBe('x.csv was added to the bundle.');
  });

  it('reads the kernel', async () => {
    const capture: IFix = { label: 'Read it', fix: { kind: 'capture' } };
    page = new FindingsPage([finding('a', { fixes: [capture] })]);
    page.change({
      environment: { ...page.session.state.environment, notebook: 'a.ipynb' }
    });
    page.use('Fix… Read it');
    expect(page.one('.jp-ZenodoPublisher-fix').textContent).toContain(
      'in the kernel of a.ipynb'
    );
    expect(page.buttons('Not now')).toHaveLength(1);
    page.use('Read the kernel');
    expect(focused()).toBe('Reading the kernel');
    await page.end();
    expect(page.told()).toBe('The kernel was read.');
  });
});
