import type { IMetadata } from '../../core/metadata/model';
import { act } from 'react';
import { Page, FakeSession, focused, nameOf, readyState } from './testing';
import { stepNames } from '../../core/publish/steps';
import { type ISite, zenodo, zenodoSandbox } from '../../core/zenodo/sites';

let page: Page;

afterEach(() => page.dispose());

describe('PublishPanel', () => {
  it('has the names by which it is driven', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        account: { ...state.account, status: 'signed-out' }
      })
    );
    expect(page.one('[role="region"]').getAttribute('aria-label')).toBe(
      'Publish to Zenodo'
    );
    expect(page.all('h2').map(h => h.textContent)).toEqual([
      'Contents',
      'Environment',
      'Metadata',
      'Account',
      'Publish'
    ]);
    for (const name of ['Publish', 'Save draft', 'Sign in']) {
      expect(page.buttons(name)).toHaveLength(1);
    }
    for (const name of [
      'Title',
      'Resource type',
      'Publication date',
      'Description',
      'Licenses',
      'Keywords and subjects',
      'Version'
    ]) {
      expect(page.field(name)).toBeTruthy();
    }
    expect(page.all('legend').map(l => l.textContent)).toContain('Creators');
    expect(page.field('Site').tagName).toBe('SELECT');
    expect(page.field('Access token').type).toBe('password');
    expect(page.field('Access token').closest('form')).not.toBeNull();
  });

  it('gives no two elements the same id', () => {
    page = new Page();
    const ids = page.all('[id]').map(element => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points only to elements that are there', () => {
    page = new Page();
    page.press(page.button('Publish'));
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
      for (const element of page.all(`[${attribute}]`)) {
        for (const id of element.getAttribute(attribute)?.split(' ') ?? []) {
          expect(document.getElementById(id)).not.toBeNull();
        }
      }
    }
  });

  it('shows the session as it changes, and lets go of it', () => {
    page = new Page();
    expect(page.field('Title').value).toBe('Soil moisture');
    page.type(page.field('Title'), 'Rain');
    expect(page.session.state.metadata.values.title).toBe('Rain');
    expect(page.field('Title').value).toBe('Rain');
    const { session } = page;
    const disconnect = jest.spyOn(session.stateChanged, 'disconnect');
    page.dispose();
    expect(disconnect).toHaveBeenCalled();
    page = new Page(session);
  });

  it('keeps two panels apart', () => {
    page = new Page();
    const other = new Page();
    other.type(other.field('Title'), 'Other');
    other.press(other.button('Edit Silva'));
    expect(page.field('Title').value).toBe('Soil moisture');
    expect(page.buttons('Edit Silva')).toHaveLength(1);
    other.dispose();
  });

  it('opens a section by itself once, and then keeps the user’s folding', () => {
    page = new Page();
    const heading = () => page.button('Contents').getAttribute('aria-expanded');
    const warn = (id: string) =>
      page.change({
        findings: [
          { id, severity: 'warning', section: 'contents', message: 'Odd.' }
        ]
      });
    expect(heading()).toBe('false');
    warn('one');
    expect(heading()).toBe('true');
    page.press(page.button('Contents'));
    warn('two');
    expect(heading()).toBe('false');
  });

  it('marks a sandbox without doubt', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        account: { ...state.account, site: zenodoSandbox }
      })
    );
    expect(page.one('[role="note"]').textContent).toContain('TEST ONLY.');
    expect(
      page.one('[role="group"][aria-label="Actions"]').textContent
    ).toContain('TEST ONLY:');
    page.press(page.button('Switch to Zenodo'));
    expect(page.session.calls).toEqual([['setSite', 'zenodo']]);
  });

  it('names the site that a rehearsal goes on to, and no button where there is none', () => {
    const real = { ...zenodo, id: 'ours', name: 'Ours' };
    const published = (sites: readonly ISite[]) => {
      const state = readyState();
      page = new Page(
        new FakeSession({
          ...state,
          phase: 'published',
          account: { ...state.account, sites, site: zenodoSandbox }
        })
      );
      return page
        .all('button')
        .map(nameOf)
        .filter(name => name.startsWith('Publish on'));
    };
    expect(published([real, zenodoSandbox, zenodo])).toEqual([
      'Publish on Ours'
    ]);
    page.dispose();
    expect(published([zenodoSandbox])).toEqual([]);
  });

  it('lets an invalid form be where it does not go out', () => {
    const state = readyState();
    const bad = {
      ...state,
      metadata: {
        ...state.metadata,
        values: { ...state.metadata.values, title: '' }
      }
    };
    page = new Page(new FakeSession(bad));
    const bar = () =>
      page.one('[role="group"][aria-label="Actions"]').textContent;
    expect(bar()).toContain('One step left: Title');
    page.dispose();
    page = new Page(
      new FakeSession({
        ...bad,
        version: { ...bad.version, as: 'replace-files' }
      })
    );
    expect(bar()).not.toContain('One step left');
  });

  it('hands the token over without keeping it', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        account: { ...state.account, status: 'signed-out' }
      })
    );
    page.press(page.button('Sign in'));
    expect(page.field('Access token').getAttribute('aria-invalid')).toBe(
      'true'
    );
    page.type(page.field('Access token'), ' tok-8f2c ');
    page.press(page.button('Sign in'));
    expect(page.session.calls).toEqual([['signIn', 'tok-8f2c']]);
    expect(page.host.innerHTML).not.toContain('tok-8f2c');
  });
});

