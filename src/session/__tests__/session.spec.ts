import { metadata } from '../../core/publish/__tests__/publication';
import { site } from '../../core/publish/__tests__/simulatedSite';
import { zenodoSandbox } from '../../core/zenodo/sites';
import { PublicationSession } from '../session';
import { IConfirmation } from '../state';
import { Desk, testSite } from './desk';

const contentPath = { method: 'PUT', path: /content$/ };
const publishPath = { method: 'POST', path: /actions\/publish$/ };

function stepsOf({ state }: PublicationSession): string[] {
  return state.publish.steps.map(({ name, status }) => `${name} ${status}`);
}

const allDone = ['check', 'reserve', 'pack', 'upload', 'publish', 'finish'].map(
  name => `${name} done`
);

/** One record on the site, nothing left over, and the panel says so. */
function expectPublishedOnce(desk: Desk, session: PublicationSession): void {
  expect(session.state.phase).toBe('published');
  expect(desk.zenodo.records).toHaveLength(1);
  expect(desk.zenodo.drafts).toEqual([]);
  expect(session.state.publish).toMatchObject({
    trouble: null,
    draft: null,
    progress: null,
    outcome: { doi: `10.5281/zenodo.${desk.zenodo.records[0]}` }
  });
  expect(stepsOf(session)).toEqual(allDone);
}

describe('an open publication', () => {
  it('knows the files, what Binder does with them, and their details', async () => {
    const { state } = await new Desk().open();
    expect(state.phase).toBe('editing');
    expect(state.contents).toMatchObject({
      reading: null,
      root: 'rivers',
      count: 6
    });
    expect(state.environment).toMatchObject({
      file: 'requirements.txt',
      accepted: true,
      packages: 1,
      notebook: '01-clean.ipynb'
    });
    expect(state.metadata.values.title).not.toBe('');
    expect(state.metadata.origins.title).toBeDefined();
    expect(state.publish.badges).toEqual([
      { path: '01-clean.ipynb', on: true },
      { path: '02-plot.ipynb', on: true }
    ]);
    expect(state.publish.readme).toEqual({
      path: 'README.md',
      inFolder: false
    });
  });

  it('touches no network before the user does', async () => {
    const desk = new Desk();
    await desk.open();
    expect(desk.zenodo.lines).toEqual([]);
  });

  it('shows what is wrong only after it was asked to go on', async () => {
    const desk = new Desk();
    const session = await desk.open();
    session.metadata.set({ title: '', creators: [] });
    expect(session.state.metadata.errors).toEqual({});
    await session.publication.publish();
    expect(session.state.asked).toBe(true);
    expect(Object.keys(session.state.metadata.errors)).toEqual(
      expect.arrayContaining(['title', 'creators'])
    );
    session.metadata.set({ title: 'Rivers' });
    expect(session.state.metadata.errors).not.toHaveProperty('title');
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.lines).toEqual([]);
  });

  it('goes nowhere without a token', async () => {
    const desk = new Desk();
    const session = await desk.open();
    session.metadata.set(metadata);
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.lines).toEqual([]);
  });

  it('leaves out what was unticked, also over a new reading', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.contents.setIncluded('data/levels.csv', false);
    desk.files.write('rivers/new.txt', 'new');
    await session.contents.reload();
    await session.publication.publish();
    expect(desk.entry?.files.map(({ path }) => path)).toEqual([
      '01-clean.ipynb',
      '02-plot.ipynb',
      'README.md',
      'new.txt',
      'requirements.txt',
      'ro-crate-metadata.json'
    ]);
  });

  it('keeps what was typed when it fills in again', async () => {
    const session = await new Desk().open();
    session.metadata.set({ title: 'Mine' });
    await session.metadata.refill();
    expect(session.state.metadata.values.title).toBe('Mine');
    expect(session.state.metadata.origins).not.toHaveProperty('title');
  });
});

