import { Dialog } from '@jupyterlab/apputils';
import { waitForDialog } from '@jupyterlab/testutils';
import { MessageLoop } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import { plainEnglish } from '../../core/text';
import { zenodo, zenodoSandbox } from '../../core/zenodo/sites';
import type { IPublicationSession } from '../../session/publicationSession';
import { Dialogs } from '../dialogs';
import { PublicationPanel } from '../panelWidget';

jest.mock('../../ui/PublishPanel', () => ({
  __esModule: true,
  default: () => null
}));

const facts = {
  site: zenodo,
  title: 'T',
  creators: ['Silva, Ana'],
  files: 2,
  bytes: 3,
  layout: 'zip' as const,
  licenses: [],
  access: 'public' as const,
  versionOf: null,
  replaces: null,
  communities: [],
  data: null,
  doi: null,
  changed: [],
  until: new Date(0)
};

function button(label: string): HTMLElement {
  const found = [
    ...document.querySelectorAll<HTMLElement>('.jp-Dialog button')
  ].find(one => one.textContent === label);
  if (!found) {
    throw new Error(`No button ${label}`);
  }
  return found;
}

describe('Dialogs', () => {
  const dialogs = new Dialogs({ trans: plainEnglish });

  afterEach(() => Dialog.flush());

  it('asks before publishing, with the focus on Cancel', async () => {
    const answer = dialogs.confirmPublish(facts);
    await waitForDialog();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(document.querySelector('.jp-Dialog-header')?.textContent).toBe(
      'Publish on Zenodo?'
    );
    expect(document.activeElement).toBe(button('Cancel'));
    button('Publish now').click();
    expect(await answer).toBe(true);
  });

  it('says that a test is a test', async () => {
    const answer = dialogs.confirmPublish({ ...facts, site: zenodoSandbox });
    await waitForDialog();
    expect(document.querySelector('.jp-Dialog-header')?.textContent).toBe(
      'Publish a test on Zenodo Sandbox?'
    );
    button('Cancel').click();
    expect(await answer).toBe(false);
  });

  it('asks before discarding', async () => {
    const answer = dialogs.confirmDiscard('10.5281/zenodo.1');
    await waitForDialog();
    expect(document.querySelector('.jp-Dialog-body')?.textContent).toContain(
      '10.5281/zenodo.1'
    );
    button('Keep draft').click();
    expect(await answer).toBe(false);
  });
});

describe('PublicationPanel', () => {
  function setUp(leave: boolean) {
    const session = {
      state: { id: 'p1', selection: ['a.ipynb'], phase: 'editing' },
      publication: { cancel: jest.fn() }
    } as unknown as IPublicationSession & {
      state: { phase: string };
      stateChanged: Signal<object, void>;
    };
    Object.assign(session, { stateChanged: new Signal<object, void>(session) });
    const release = jest.fn();
    const panel = new PublicationPanel({
      session,
      trans: plainEnglish,
      confirmLeave: async () => leave,
      release
    });
    Widget.attach(panel, document.body);
    return { session, panel, release };
  }

  function blocksLeaving(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('warns on leaving the page only while the upload runs', () => {
    const { session, panel } = setUp(true);
    expect(blocksLeaving()).toBe(false);
    Object.assign(session.state, { phase: 'running' });
    session.stateChanged.emit();
    expect(blocksLeaving()).toBe(true);
    Object.assign(session.state, { phase: 'published' });
    session.stateChanged.emit();
    expect(blocksLeaving()).toBe(false);
    panel.dispose();
  });

  it('lets go of the session when it is closed', () => {
    const { session, panel, release } = setUp(true);
    panel.close();
    expect(panel.isDisposed).toBe(true);
    expect(session.publication.cancel).toHaveBeenCalledTimes(1);
    expect(release).toHaveBeenCalledTimes(1);
    expect(blocksLeaving()).toBe(false);
  });

  it.each([true, false])(
    'asks before it is closed while the upload runs (%s)',
    async leave => {
      const { session, panel } = setUp(leave);
      Object.assign(session.state, { phase: 'running' });
      session.stateChanged.emit();
      MessageLoop.sendMessage(panel, Widget.Msg.CloseRequest);
      expect(panel.isDisposed).toBe(false);
      await Promise.resolve();
      await Promise.resolve();
      expect(panel.isDisposed).toBe(leave);
      panel.dispose();
    }
  );
});