describe('ErrorSummary', () => {
  it('takes the focus when asked, and leads to each field', () => {
    const state = readyState();
    page = new Page(new FakeSession(state));
    page.type(page.field('Title'), '');
    expect(page.field('Title').getAttribute('aria-invalid')).toBeNull();
    page.press(page.button('Edit Costa'));
    page.type(page.field('ORCID'), '0000-0002-1825-0079');
    page.press(page.button('Done with Costa'));
    page.press(page.button('Metadata'));

    page.press(page.button('Publish'));
    expect(page.session.calls).toEqual([['publish']]);
    expect(document.activeElement?.querySelector('h2')?.textContent).toBe(
      '2 things to fix before this can go out'
    );

    page.press(page.button('Title: Enter a title of at least 3 characters.'));
    expect(page.button('Metadata').getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(page.field('Title'));
    const title = page.field('Title');
    expect(title.getAttribute('aria-invalid')).toBe('true');
    const described = title.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(
      described.map(id => document.getElementById(id)?.textContent)
    ).toEqual(['Enter a title of at least 3 characters.', 'from CITATION.cff']);

    const second = page
      .all('button')
      .find(button => nameOf(button).startsWith('Creators, number 2'));
    page.press(second as HTMLElement);
    expect(document.activeElement).toBe(page.field('ORCID'));
  });

  it('never takes the focus while somebody types', () => {
    page = new Page();
    page.press(page.button('Publish'));
    page.change({ phase: 'uploaded' });
    page.change({ phase: 'editing' });
    page.focus(page.field('Title'));
    page.type(page.field('Title'), '');
    expect(page.all('[role="group"] h2')).toHaveLength(1);
    expect(document.activeElement).toBe(page.field('Title'));
  });

  it('counts what is missing before anybody asked, without calling it wrong', () => {
    const state = readyState();
    const values = { ...state.metadata.values, title: '', creators: [] };
    page = new Page(
      new FakeSession({ ...state, metadata: { ...state.metadata, values } })
    );
    expect(page.host.textContent).toContain('2 of 4 required fields filled in');
    expect(page.all('[aria-invalid="true"]')).toHaveLength(0);
    expect(page.all('.jp-ZenodoPublisher-chipError')).toHaveLength(0);
    page.press(page.button('Title'));
    expect(document.activeElement).toBe(page.field('Title'));
    page.type(page.field('Title'), 'Soil');
    page.press(page.button('Creators'));
    expect(document.activeElement).toBe(page.field('Family name'));
  });

  it.each([
    [Date.UTC(2039, 0), false],
    [Date.UTC(2041, 0), true]
  ])('counts by the clock of its session (%i)', (time, isOver) => {
    const state = readyState();
    const values: IMetadata = {
      ...state.metadata.values,
      access: 'restricted-files',
      embargo: { active: true, until: '2040-06-01', reason: '' }
    };
    const session = new FakeSession({
      ...state,
      metadata: { ...state.metadata, values }
    });
    session.time = time;
    page = new Page(session);
    const names = page.all('button').map(one => one.textContent);
    expect(names.includes('Embargo until')).toBe(isOver);
  });

  it('leads to the token before it resumes', () => {
    page = new Page();
    const { account } = page.session.state;
    page.change({
      phase: 'stopped',
      account: { ...account, status: 'signed-out' }
    });
    page.press(page.button('Account'));
    page.press(page.button('Resume'));
    expect(page.session.calls).toEqual([]);
    expect(document.activeElement).toBe(page.field('Access token'));
  });

  it('leads to the token when nobody is signed in', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        account: { ...state.account, status: 'signed-out' }
      })
    );
    page.press(page.button('your Zenodo token'));
    expect(document.activeElement).toBe(page.field('Access token'));
    expect(focused()).toBe('');
  });
});