describe('the account', () => {
  it('takes a good token', async () => {
    const desk = new Desk();
    const session = await desk.open();
    await session.account.signIn(` ${desk.token}\n`);
    expect(session.state.account).toMatchObject({
      status: 'signed-in',
      refused: null
    });
    expect(session.state.metadata.lists.resourceTypes.length).toBeGreaterThan(
      10
    );
  });

  it.each([
    ['', 'Paste your access token first.'],
    ['wrong', 'Zenodo did not accept this token.']
  ])('says why it does not take "%s"', async (token, refused) => {
    const session = await new Desk().open();
    await session.account.signIn(token);
    expect(session.state.account).toMatchObject({
      status: 'signed-out',
      refused
    });
  });

  it('never takes the token of one site to another', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const before = desk.zenodo.lines.length;
    session.account.setSite(zenodoSandbox.id);
    expect(session.state.account.status).toBe('signed-out');
    expect(session.account.token).toBeNull();
    await session.publication.publish();
    expect(desk.zenodo.lines).toHaveLength(before);
  });
});

describe('publishing', () => {
  it('publishes, and puts the badge into the working files', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.badges.setReadmeInFolder(true);
    session.badges.set('02-plot.ipynb', false);
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    const { outcome } = session.state.publish;
    const doi = outcome?.doi ?? '';
    expect([...desk.badges.keys()]).toEqual(['rivers/01-clean.ipynb']);
    const badge = desk.badges.get('rivers/01-clean.ipynb');
    expect(badge?.source).toContain(`/v2/zenodo/${doi}/`);
    expect(badge?.identity).toMatchObject({
      doi,
      record: desk.zenodo.records[0]
    });
    const readme = new TextDecoder().decode(
      desk.files.bytes('rivers/README.md')
    );
    expect(readme).toContain(doi);
    expect(outcome?.writtenBack).toEqual([
      { path: '01-clean.ipynb', done: true, note: '' },
      { path: 'README.md', done: true, note: '' }
    ]);
    expect(outcome?.launchUrl).toContain(doi);
    session.copy.doi();
    session.copy.badge();
    expect(desk.copied).toEqual([doi, outcome?.badgeMarkdown]);
    session.dispose();
  });

  it('asks for one confirmation, which says what will happen', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.publish();
    expect(desk.asked).toHaveLength(1);
    expect(desk.asked[0] as IConfirmation).toMatchObject({
      title: 'Rivers',
      creators: ['Silva, Ana Marques'],
      files: 6,
      licenses: ['MIT License'],
      doi: session.state.publish.outcome?.doi,
      changed: ['rivers/01-clean.ipynb', 'rivers/02-plot.ipynb']
    });
    session.dispose();
  });

  it('asks before the upload when the user wants it so', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.publication.setWhen('now');
    desk.zenodo.before = () => expect(desk.asked).toHaveLength(1);
    await session.publication.publish();
    expect(desk.asked).toMatchObject([{ doi: null }]);
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it('sends nothing after a no before the upload', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.publication.setWhen('now');
    desk.answers.publish = false;
    const before = desk.zenodo.lines.length;
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.lines).toHaveLength(before);
  });

  it('keeps the verified draft after a no to publishing it', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.answers.publish = false;
    await session.publication.publish();
    expect(session.state.phase).toBe('uploaded');
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.publish.draft).toMatchObject({
      id: desk.zenodo.drafts[0],
      doi: `10.5281/zenodo.${desk.zenodo.drafts[0]}`
    });
    expect(desk.badges.size).toBe(0);
    desk.answers.publish = true;
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    expect(desk.zenodo.count(/content$/)).toBe(1);
    session.dispose();
  });

  it('saves a draft, and publishes nothing', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.saveDraft();
    expect(session.state.phase).toBe('uploaded');
    expect(desk.asked).toEqual([]);
    expect(desk.zenodo.records).toEqual([]);
  });

  it('does not change working files for a test', async () => {
    const desk = new Desk(testSite);
    const session = await desk.openReady();
    session.badges.setReadmeInFolder(true);
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    expect(desk.asked).toMatchObject([{ changed: [] }]);
    expect(desk.badges.size).toBe(0);
    expect(session.state.publish.outcome).toMatchObject({
      launchUrl: null,
      doiResolves: null,
      writtenBack: []
    });
    expect(
      new TextDecoder().decode(desk.files.bytes('rivers/README.md'))
    ).not.toContain('zenodo');
  });

  it('saves open documents first, after asking', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.unsaved = ['rivers/01-clean.ipynb', 'elsewhere/a.ipynb'];
    await session.publication.saveDraft();
    expect(desk.asked).toEqual(['save rivers/01-clean.ipynb']);
    expect(desk.saved).toEqual(['rivers/01-clean.ipynb']);
    expect(session.state.phase).toBe('uploaded');
  });

  it('sends nothing when they are not to be saved', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.unsaved = ['rivers/01-clean.ipynb'];
    desk.answers.save = false;
    await session.publication.publish();
    expect(desk.saved).toEqual([]);
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.drafts).toEqual([]);
  });

  it('tells of working files that it could not change', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.locked = ['rivers/02-plot.ipynb'];
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    expect(session.state.publish.outcome?.writtenBack).toMatchObject([
      { path: '01-clean.ipynb', done: true },
      { path: '02-plot.ipynb', done: false, note: expect.stringMatching(/./) }
    ]);
    session.dispose();
  });

  it('says when a notebook became newer than the record', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.zenodo.before = line => {
      if (line.endsWith('actions/publish')) {
        const text = new TextDecoder().decode(
          desk.files.bytes('rivers/02-plot.ipynb')
        );
        desk.files.write('rivers/02-plot.ipynb', text.replace('Plot', 'Draw'));
      }
    };
    await session.publication.publish();
    expect(session.state.publish.outcome?.writtenBack).toMatchObject([
      { path: '01-clean.ipynb', note: '' },
      { path: '02-plot.ipynb', note: expect.stringMatching(/older state/) }
    ]);
    session.dispose();
  });
});

