import { parse } from 'yaml';
import { PublisherError } from '../../core/error';
import { Desk, testSite } from './desk';

const CFF = `# Ours
cff-version: 1.2.0
message: Cite it.
title: From CFF
authors:
  - family-names: Silva
    given-names: Ana Marques
version: 1.0
date-released: 2020-01-01
`;

const text = (desk: Desk, path: string) =>
  new TextDecoder().decode(desk.files.bytes(path));

const messages = ({ state }: Awaited<ReturnType<Desk['open']>>) =>
  state.findings
    .filter(({ section }) => section === 'metadata')
    .map(({ id, message }) => `${id}: ${message}`);

describe('what the sources say', () => {
  it('is filled in, and can be chosen', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    desk.files.write('rivers/codemeta.json', '{"name": "From codemeta"}');
    const session = await desk.open();
    const { candidates, values } = session.state.metadata;
    expect(values.title).toBe('From CFF');
    expect(candidates.title?.map(({ origin }) => origin)).toEqual([
      'CITATION.cff',
      'codemeta.json',
      '01-clean.ipynb',
      '02-plot.ipynb',
      'README.md'
    ]);
    session.metadata.choose('title', 1);
    expect(session.state.metadata).toMatchObject({
      values: { title: 'From codemeta' },
      origins: { title: 'codemeta.json' }
    });
    // It is the user's choice from now on.
    await session.metadata.refill();
    expect(session.state.metadata).toMatchObject({
      values: { title: 'From codemeta' },
      origins: { title: 'codemeta.json' }
    });
    session.metadata.choose('title', 99);
    session.metadata.choose('publisher', 0);
    expect(session.state.metadata.values.title).toBe('From codemeta');
  });

  it('is the date of an earlier release only where that is chosen', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const session = await desk.open();
    expect(session.state.metadata.origins.publicationDate).toBe('today');
    session.metadata.choose('publicationDate', 1);
    expect(session.state.metadata.values.publicationDate).toBe('2020-01-01');
  });

  it('is a description together with how it is written', async () => {
    const desk = new Desk();
    desk.files.write('rivers/zenodo.json', '{"description": "<p>x</p>"}');
    const session = await desk.open();
    const { values } = session.state.metadata;
    expect(values.descriptionFormat).toBe('html');
    session.metadata.choose('description', 1);
    expect(session.state.metadata.values).toMatchObject({
      description: 'About rivers.',
      descriptionFormat: 'text'
    });
  });

  it('can be chosen after a reload of the page, which changes nothing', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const first = await desk.open();
    first.metadata.set({ title: 'Mine', version: '7' });
    first.dispose();
    const session = await desk.open();
    expect(session.state.metadata.values).toMatchObject({
      title: 'Mine',
      version: '7'
    });
    session.metadata.choose('version', 0);
    expect(session.state.metadata.values.version).toBe('1.0');
  });

  it('is filled in after a reload where the form was kept before all was read', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const first = desk.openUnread('one');
    const creators = desk.metadata.creators.slice(0, 1);
    first.metadata.set({ creators });
    // The page goes at once; what it kept later is lost with it.
    const early = new Map(desk.forms);
    await first.ready;
    first.dispose();
    expect([...early.values()].join()).not.toContain('From CFF');
    desk.forms = early;
    const second = await desk.open();
    expect(second.state.metadata).toMatchObject({
      values: { title: 'From CFF', creators },
      origins: { title: 'CITATION.cff' }
    });
    // From now on it is kept as it is, though the files say something else.
    second.metadata.set({ version: '8' });
    second.dispose();
    desk.files.write('rivers/CITATION.cff', CFF.replace('From CFF', 'New'));
    const third = await desk.open();
    expect(third.state.metadata.values).toMatchObject({
      title: 'From CFF',
      version: '8'
    });
  });

  it('comes back when the user takes a change back, and follows the files again', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const session = await desk.open();
    session.metadata.set({ title: 'Mine', description: 'My words.' });
    session.metadata.undo('title');
    expect(session.state.metadata).toMatchObject({
      values: { title: 'From CFF', description: 'My words.' },
      origins: { title: 'CITATION.cff' }
    });
    desk.files.write('rivers/CITATION.cff', CFF.replace('From CFF', 'New'));
    await session.metadata.refill();
    expect(session.state.metadata.values).toMatchObject({
      title: 'New',
      description: 'My words.'
    });
    // Nothing was found for it: there is nothing to go back to.
    session.metadata.set({ copyright: '© me' });
    session.metadata.undo('copyright');
    expect(session.state.metadata.values.copyright).toBe('© me');
  });

  it('is changed by new files, but where the user changed it', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const session = await desk.open();
    session.metadata.set({ version: '9' });
    desk.files.write(
      'rivers/CITATION.cff',
      CFF.replace('From CFF', 'New').replace('1.0', '2.0')
    );
    await session.metadata.refill();
    expect(session.state.metadata.values).toMatchObject({
      title: 'New',
      version: '9'
    });
  });

  it('goes when no file says it any more, but where the user changed it', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF + 'keywords: [rivers]\n');
    const session = await desk.open();
    session.metadata.set({ version: '9' });
    await desk.files.write('rivers/CITATION.cff', 'title: Only this\n');
    await session.metadata.refill();
    expect(session.state.metadata).toMatchObject({
      values: { title: 'Only this', version: '9', creators: [], keywords: [] }
    });
    expect(session.state.metadata.origins.keywords).toBeUndefined();
  });

  it('leaves alone an embargo that the user set where a file restricts the files', async () => {
    const desk = new Desk();
    desk.files.write('rivers/zenodo.json', '{"access_right": "restricted"}');
    const session = await desk.open();
    const embargo = { active: true, until: '2040-01-01', reason: 'Patent' };
    session.metadata.set({ embargo });
    await session.metadata.refill();
    expect(session.state.metadata.values).toMatchObject({
      access: 'restricted-files',
      embargo
    });
  });

  it('is told where it was not understood, with the line', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', 'title: x\nlicense: mine!\n');
    const session = await desk.open();
    expect(session.state.findings).toContainEqual(
      expect.objectContaining({
        id: 'metadata.source.license-unknown',
        place: { path: 'CITATION.cff', line: 2 }
      })
    );
  });

  it('has the defaults of the institution', async () => {
    const desk = new Desk();
    desk.defaults = {
      affiliation: 'CERN',
      affiliationRor: '',
      communities: ['open-community'],
      funding: [{ funder: 'Garden Club', award: '' }]
    };
    const session = await desk.open();
    const { values, origins } = session.state.metadata;
    expect(values.funding).toMatchObject([{ funder: { name: 'Garden Club' } }]);
    expect(origins.funding).toBe('your institution');
  });

  it('has the site’s own entry of a community, once it can be asked', async () => {
    const desk = new Desk();
    const [community] = desk.zenodo.simulator.state.communities.values();
    desk.files.write(
      'rivers/zenodo.json',
      JSON.stringify({
        communities: [{ identifier: community.slug }, { identifier: 'nobody' }]
      })
    );
    const session = await desk.open();
    await session.account.signIn(desk.token);
    expect(session.state.metadata.values.communities).toMatchObject([
      { id: community.id, slug: community.slug },
      { id: '', slug: 'nobody' }
    ]);
  });

  it('begins with what was published last', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    expect(first.state.phase).toBe('published');
    desk.files.write('rivers/LICENSE', 'Ask me.');
    const session = await desk.open('two');
    expect(session.state.metadata).toMatchObject({
      values: {
        creators: [{ familyName: 'Silva' }],
        licenses: [{ id: 'mit' }]
      },
      origins: { creators: 'your last publication' }
    });
  });

  it('does not begin with a test', async () => {
    const desk = new Desk(testSite);
    const first = await desk.openReady();
    await first.publication.publish();
    expect(first.state.phase).toBe('published');
    const session = await desk.open('two');
    expect(session.state.metadata.values.creators).toEqual([]);
  });

  it('asks git only where hidden files are shown', async () => {
    const desk = new Desk();
    desk.files.write(
      'rivers/.git/config',
      '[remote "origin"]\n\turl = git@github.com:rivers/levels.git\n'
    );
    desk.files.write('rivers/.zenodo.json', '{}');
    const shown = await desk.open();
    expect(shown.state.contents.showsHidden).toBe(true);
    expect(shown.state.metadata.values.software.repository).toBe(
      'https://github.com/rivers/levels'
    );
    const asked: string[] = [];
    const hidden = new Desk();
    hidden.beforeRead = path => asked.push(path);
    const session = await hidden.open('two');
    expect(session.state.contents.showsHidden).toBe(false);
    expect(asked.filter(path => path.includes('.git/'))).toEqual([]);
  });
});