describe('the way to a DOI', () => {
  const progress = {
    step: 'upload' as const,
    file: 'work.zip',
    doneBytes: 35_400_000,
    totalBytes: 58_000_000,
    secondsLeft: 25,
    waiting: null
  };

  it('shows the progress, and locks the form', () => {
    page = new Page();
    const { publish } = page.session.state;
    page.change({
      phase: 'running',
      publish: {
        ...publish,
        progress,
        steps: stepNames.map(name => ({
          name,
          status: name === 'upload' ? 'now' : 'to-come',
          detail: ''
        }))
      }
    });
    const bar = page.one('[role="progressbar"]');
    expect(bar.getAttribute('aria-label')).toBe('Upload progress');
    expect(bar.getAttribute('aria-valuenow')).toBe('61');
    expect(bar.getAttribute('aria-valuetext')).toBe(
      '61%, 35.4 of 58.0 MB, about 25 seconds left'
    );
    expect(page.one('[aria-current="step"]').textContent).toContain('Upload');
    expect(page.field('Title').matches(':disabled')).toBe(true);
    expect(page.field('Site').matches(':disabled')).toBe(true);
    expect(page.buttons('Publish')).toHaveLength(0);
    page.press(page.button('Cancel upload'));
    expect(page.session.calls).toEqual([['cancel']]);
  });

  it('tells of attempts, and can be stopped while it waits', () => {
    page = new Page();
    const { publish } = page.session.state;
    page.change({
      phase: 'running',
      publish: {
        ...publish,
        progress: { ...progress, waiting: 'Attempt 3 begins in 8 s.' }
      }
    });
    expect(page.host.textContent).toContain('Attempt 3 begins in 8 s.');
    page.press(page.button('Stop and retry later'));
    expect(page.session.calls).toEqual([['cancel']]);
  });

  it('says what happened, what was kept, and what to do', () => {
    page = new Page();
    const { publish } = page.session.state;
    const draft = { id: '1', url: 'javascript:alert(1)', doi: '10.5281/1' };
    page.change({
      phase: 'stopped',
      publish: {
        ...publish,
        draft,
        trouble: {
          happened: 'The connection broke. <img src=x>',
          kept: 'The draft.',
          next: 'Press **Resume**.',
          details: 'x',
          actions: ['resume', 'discard']
        }
      }
    });
    const alert = page.one('[role="alert"]');
    expect(alert.textContent).toContain('The connection broke. <img src=x>');
    expect(alert.querySelector('img, a')).toBeNull();
    expect(alert.querySelector('dd b')?.textContent).toBe('Resume');
    page.press(page.button('Resume'));
    page.press(page.button('Discard draft'));
    expect(page.session.calls).toEqual([['resume'], ['discardDraft']]);
  });

  it('ends with a DOI, in a status', async () => {
    page = new Page();
    const { publish } = page.session.state;
    page.change({
      phase: 'published',
      publish: {
        ...publish,
        outcome: {
          data: null,
          isReplacement: false,
          undoUntil: Date.UTC(2026, 11, 21, 12),
          proposals: [
            { title: 'Hydrology', note: '' },
            { title: 'Closed', note: 'Zenodo says: members only.' }
          ],
          doi: '10.5281/zenodo.9',
          doiUrl: 'https://doi.org/10.5281/zenodo.9',
          recordUrl: 'https://zenodo.org/records/9',
          launchUrl: 'https://mybinder.org/v2/zenodo/10.5281/zenodo.9',
          launchPath: 'a.ipynb',
          doiResolves: false,
          badgeMarkdown: 'x',
          publishedAt: '2026-11-21T12:00:00Z',
          writtenBack: [
            { path: 'a.ipynb', done: false, note: 'It is read-only.' }
          ]
        }
      }
    });
    expect(page.all('[role="status"]')).toHaveLength(1);
    const link = page.one<HTMLAnchorElement>('[role="status"] a');
    expect(link.href).toBe('https://doi.org/10.5281/zenodo.9');
    expect(link.rel).toBe('noopener noreferrer');
    const status = page.one('[role="status"]').textContent;
    expect(status).toContain('Proposed to “Hydrology”.');
    expect(status).toContain('Not proposed to “Closed”. Zenodo says');
    expect(status).toContain('a.ipynb has no badge. It is read-only.');
    expect(status).toContain('For your own, Copy as Markdown gives the badge');
    page.press(page.button('Copy DOI'));
    expect(page.session.calls).toEqual([['copyDoi']]);
    expect(page.one('[role="status"]').textContent).toContain('Copied.');
    const open = jest.spyOn(window, 'open').mockReturnValue(null);
    page.press(page.button('Launch Binder'));
    expect(open).toHaveBeenCalledWith(
      'https://mybinder.org/v2/zenodo/10.5281/zenodo.9',
      '_blank',
      'noopener,noreferrer'
    );
    open.mockRestore();
    expect(page.all('img')).toHaveLength(0);
    const citing = page.button('Copy citation').parentElement;
    page.press(page.button('Copy citation'));
    await act(async () => undefined);
    expect(page.session.calls.slice(-1)).toEqual([['copyCitation', 'text']]);
    await act(async () => page.button('Copy as CITATION.cff').click());
    expect(page.session.calls.slice(-1)).toEqual([['copyCitation', 'cff']]);
    expect(citing?.textContent).toContain('Copied.');
    page.session.cites = false;
    page.press(page.button('Copy citation'));
    await act(async () => undefined);
    expect(citing?.textContent).toContain('does not give the citation now.');
    expect(citing?.textContent).not.toContain('Copied.');
    // What can be done with it afterwards, as long as that is possible.
    const undo = page.button('Delete or replace files…');
    expect(undo.closest('li')?.textContent).toContain(
      'possible until 21 December 2026'
    );
    page.press(undo);
    expect(page.session.calls.slice(-1)).toEqual([['showInList']]);
    const { publish: now } = page.session.state;
    page.change({
      publish: {
        ...now,
        outcome: now.outcome && { ...now.outcome, undoUntil: null }
      }
    });
    expect(page.host.textContent).not.toContain('What next?');
  });
});
