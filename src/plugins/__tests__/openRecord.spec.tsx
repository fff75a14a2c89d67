import { Dialog } from '@jupyterlab/apputils';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { waitForDialog } from '@jupyterlab/testutils';
import { CommandRegistry } from '@lumino/commands';
import { MessageLoop } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import { plainEnglish } from '../../core/text';
import type {
  IOpenRecordSession,
  OpenPhase
} from '../../session/records/state';
import { createOpenRecord } from '../createOpenRecord';
import { openRecord } from '../openRecord';
import { OpenRecordDialogs } from '../openRecordDialogs';
import { OpenRecordWidget } from '../openRecordWidget';

jest.mock('../../ui/records/OpenRecordPanel', () => ({
  __esModule: true,
  default: () => null
}));
jest.mock('../createOpenRecord', () => ({ createOpenRecord: jest.fn() }));

const id = 'zenodo-publisher:open-record';

function makeWidget(phase: OpenPhase, leaves = true) {
  const session = {
    state: { phase },
    stateChanged: new Signal<object, void>({}),
    lookUp: jest.fn(async () => undefined),
    cancel: jest.fn()
  };
  const release = jest.fn();
  const widget = new OpenRecordWidget({
    session: session as unknown as IOpenRecordSession,
    trans: plainEnglish,
    confirmLeave: async () => leaves,
    release
  });
  return { widget, session, release };
}

describe('the plugin that opens records', () => {
  const shell = { add: jest.fn(), activateById: jest.fn() };
  const goTo = jest.fn();
  const panels = { open: jest.fn(async () => undefined) };

  function activate(labShell: object | null = {}, browser = 'work') {
    const commands = new CommandRegistry();
    commands.addCommand('filebrowser:go-to-path', {
      describedBy: { args: { type: 'object' } },
      execute: args => goTo(args)
    });
    const palette = { addItem: jest.fn() };
    openRecord.activate(
      { commands, shell } as unknown as JupyterFrontEnd,
      panels,
      { tracker: { currentWidget: { model: { path: browser } } } },
      null,
      null,
      labShell,
      null,
      palette,
      null
    );
    return { commands, palette };
  }

  beforeEach(() => jest.clearAllMocks());

  it('adds a command, and nothing else before it is used', () => {
    const { commands, palette } = activate();
    expect(commands.label(id)).toBe('Open a Zenodo record here…');
    expect(palette.addItem).toHaveBeenCalledWith(
      expect.objectContaining({ command: id })
    );
    expect(createOpenRecord).not.toHaveBeenCalled();
  });

  it('opens a panel for the folder of the file browser, and goes there later', async () => {
    const { widget, session } = makeWidget('asking');
    (createOpenRecord as jest.Mock).mockResolvedValue(widget);
    const { commands } = activate();
    await commands.execute(id, { record: '10.5281/zenodo.1' });
    const options = (createOpenRecord as jest.Mock).mock.calls[0][0];
    expect(options.parent).toBe('work');
    expect(shell.add).toHaveBeenCalledWith(widget, 'main', expect.anything());
    expect(session.lookUp).toHaveBeenCalledWith('10.5281/zenodo.1');
    await options.show('work/rivers');
    expect(goTo).toHaveBeenCalledWith({ path: 'work/rivers' });
    await options.publish(['work/rivers']);
    expect(panels.open).toHaveBeenCalledWith(['work/rivers']);
  });

  it('takes another folder, asks for nothing by itself, and stands aside in Notebook', async () => {
    const { widget, session } = makeWidget('asking');
    (createOpenRecord as jest.Mock).mockResolvedValue(widget);
    const { commands } = activate(null);
    await commands.execute(id, { path: '' });
    expect((createOpenRecord as jest.Mock).mock.calls[0][0].parent).toBe('');
    expect(shell.add).toHaveBeenCalledWith(widget, 'right', expect.anything());
    expect(session.lookUp).not.toHaveBeenCalled();
  });

  it('makes room for the next one, but not while something is told', async () => {
    const { commands } = activate();
    const all = (['asking', 'running', 'done', 'found'] as const).map(phase =>
      makeWidget(phase)
    );
    for (const { widget } of all) {
      (createOpenRecord as jest.Mock).mockResolvedValueOnce(widget);
      await commands.execute(id);
    }
    expect(all.map(({ widget }) => widget.isDisposed)).toEqual([
      true,
      false,
      false,
      false
    ]);
  });
});

describe('OpenRecordWidget', () => {
  const close = async (widget: Widget) => {
    MessageLoop.sendMessage(widget, Widget.Msg.CloseRequest);
    await new Promise(resolve => setTimeout(resolve));
  };

  it('stops what runs when it is closed, and lets go of the session', async () => {
    const { widget, session, release } = makeWidget('found');
    await close(widget);
    expect(widget.isDisposed).toBe(true);
    expect(session.cancel).toHaveBeenCalledTimes(1);
    expect(release).toHaveBeenCalledTimes(1);
    widget.dispose();
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('has the browser ask before it leaves the page, while it downloads', () => {
    const { widget, session } = makeWidget('running');
    const asks = () =>
      !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).toBe(false);
    session.stateChanged.emit();
    expect(asks()).toBe(true);
    session.state.phase = 'done';
    session.stateChanged.emit();
    expect(asks()).toBe(false);
    session.state.phase = 'running';
    session.stateChanged.emit();
    widget.dispose();
    expect(asks()).toBe(false);
  });

  it.each([true, false])('asks while it downloads (%s)', async leaves => {
    const { widget } = makeWidget('running', leaves);
    await close(widget);
    expect(widget.isDisposed).toBe(leaves);
  });
});

describe('OpenRecordDialogs', () => {
  afterEach(() => Dialog.flush());

  it('asks before a download is stopped', async () => {
    const dialogs = new OpenRecordDialogs({ trans: plainEnglish });
    const answer = dialogs.confirmStop();
    await waitForDialog();
    const dialog = document.querySelector('.jp-Dialog');
    expect(dialog?.textContent).toContain('Leave while downloading?');
    [...(dialog?.querySelectorAll('button') ?? [])]
      .find(one => one.textContent === 'Leave')
      ?.click();
    expect(await answer).toBe(true);
  });
});