describe('writing back', () => {
  it('makes a CITATION.cff, which goes into the bundle', async () => {
    const desk = new Desk();
    const session = await desk.open();
    session.metadata.set(desk.metadata);
    await session.metadata.writeFile('cff');
    expect(parse(text(desk, 'rivers/CITATION.cff'))).toEqual({
      'cff-version': '1.2.0',
      message: expect.stringContaining('cite') as string,
      title: 'Rivers',
      type: 'software',
      authors: [{ 'family-names': 'Silva', 'given-names': 'Ana Marques' }],
      license: 'MIT',
      'date-released': '2026-11-21'
    });
    expect(messages(session)).toEqual([
      'metadata.written: The details were saved as CITATION.cff.'
    ]);
    expect(
      session.state.contents.entries.find(({ path }) => path === 'CITATION.cff')
    ).toMatchObject({ included: true });
  });

  it('changes the file that is there, with the DOI of what was published', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    const session = await desk.openReady();
    await session.publication.publish();
    const doi = session.state.publish.outcome?.doi;
    await session.metadata.writeFile('cff');
    expect(text(desk, 'rivers/CITATION.cff')).toBe(
      `${CFF.replace('From CFF', 'Rivers')
        .replace('version: 1.0\n', '')
        .replace('2020-01-01', '"2026-11-21"')}license: MIT\ndoi: ${doi}\n`
    );
  });

  it('writes no DOI of a test', async () => {
    const desk = new Desk(testSite);
    const session = await desk.openReady();
    await session.publication.publish();
    await session.metadata.writeFile('codemeta');
    expect(text(desk, 'rivers/codemeta.json')).not.toContain('10.5');
  });

  it('makes .zenodo.json, or zenodo.json where hidden files cannot be made', async () => {
    const open = new Desk();
    const first = await open.openReady();
    await first.metadata.writeFile('zenodo');
    expect(JSON.parse(text(open, 'rivers/.zenodo.json'))).toMatchObject({
      title: 'Rivers'
    });

    const closed = new Desk();
    closed.beforeWrite = path => {
      if (path.includes('/.')) {
        throw new PublisherError('hidden');
      }
    };
    const second = await closed.openReady();
    await second.metadata.writeFile('zenodo');
    expect(JSON.parse(text(closed, 'rivers/zenodo.json'))).toMatchObject({
      title: 'Rivers'
    });
    expect(messages(second)).toEqual([
      'metadata.written: The details were saved as zenodo.json.'
    ]);
  });

  it('goes on with a visible zenodo.json that is there', async () => {
    const desk = new Desk();
    desk.files.write('rivers/zenodo.json', '{"mine": 1}');
    const session = await desk.openReady();
    await session.metadata.writeFile('zenodo');
    expect(JSON.parse(text(desk, 'rivers/zenodo.json'))).toMatchObject({
      mine: 1,
      title: 'Rivers'
    });
    expect(() => desk.files.bytes('rivers/.zenodo.json')).toThrow();
  });

  it.each([
    ['a file that is broken', 'rivers/CITATION.cff', 'a: [', 'not valid YAML'],
    ['a form without creators', '', '', 'needs a title and a creator']
  ])('says why it could not: %s', async (_, path, content, why) => {
    const desk = new Desk();
    if (path) {
      desk.files.write(path, content);
    }
    const session = await desk.open();
    if (path) {
      session.metadata.set(desk.metadata);
    }
    await session.metadata.writeFile('cff');
    expect(messages(session).join()).toContain(why);
    if (path) {
      expect(text(desk, path)).toBe(content);
    }
  });

  it('says that the file was changed meanwhile', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    desk.beforeWrite = path => {
      throw new PublisherError(`${path} was changed meanwhile.`);
    };
    await session.metadata.writeFile('codemeta');
    expect(messages(session)).toEqual([
      'metadata.not-written: rivers/codemeta.json was changed meanwhile.'
    ]);
  });
});

