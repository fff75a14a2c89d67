import * as React from 'react';
import { act } from 'react';
import { createRoot, Root } from 'react-dom/client';
import { plainEnglish } from '../../../core/text';
import { zenodo, zenodoSandbox } from '../../../core/zenodo/sites';
import type { IOpenRecordState } from '../../../session/records/state';
import { OpenRecordPanel } from '../OpenRecordPanel';
import { FakeOpening, record, result } from './fakeOpening';
import { noSignIn } from '../../../session/signIn/signInState';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

describe('the panel that opens a record', () => {
  let session: FakeOpening;
  let host: HTMLElement;
  let root: Root;

  function show(change: Partial<IOpenRecordState> = {}): void {
    session = new FakeOpening(change);
    host = document.createElement('div');
    document.body.append(host);
    root = createRoot(host);
    act(() =>
      root.render(<OpenRecordPanel session={session} trans={plainEnglish} />)
    );
  }

  afterEach(() => {
    act(() => root.unmount());
    host.remove();
  });

  const text = () => host.textContent ?? '';
  const press = (name: string) => {
    const [button] = [...host.querySelectorAll('button')].filter(
      one => one.textContent === name
    );
    act(() => {
      button.focus();
      button.click();
    });
  };
  const field = (label: string) => {
    const [found] = [...host.querySelectorAll('label')].filter(
      one => one.textContent === label
    );
    return document.getElementById(found.htmlFor) as HTMLInputElement;
  };
  const enter = (label: string, value: string) => {
    const input = field(label);
    const setter = Object.getOwnPropertyDescriptor(
      Object.getPrototypeOf(input),
      'value'
    );
    act(() => {
      setter?.set?.call(input, value);
      const kind = input.tagName === 'SELECT' ? 'change' : 'input';
      input.dispatchEvent(new Event(kind, { bubbles: true }));
    });
  };
  const describedBy = (input: HTMLElement) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent)
      .join(' ');

  it('is a region, and asks which record', () => {
    show();
    const section = host.querySelector('section');
    const title = section?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(title)?.textContent).toBe(
      'Open a Zenodo record'
    );
    enter('DOI or address of the record', '10.5281/zenodo.17');
    press('Look up');
    expect(session.calls).toEqual(['lookUp 10.5281/zenodo.17']);
  });

  it('says beside the field what is wrong with it', () => {
    show({ address: 'x', problem: '“x” is neither a DOI nor an address.' });
    const input = field('DOI or address of the record');
    expect(input.value).toBe('x');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(input)).toContain('“x” is neither');
  });

  it('shows the address that came from elsewhere', () => {
    show();
    act(() =>
      session.change({ phase: 'looking', address: '10.5281/zenodo.2' })
    );
    expect(field('DOI or address of the record').value).toBe(
      '10.5281/zenodo.2'
    );
    expect(text()).toContain('Looking it up.');
  });

  it('lets the user choose the site where the DOI may be of several', () => {
    show({ sites: [zenodo, zenodoSandbox], siteId: zenodo.id });
    enter('Site', zenodoSandbox.id);
    expect(session.calls).toEqual([`chooseSite ${zenodoSandbox.id}`]);
  });

  it('offers to sign in for what is restricted', () => {
    show({
      problem: 'The files of this record are restricted.',
      signIn: {
        site: zenodo,
        status: 'signed-out',
        refused: null,
        otherSite: null,
        signIn: noSignIn
      }
    });
    const token = field('Access token');
    expect(token.type).toBe('password');
    act(() => {
      token.value = 'secret';
    });
    press('Sign in');
    expect(session.calls).toEqual(['signIn secret']);
    expect(text()).toContain('Make one on Zenodo');
  });

  it('shows what comes, as text, and where it goes', () => {
    show({ phase: 'found', record, parent: 'work', name: 'rivers' });
    expect(host.querySelector('h2')?.textContent).toBe(record.title);
    expect(host.querySelector('b')).toBeNull();
    expect(text()).toContain('1.2.0, 2026-11-21');
    expect(text()).toContain('1 file, 2 kB');
    expect(text()).toContain('Made in work.');
    expect(host.querySelector('a')?.getAttribute('href')).toBe(
      'https://doi.org/10.5281/zenodo.17'
    );
    enter('New folder', 'mine');
    press('Open here');
    expect(session.calls).toEqual(['setName mine', 'open']);
  });

  it('says that there is a newer version, and names only some files', () => {
    const [file] = record.files;
    const files = Array.from({ length: 9 }, (_, i) => ({
      ...file,
      key: `f${i}.csv`
    }));
    show({ phase: 'found', record: { ...record, isLatest: false, files } });
    expect(text()).toContain('(there is a newer one)');
    expect(text()).toContain('f4.csvand 4 more');
    expect(text()).toContain('Made in the top folder.');
  });

  it('says beside the folder’s name what is wrong with it', () => {
    show({ phase: 'found', record, name: '', nameProblem: 'It needs a name.' });
    const input = field('New folder');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(input)).toContain('It needs a name.');
  });

  it('shows how far it is, what it waits for, and can be cancelled', () => {
    show({
      phase: 'running',
      record,
      progress: {
        step: 'download',
        file: 'rivers.zip',
        doneBytes: 500,
        totalBytes: 2000,
        waiting: 'Zenodo asks us to wait 9 s.'
      }
    });
    const bar = host.querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-label')).toBe('Download progress');
    expect(bar?.getAttribute('aria-valuenow')).toBe('25');
    expect(text()).toContain('Downloading rivers.zip');
    expect(text()).toContain('Zenodo asks us to wait 9 s.');
    press('Cancel download');
    expect(session.calls).toEqual(['cancel']);
  });

  it('tells what is there, what is left out and why, and what comes next', () => {
    show({
      phase: 'done',
      record,
      result: {
        ...result,
        packageLists: ['environment.yml'],
        leftOut: [
          { name: '../evil', reason: 'outside' },
          { name: '.env', reason: 'hidden' }
        ]
      }
    });
    const status = host.querySelector('[role="status"]')?.textContent;
    expect(status).toContain('3 files (58.0 MB) are in work/rivers.');
    expect(status).toContain('listed in environment.yml. Install them');
    expect(status).toContain('2 files are left out');
    expect(status).toContain('../evil would be written outside');
    press('Publish a new version…');
    press('Open another record');
    expect(session.calls).toEqual(['publish', 'startAgain']);
  });

  it('tells of no packages where none are listed', () => {
    show({ phase: 'done', record, result: { ...result, notebooks: 0 } });
    expect(text()).not.toContain('packages');
    expect(text()).not.toContain('left out');
    expect(text()).toContain('There is no notebook in it.');
  });

  it('says why it stopped and what is there, and can take it back', () => {
    show({
      phase: 'stopped',
      record,
      stop: {
        text: 'The disk is full.',
        isCancelled: false,
        kept: { folder: 'work/rivers', files: 2 },
        notice: ''
      }
    });
    const alert = host.querySelector('[role="alert"]')?.textContent;
    expect(alert).toContain('The record was not openedThe disk is full.');
    expect(alert).toContain(
      '2 files are in work/rivers; each of them is whole'
    );
    press('Remove this folder');
    press('Try again');
    expect(session.calls).toEqual(['removeKept', 'open']);
    act(() =>
      session.change({
        stop: {
          text: '',
          isCancelled: true,
          kept: null,
          notice: 'It was removed.'
        }
      })
    );
    expect(text()).toContain('The download was cancelled');
    expect(text()).toContain('It was removed.');
    expect(text()).not.toContain('Remove this folder');
  });

  it('keeps the focus when what was pressed goes away', () => {
    show({ phase: 'found', record, name: 'rivers' });
    press('Open here');
    act(() => session.change({ phase: 'running' }));
    expect(document.activeElement).toBe(host.querySelector('h1'));
  });
});
