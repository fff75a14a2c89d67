import { Dialog } from '@jupyterlab/apputils';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { waitForDialog } from '@jupyterlab/testutils';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import React from 'react';
import { plainEnglish } from '../../core/text';
import { zenodo } from '../../core/zenodo/sites';
import { panelsPort } from '../panelsPort';
import { publications } from '../publications';
import { PublicationsDialogs } from '../publicationsDialogs';
import { PublicationsWidget } from '../publicationsWidget';
import type { IPublicationPanel, IPublicationPanels } from '../tokens';

jest.mock('../../ui/publications/PublicationsPanel', () => ({
  __esModule: true,
  default: () => <input aria-label="Search publications" />
}));

/** The open panels, as their plugin has them. */
function makePanels(there: { id: string; paths: string[]; stays?: boolean }[]) {
  const panels = there.map(({ id, paths, stays }) => {
    const panel = {
      publicationId: id,
      paths,
      isDisposed: false,
      close: jest.fn(() => {
        panel.isDisposed = !stays;
      })
    };
    return panel;
  });
  const open = jest.fn(async () => panels[0] as unknown as IPublicationPanel);
  const widgetAdded = new Signal<object, IPublicationPanel>({});
  const all = {
    open,
    tracker: {
      widgetAdded,
      find: (test: (panel: unknown) => boolean) =>
        panels.find(panel => !panel.isDisposed && test(panel)),
      forEach: (act: (panel: unknown) => void) => panels.forEach(act)
    }
  } as unknown as IPublicationPanels;
  return { all, open, panels, widgetAdded };
}

describe('the plugin of the side panel', () => {
  it('adds a command, and nothing else before it is used', () => {
    const commands = new CommandRegistry();
    const palette = { addItem: jest.fn() };
    const shell = { add: jest.fn(), activateById: jest.fn() };
    publications.activate(
      { commands, shell } as unknown as JupyterFrontEnd,
      makePanels([]).all,
      {},
      null,
      null,
      palette,
      null,
      null
    );
    const id = 'zenodo-publisher:open-publications';
    expect(commands.label(id)).toBe('Zenodo Publications');
    expect(palette.addItem).toHaveBeenCalledWith(
      expect.objectContaining({ command: id })
    );
    expect(shell.add).not.toHaveBeenCalled();
  });
});

/** No panel for details. */
const noEditor = async () => undefined;

describe('the panels of publications', () => {
  it('goes on with the one that is open', async () => {
    const { all, open, panels } = makePanels([{ id: 'a', paths: ['x', 'y'] }]);
    await panelsPort(all, new Set(), noEditor).resume(['y', 'x'], 'a');
    expect(panels[0].close).not.toHaveBeenCalled();
    expect(open).toHaveBeenCalledWith(['y', 'x'], 'a');
  });

  it('makes room where the same files are open as another one', async () => {
    const { all, open, panels } = makePanels([{ id: 'b', paths: ['x'] }]);
    await panelsPort(all, new Set(), noEditor).resume(['x'], 'a');
    expect(panels[0].close).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledWith(['x'], 'a');
  });

  it('opens what comes next in place of the one that is through', async () => {
    const { all, open, panels } = makePanels([{ id: 'a', paths: ['x'] }]);
    await panelsPort(all, new Set(), noEditor).openNext(['x'], 'a');
    expect(panels[0].close).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledWith(['x']);
  });

  it('goes to what comes next where that is open', async () => {
    const { all, panels } = makePanels([{ id: 'b', paths: ['x'] }]);
    await panelsPort(all, new Set(), noEditor).openNext(['x'], 'a');
    expect(panels[0].close).not.toHaveBeenCalled();
  });

  it('remembers which publications had a panel', () => {
    const { all } = makePanels([{ id: 'b', paths: ['x'] }]);
    expect([...panelsPort(all, new Set(['a']), noEditor).opened()]).toEqual([
      'a',
      'b'
    ]);
  });
});

describe('PublicationsWidget', () => {
  it('keeps the list up to date while it is seen', () => {
    const shown: boolean[] = [];
    const session = {
      state: {},
      setShown: (on: boolean) => shown.push(on),
      dispose: jest.fn()
    };
    const widget = new PublicationsWidget({
      session: session as never,
      trans: plainEnglish
    });
    Widget.attach(widget, document.body);
    widget.hide();
    widget.show();
    expect(shown).toEqual([true, false, true]);
    widget.dispose();
    expect(shown.slice(-1)).toEqual([false]);
    expect(session.dispose).toHaveBeenCalledTimes(1);
  });
});

describe('PublicationsDialogs', () => {
  const dialogs = new PublicationsDialogs({ trans: plainEnglish });
  const one = <T extends HTMLElement = HTMLElement>(selector: string) =>
    document.querySelector<T>(`.jp-Dialog ${selector}`);
  const press = (label: string) =>
    [...document.querySelectorAll<HTMLElement>('.jp-Dialog button')]
      .find(button => button.textContent === label)
      ?.click();
  const drawn = async () => {
    await waitForDialog();
    await new Promise(resolve => setTimeout(resolve, 100));
  };

  afterEach(() => Dialog.flush());

  const deletion = {
    site: zenodo,
    title: 'Rivers',
    doi: '10.5281/zenodo.1',
    until: new Date(Date.UTC(2026, 11, 21, 12)),
    reasons: [{ id: 'test-record', title: 'Test upload', tags: [], props: {} }]
  };

  it('says what deleting means, and wants a reason', async () => {
    const answer = dialogs.confirmDelete(deletion);
    await drawn();
    const body = one('.jp-Dialog-body')?.textContent;
    expect(body).toContain('removed for good');
    expect(body).toContain('until 21 December 2026');
    expect(body).toContain('10.5281/zenodo.1');
    expect(document.activeElement?.textContent).toBe('Keep record');
    press('Delete record');
    await drawn();
    const reason = one<HTMLSelectElement>('select');
    expect(reason?.getAttribute('aria-invalid')).toBe('true');
    if (reason) {
      reason.value = 'test-record';
      reason.dispatchEvent(new Event('change', { bubbles: true }));
    }
    press('Delete record');
    expect(await answer).toBe('test-record');
  });

  it('takes no for an answer', async () => {
    const answer = dialogs.confirmDelete(deletion);
    await drawn();
    press('Keep record');
    expect(await answer).toBeNull();
  });

  it.each([
    ['confirmBadges', 'Insert', 'goes into these 2 notebooks'],
    ['confirmNoBadges', 'Remove badges', 'in these 2 files']
  ] as const)('names the notebooks (%s)', async (ask, yes, words) => {
    const paths = ['a.ipynb', 'b.ipynb'];
    const answer = dialogs[ask]('10.5281/zenodo.1', paths, true);
    await drawn();
    expect(one('.jp-Dialog-body')?.textContent).toContain(words);
    expect(
      [...document.querySelectorAll('.jp-Dialog li')].map(
        one => one.textContent
      )
    ).toEqual(['a.ipynb', 'b.ipynb']);
    press(yes);
    expect(await answer).toBe(true);
  });

  it('asks before a change is discarded', async () => {
    const answer = dialogs.confirmDiscardEdit('Rivers', zenodo);
    await drawn();
    expect(one('.jp-Dialog-body')?.textContent).toContain('“Rivers”');
    press('Keep the change');
    expect(await answer).toBe(false);
  });
});