describe('an embargo until a day that is over', () => {
  it('is refused beside its field before the first request, by the clock of the session', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({
      access: 'restricted-files',
      embargo: { active: true, until: '2026-11-21', reason: '' }
    });
    const before = desk.zenodo.lines.length;
    await session.publication.publish();
    expect(session.state.metadata.errors).toEqual({
      'embargo.until': 'Choose a day in the future.'
    });
    expect(desk.zenodo.lines).toHaveLength(before);
    session.metadata.set({
      embargo: { active: true, until: '2026-11-22', reason: '' }
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
  });
});

describe('titles of what the files name by its id', () => {
  const json = JSON.stringify({
    license: 'apache-2.0',
    language: 'deu',
    communities: [{ identifier: 'open-comm' }],
    upload_type: 'image',
    image_type: 'figure',
    creators: [{ name: 'Silva, Ana' }],
    grants: [{ id: '00k4n6c32::283595' }]
  });

  it('are shown also when nobody is signed in, and asked of the site once, without a token', async () => {
    const desk = new Desk();
    desk.files.write('rivers/zenodo.json', json);
    const session = await desk.open();
    const { values, lists, errors } = session.state.metadata;
    expect(values.licenses[0].title).toBe('Apache License 2.0');
    expect(values.languages[0]).toEqual({ id: 'deu', title: 'German' });
    expect(values.communities[0].submissionPolicy).toBe('open');
    expect(values.funding[0].award?.title).toMatch(/Open Access/);
    expect(lists.resourceTypes).toContainEqual({
      id: 'image-figure',
      title: expect.stringMatching(/Figure/)
    });
    expect(errors).toEqual({});
    const asked = desk.zenodo.lines;
    expect(asked.every(line => line.startsWith('GET '))).toBe(true);
    expect(new Set(asked).size).toBe(asked.length);
    await session.metadata.refill();
    expect(session.state.metadata.values.licenses[0].title).toBe(
      'Apache License 2.0'
    );
    expect(desk.zenodo.lines).toEqual(asked);
  });

  it('stay ids where the site cannot be reached', async () => {
    const desk = new Desk();
    desk.files.write('rivers/zenodo.json', json);
    desk.zenodo.simulator.faults.add({
      kind: 'gateway',
      status: 502,
      times: Infinity,
      match: { method: 'GET', path: /./ }
    });
    const session = await desk.open();
    const { values, errors } = session.state.metadata;
    expect(values.licenses[0].title).toBe('apache-2.0');
    expect(values.communities[0].title).toBe('open-comm');
    expect(errors).toEqual({});
  });

  it('are asked of no site where the files name nothing by an id alone', async () => {
    const desk = new Desk();
    await desk.open();
    expect(desk.zenodo.lines).toEqual([]);
  });
});
