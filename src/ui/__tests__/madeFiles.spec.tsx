import { act } from 'react';
import type { IEnvironmentState } from '../../session/environmentState';
import { focused, Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
  page.press(page.button('Environment'));
});
afterEach(() => page.dispose());

function environment(change: Partial<IEnvironmentState>): void {
  page.change({
    environment: { ...page.session.state.environment, ...change }
  });
}

const settle = () => act(async () => undefined);

describe('files from the kernel', () => {
  const made = (path: string, text: string, more = {}) => ({
    path,
    text,
    edited: false,
    saved: false,
    ...more
  });

  it('are nothing where no kernel can be read and nothing was made', () => {
    expect(page.host.textContent).not.toContain('Environment from your kernel');
    environment({ generated: [made('requirements.txt', 'x\n')] });
    expect(page.host.textContent).toContain('Made for Binder');
    expect(page.buttons('Read the kernel again')).toHaveLength(0);
  });

  it('come when asked, and the focus stays in their tile', () => {
    environment({ capture: 'possible', notebook: 'work/a.ipynb' });
    const button = page.button('Read the kernel…');
    page.focus(button);
    page.press(button);
    environment({ capture: 'reading' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    page.press(button);
    expect(page.session.calls).toEqual([['capture']]);
    expect(page.host.textContent).toContain('Reading the kernel.');
    environment({ capture: 'added', generated: [made('runtime.txt', 'p\n')] });
    expect(focused()).toBe('Read the kernel again');
    page.focus(page.button('Leave them out'));
    page.press(page.button('Leave them out'));
    environment({ capture: 'possible', generated: [] });
    expect(focused()).toBe('Environment from your kernel');
    expect(page.session.calls).toEqual([['capture'], ['drop']]);
  });

  it('can be changed', () => {
    environment({
      capture: 'added',
      generated: [
        made('requirements.txt', 'numpy\n'.repeat(40), { edited: true }),
        made('runtime.txt', 'python-3.12')
      ]
    });
    const long = page.field<HTMLTextAreaElement>('requirements.txt');
    const short = page.field<HTMLTextAreaElement>('runtime.txt');
    expect([long.rows, short.rows]).toEqual([16, 2]);
    const described = (field: HTMLElement) =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')
        ?.textContent;
    expect(described(long)).toBe('changed by you');
    expect(described(short)).toBeUndefined();
    page.type(short, 'python-3.11');
    expect(page.session.calls).toEqual([
      ['edit', 'runtime.txt', 'python-3.11']
    ]);
  });

  it('can be saved once, and go with what is saved', () => {
    const files = [made('a.txt', 'a', { saved: true }), made('b.txt', 'b')];
    environment({ capture: 'added', generated: files });
    const inFolder = 'These files are in your folder, too.';
    expect(page.host.textContent).not.toContain(inFolder);
    page.focus(page.button('Save in my folder'));
    page.press(page.button('Save in my folder'));
    environment({ generated: files.map(one => ({ ...one, saved: true })) });
    expect(page.host.textContent).toContain(inFolder);
    expect(page.buttons('Save in my folder')).toHaveLength(0);
    expect(focused()).toBe('Environment from your kernel');
    page.press(page.button('Read the kernel again'));
    expect(page.session.calls).toEqual([['save'], ['capture']]);
  });

  it('are locked while steps are under way', () => {
    environment({ capture: 'added', generated: [made('a.txt', 'a')] });
    page.change({ phase: 'running' });
    expect(page.field('a.txt').matches(':disabled')).toBe(true);
  });
});

describe('lock files', () => {
  it('are named, and turned into what Binder reads', async () => {
    environment({ lockFiles: ['uv.lock', 'sub/pixi.lock'] });
    expect(page.host.textContent).toContain('Binder does not read uv.lock.');
    let arrive = () => undefined as void;
    const convert = jest
      .spyOn(page.session.environment, 'convertLock')
      .mockImplementation(
        () =>
          new Promise(resolve => {
            arrive = resolve;
          })
      );
    const button = page.button('Make what Binder reads from uv.lock');
    page.focus(button);
    page.press(button);
    page.press(button);
    expect(page.host.textContent).toContain('Reading uv.lock.');
    expect(convert.mock.calls).toEqual([['uv.lock']]);
    environment({ lockFiles: [] });
    arrive();
    await settle();
    expect(focused()).toBe('What Binder reads was made from uv.lock.');
  });

  it('claim nothing where it did not work', async () => {
    environment({ lockFiles: ['uv.lock'] });
    page.press(page.button('Make what Binder reads from uv.lock'));
    await settle();
    expect(page.session.calls).toEqual([['convertLock', 'uv.lock']]);
    expect(page.host.textContent).not.toContain('was made from');
    expect(page.buttons('Make what Binder reads from uv.lock')).toHaveLength(1);
  });
});