describe('trouble', () => {
  it('cancels the upload, and resumes it', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.zenodo.before = line => {
      if (line.endsWith('/content')) {
        session.publication.cancel();
      }
    };
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble).toMatchObject({
      happened: 'You cancelled the upload.',
      actions: ['resume', 'discard']
    });
    expect(stepsOf(session)).toContain('upload stopped');
    desk.zenodo.before = () => undefined;
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it('goes on by itself when the user signs in after the token ended', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.zenodo.simulator.faults.add({
      kind: 'revoke-token',
      match: contentPath
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.account).toMatchObject({
      status: 'signed-out',
      refused: 'Zenodo no longer accepts your token.'
    });
    expect(session.state.publish.trouble?.actions).toContain('sign-in');
    expect(session.state.publish.trouble?.details).not.toContain(desk.token);
    await session.account.signIn(desk.zenodo.simulator.secrets.tokenNoScope);
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it("shows the site's objections beside their fields", async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({ licenses: [{ id: 'no-such', title: 'No such' }] });
    // Look-ups fail, so that only the site itself can object.
    desk.zenodo.simulator.faults.add({
      kind: 'drop',
      match: { method: 'GET', path: /vocabularies/ },
      times: Infinity
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    const { errors } = session.state.metadata;
    const told = [
      ...Object.values(errors),
      ...session.state.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
    ];
    expect(told.join()).toContain('no-such');
    session.metadata.set({ licenses: metadata.licenses });
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it('finds what the site does not know before anything is sent', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const { metadata: form } = session;
    const [creator] = form.values.creators;
    form.set({
      licenses: [{ id: 'no-such', title: 'No such' }],
      creators: [
        { ...creator, affiliations: [{ id: '0000000', name: 'Nowhere' }] }
      ],
      languages: [{ id: 'eng', title: 'eng' }],
      relatedWorks: [
        {
          ...{ key: 'r', identifier: 'https://example.org', scheme: 'url' },
          ...{ relation: 'isSupplementTo', resourceType: '' }
        }
      ]
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(session.state.metadata.errors).toMatchObject({
      licenses: 'Zenodo does not know “No such”. Choose another one.',
      'creators.0.affiliations':
        'Zenodo does not know “Nowhere”. Choose another one.',
      'relatedWorks.0.relation':
        'Zenodo does not know “isSupplementTo”. Choose another one.'
    });
    expect(form.values.languages).toEqual([{ id: 'eng', title: 'English' }]);
    expect(
      desk.zenodo.simulator.log.filter(({ method }) => method === 'POST')
    ).toEqual([]);
    form.set({ licenses: metadata.licenses, creators: [creator] });
    form.set({ relatedWorks: [] });
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it('does not claim that nothing is public when it may be', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const { faults } = desk.zenodo.simulator;
    faults.add({ kind: 'lose-answer', match: publishPath });
    faults.add({
      kind: 'drop',
      match: { method: 'GET', path: /records\/\d+$/ },
      times: Infinity
    });
    await session.publication.publish();
    expect(session.state.publish.trouble).toMatchObject({
      happened: 'We did not hear whether Zenodo published it.',
      kept: 'It is never published twice.',
      actions: ['resume']
    });
    faults.clear();
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.zenodo.count(/actions\/publish$/)).toBe(1);
    session.dispose();
  });

  it('finds the record instead of discarding what was published', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const { faults } = desk.zenodo.simulator;
    faults.add({ kind: 'lose-answer', match: publishPath });
    faults.add({
      kind: 'drop',
      match: { method: 'GET', path: /records\/\d+$/ },
      times: Infinity
    });
    await session.publication.publish();
    faults.clear();
    await session.publication.discardDraft();
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it('publishes once when the journal fails after publishing', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const save = desk.journal.save.bind(desk.journal);
    desk.journal.save = async document => {
      if (document.publications.one.step === 'finish') {
        throw new Error('disk full');
      }
      return save(document);
    };
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble).toMatchObject({
      kept: expect.stringMatching(/It is published/),
      actions: ['resume']
    });
    desk.journal.save = save;
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.asked).toHaveLength(1);
    session.dispose();
  });

  it('sends nothing when the journal cannot be written', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.journal.save = () => Promise.reject(new Error('disk full'));
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(desk.zenodo.drafts).toEqual([]);
  });

  it('asks again when the details changed after the confirmation', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.publication.setWhen('now');
    desk.zenodo.simulator.faults.add({ kind: 'corrupt', match: contentPath });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    session.metadata.set({ title: 'Rivers and lakes' });
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.asked).toMatchObject([
      { title: 'Rivers' },
      { title: 'Rivers and lakes' }
    ]);
    session.dispose();
  });

  it('does not ask again when nothing changed', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.publication.setWhen('now');
    desk.zenodo.simulator.faults.add({ kind: 'corrupt', match: contentPath });
    await session.publication.publish();
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.asked).toHaveLength(1);
    session.dispose();
  });

  it('makes a new draft after the old one was deleted on the site', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.saveDraft();
    const [old] = desk.zenodo.drafts;
    await desk.zenodo.byHand('DELETE', `records/${old}/draft`);
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish).toMatchObject({
      draft: null,
      trouble: { happened: 'The draft was deleted on Zenodo, with its DOI.' }
    });
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    expect(desk.zenodo.records).not.toEqual([old]);
    session.dispose();
  });
});

/** A working notebook says that it belongs to this record. */
async function carry(
  desk: Desk,
  path: string,
  record: string,
  doi: string
): Promise<void> {
  const identity = { version: 1, site: site.url, record, doi } as const;
  const notebook = JSON.parse(
    new TextDecoder().decode(desk.files.bytes(path))
  ) as { metadata: Record<string, unknown> };
  notebook.metadata.zenodo_publisher = identity;
  await desk.files.write(path, JSON.stringify(notebook));
  desk.badges.set(path, { source: '', identity });
}

describe('discarding a draft', () => {
  it('deletes it on the site, after asking', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.saveDraft();
    const doi = session.state.publish.draft?.doi;
    desk.answers.discard = false;
    await session.publication.discardDraft();
    expect(desk.zenodo.drafts).toHaveLength(1);
    desk.answers.discard = true;
    await session.publication.discardDraft();
    expect(desk.asked).toEqual([`discard ${doi}`, `discard ${doi}`]);
    expect(desk.zenodo.drafts).toEqual([]);
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish.draft).toBeNull();
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    session.dispose();
  });

  it.each([true, false])(
    'asks about the badges that carry its DOI, and about no others: %s',
    async answer => {
      const desk = new Desk();
      const session = await desk.openReady();
      await session.publication.saveDraft();
      const { id, doi } = session.state.publish.draft ?? { id: '', doi: '' };
      await carry(desk, 'rivers/02-plot.ipynb', id, doi);
      await carry(desk, 'rivers/01-clean.ipynb', '4711', '10.5281/zenodo.4711');
      desk.answers.badges = answer;
      await session.publication.discardDraft();
      expect(desk.asked).toEqual([
        `discard ${doi}`,
        `no badges ${doi} rivers/02-plot.ipynb`
      ]);
      expect([...desk.badges.keys()]).toEqual([
        ...(answer ? [] : ['rivers/02-plot.ipynb']),
        'rivers/01-clean.ipynb'
      ]);
      expect(session.state.phase).toBe('editing');
      session.dispose();
    }
  );

  it('goes back to the form where there is no draft yet', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.zenodo.simulator.faults.add({ kind: 'drop', times: Infinity });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    await session.publication.discardDraft();
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish.trouble).toBeNull();
    desk.zenodo.simulator.faults.clear();
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    session.dispose();
  });
});

/** The page is loaded anew, some time later. */
async function openLater(desk: Desk): Promise<PublicationSession> {
  await desk.zenodo.clock.sleep(60_000);
  return desk.open();
}

describe('a page that is loaded anew', () => {
  it('has what was typed and ticked, but not the token', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({ title: 'Lakes', keywords: ['water'] });
    session.contents.setIncluded('data/levels.csv', false);
    session.badges.set('01-clean.ipynb', false);
    session.badges.setReadmeInFolder(true);
    session.publication.setWhen('now');
    const { values } = session.state.metadata;
    session.dispose();
    const { state } = await openLater(desk);
    expect(state.metadata.values).toEqual(values);
    expect(state.contents.count).toBe(5);
    expect(state.publish).toMatchObject({
      when: 'now',
      readme: { inFolder: true },
      badges: [
        { path: '01-clean.ipynb', on: false },
        { path: '02-plot.ipynb', on: true }
      ]
    });
    expect(state.account.status).toBe('signed-out');
    expect([...desk.forms.values()].join()).not.toContain(desk.token);
    expect(desk.journal.text).not.toContain(desk.token);
  });

  it('goes on with a publication whose page died after "publish"', async () => {
    const desk = new Desk();
    const dying = await desk.openReady();
    desk.zenodo.dieAfter(/actions\/publish$/);
    await dying.publication.publish();
    const session = await openLater(desk);
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble).toMatchObject({
      happened: 'We did not hear whether Zenodo published it.',
      actions: ['sign-in', 'resume']
    });
    await session.account.signIn(desk.token);
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.zenodo.count(/actions\/publish$/)).toBe(1);
    expect(desk.badges.size).toBe(2);
    session.dispose();
  });

  it('shows the verified draft', async () => {
    const desk = new Desk();
    await (await desk.openReady()).publication.saveDraft();
    const session = await openLater(desk);
    expect(session.state.phase).toBe('uploaded');
    expect(session.state.publish.draft?.id).toBe(desk.zenodo.drafts[0]);
    await session.account.signIn(desk.token);
    await session.publication.publish();
    expectPublishedOnce(desk, session);
    expect(desk.zenodo.count(/content$/)).toBe(1);
    session.dispose();
  });

  it('puts the badge into the files that did not get it', async () => {
    const desk = new Desk();
    const dying = await desk.openReady();
    const save = desk.journal.save.bind(desk.journal);
    desk.journal.save = async document => {
      if (document.publications.one.step === 'finish') {
        throw new Error('The page is gone.');
      }
      return save(document);
    };
    await dying.publication.publish();
    desk.journal.save = save;
    desk.badges.clear();
    const session = await openLater(desk);
    expect(session.state.phase).toBe('stopped');
    await session.account.signIn(desk.token);
    await session.publication.resume();
    expectPublishedOnce(desk, session);
    expect(desk.badges.size).toBe(2);
    session.dispose();
  });

  it('shows what was published', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    const doi = first.state.publish.outcome?.doi;
    first.dispose();
    const session = await openLater(desk);
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.doi).toBe(doi);
    expect(desk.badges.size).toBe(2);
    session.dispose();
  });

  it('does not disturb a page that is at work', async () => {
    const desk = new Desk();
    const working = await desk.openReady();
    const other = await desk.openReady();
    let asked: Promise<void> | null = null;
    desk.zenodo.before = line => {
      if (line.endsWith('/content') && !asked) {
        asked = other.publication.publish();
      }
    };
    await working.publication.publish();
    await asked;
    expectPublishedOnce(desk, working);
    expect(other.state.phase).toBe('stopped');
    expect(other.state.publish.trouble?.happened).toBe(
      'This publication goes on in another tab. It is not disturbed.'
    );
    await other.publication.resume();
    expectPublishedOnce(desk, other);
    working.dispose();
    other.dispose();
  });
});
