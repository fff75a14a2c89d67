import { HttpConnectionError } from '../../core/zenodo/http';
import type { PublicationSession } from '../session';
import { Desk } from './desk';

const CFF = `cff-version: 1.2.0
message: Cite it.
title: From CFF
keywords:
  - rivers
authors:
  - family-names: Silva
    given-names: Ana
    affiliation: University of Porto
version: 1.0.0
date-released: 2020-01-01
`;

const ORIGIN = 'version 1.0.0 on Zenodo';

/** Publish once, with a version number. */
async function published(desk: Desk): Promise<PublicationSession> {
  const session = await desk.open();
  session.metadata.set({ ...desk.metadata, version: '1.0.0' });
  await session.account.signIn(desk.token);
  await session.publication.publish();
  expect(session.state.publish.trouble).toBeNull();
  expect(session.state.phase).toBe('published');
  return session;
}

interface IServed {
  metadata: Record<string, unknown>;
  custom_fields: Record<string, unknown>;
}

const recordOf = async (desk: Desk, id: string) =>
  (await (await desk.zenodo.byHand('GET', `records/${id}`)).json()) as IServed;

/** Correct the details of the last record on the site's own page. */
async function correct(
  desk: Desk,
  change: Record<string, unknown>
): Promise<void> {
  const id = desk.zenodo.records[desk.zenodo.records.length - 1];
  const edit = (method: string, path: string, body?: object) =>
    desk.zenodo.byHand(method, `records/${id}/draft${path}`, body);
  const draft = (await (await edit('POST', '')).json()) as IServed;
  const { metadata, custom_fields } = draft;
  const kept = {
    ...metadata,
    resource_type: { id: 'software-computationalnotebook' }
  };
  await edit('PUT', '', {
    ...draft,
    metadata: { ...kept, ...change },
    custom_fields
  });
  await edit('POST', '/actions/publish');
}

/** The site does not let anybody see the first record, until it is mended. */
function hide(desk: Desk): () => void {
  const line = `GET /api/records/${desk.zenodo.records[0]}`;
  desk.zenodo.before = asked => {
    if (asked === line) {
      throw new HttpConnectionError('dropped');
    }
  };
  return () => {
    desk.zenodo.before = () => undefined;
  };
}

/** The panel of the same files, in the same page, for what comes next. */
async function openNext(desk: Desk, id = 'two'): Promise<PublicationSession> {
  const session = await desk.openBeside(id);
  await session.checked();
  return session;
}

const ids = ({ state }: PublicationSession) =>
  state.findings.map(({ id }) => id).filter(id => /former/.test(id));

describe('the details of a next version', () => {
  it('are those of the last one, as they were corrected on the site', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, {
      title: 'Corrected there',
      contributors: [
        {
          person_or_org: { type: 'personal', family_name: 'Roe' },
          role: { id: 'datacurator' }
        }
      ]
    });
    const { state } = await openNext(desk);
    expect(state.metadata.values).toMatchObject({
      title: 'Corrected there',
      contributors: [{ familyName: 'Roe', role: 'datacurator' }],
      creators: [{ familyName: desk.metadata.creators[0].familyName }],
      // It says nothing of that.
      description: 'About rivers.'
    });
    expect(state.metadata.origins).toMatchObject({
      title: ORIGIN,
      description: 'README.md',
      contributors: ORIGIN
    });
    // What the notebook says can be chosen.
    expect(
      state.metadata.candidates.title?.map(({ origin }) => origin)
    ).toEqual([ORIGIN, '01-clean.ipynb', '02-plot.ipynb', 'README.md']);
    expect(state.version.details).toBe('taken');
  });

  it('have a number and a date of their own', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, { publication_date: '2019-05-05' });
    const { values, origins } = (await openNext(desk)).state.metadata;
    expect(values.version).toBe('1.1.0');
    expect(origins.version).toBe(`the number after ${ORIGIN}`);
    expect(origins.publicationDate).toBe('today');
    expect(values.publicationDate).not.toBe('2019-05-05');
  });

  it('are told apart by a number that the files have forgotten to change', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    await published(desk);
    const session = await openNext(desk);
    expect(session.state.metadata.values.version).toBe('1.0.0');
    expect(ids(session)).toContain('metadata.former-number');
    expect(
      session.state.metadata.candidates.version?.map(
        ({ values }) => values.version
      )
    ).toEqual(['1.0.0', '1.1.0']);
    session.metadata.set({ version: '1.1.0' });
    expect(ids(session)).not.toContain('metadata.former-number');
  });

  it('do not take over the link that opens the last version', async () => {
    const desk = new Desk();
    await published(desk);
    const { metadata } = await recordOf(desk, desk.zenodo.records[0]);
    expect(JSON.stringify(metadata.related_identifiers)).toContain('urlpath');
    const { values } = (await openNext(desk)).state.metadata;
    expect(values.relatedWorks).toEqual(desk.metadata.relatedWorks);
  });

  it('follow a metadata file that was changed since, and say so', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    await published(desk);
    await correct(desk, { title: 'Corrected there' });
    const asPublished = await openNext(desk);
    expect(asPublished.state.metadata.values.title).toBe('Corrected there');
    // Its number is still that of the last version.
    expect(ids(asPublished)).toEqual(['metadata.former-number']);

    await desk.files.write(
      'rivers/CITATION.cff',
      CFF.replace('From CFF', 'From the new CFF')
    );
    const session = await openNext(desk, 'three');
    const { values, origins, candidates } = session.state.metadata;
    expect(values.title).toBe('From the new CFF');
    expect(origins.title).toBe('CITATION.cff');
    expect(candidates.title?.[1]).toEqual({
      values: { title: 'Corrected there' },
      origin: ORIGIN
    });
    // Both are in the list.
    expect(values.keywords).toEqual(
      expect.arrayContaining(['rivers', ...desk.metadata.keywords])
    );
    expect(ids(session)).toEqual([
      'metadata.former-number',
      'metadata.former-differs'
    ]);
    session.metadata.choose('title', 1);
    expect(session.state.metadata.values.title).toBe('Corrected there');
  });

  it('do not get back keywords that were taken away on the site', async () => {
    const desk = new Desk();
    desk.files.write('rivers/CITATION.cff', CFF);
    await published(desk);
    await correct(desk, { subjects: [{ subject: 'water' }] });
    const { values } = (await openNext(desk)).state.metadata;
    expect(values.keywords).toEqual(['water']);
  });

  it('leave alone what the user typed before signing in', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, { title: 'Corrected there', copyright: '© They' });
    const session = await desk.open('two');
    session.metadata.set({ title: 'Mine' });
    expect(session.state.version.details).toBe('unasked');
    await session.account.signIn(desk.token);
    expect(session.state.metadata.values).toMatchObject({
      title: 'Mine',
      copyright: '© They'
    });
  });

  it('are the ones of the site also in the panel that published', async () => {
    const desk = new Desk();
    const session = await published(desk);
    await correct(desk, { title: 'Corrected there' });
    await session.publication.newVersion();
    expect(session.state.metadata).toMatchObject({
      values: { title: 'Corrected there', version: '1.1.0' },
      origins: { title: ORIGIN }
    });
  });

  it('are of no use to a separate record, and come back', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, { title: 'Corrected there', copyright: '© They' });
    const session = await openNext(desk);
    session.version.publishAs('separate');
    await session.checked();
    expect(session.state.metadata.values).toMatchObject({
      title: 'Clean',
      copyright: ''
    });
    session.metadata.set({ title: 'Mine' });
    session.version.publishAs('new-version');
    await session.checked();
    expect(session.state.metadata.values).toMatchObject({
      title: 'Mine',
      copyright: '© They'
    });
  });

  it('stay as they are over a reload of the page, and can be chosen again', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, { title: 'Corrected there' });
    const first = await openNext(desk);
    first.metadata.set({ copyright: '© me' });
    first.dispose();
    await correct(desk, { title: 'Corrected once more' });
    const session = await desk.open('two');
    await session.account.signIn(desk.token);
    expect(session.state.metadata.values).toMatchObject({
      title: 'Corrected there',
      copyright: '© me'
    });
    session.metadata.choose('title', 0);
    expect(session.state.metadata.values.title).toBe('Corrected once more');
  });

  it('are asked for again where the site did not tell them', async () => {
    const desk = new Desk();
    await published(desk);
    await correct(desk, { title: 'Corrected there' });
    const mend = hide(desk);
    const session = await openNext(desk);
    expect(session.state.metadata.values.title).toBe('Clean');
    expect(session.state.version.details).toBe('failed');
    expect(ids(session)).toEqual(['metadata.former-untold']);
    mend();
    await session.metadata.refill();
    expect(session.state.metadata.values.title).toBe('Corrected there');
    expect(ids(session)).toEqual([]);
  });

  it('are looked at by the user before they are sent', async () => {
    const desk = new Desk();
    await published(desk);
    await desk.files.write('rivers/new.csv', '1');
    await correct(desk, { copyright: '© They' });
    const mend = hide(desk);
    const session = await openNext(desk);
    session.metadata.set({ title: 'Mine' });
    mend();
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(1);
    expect(ids(session)).toEqual(['metadata.former-late']);
    expect(session.state.metadata.values.copyright).toBe('© They');
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(2);
  });

  it('keep what no form knows', async () => {
    const desk = new Desk();
    await published(desk);
    const locations = {
      features: [
        {
          geometry: { type: 'Point', coordinates: [6.05, 46.23] },
          place: 'Meyrin'
        }
      ]
    };
    await correct(desk, {
      locations,
      additional_titles: [
        {
          title: 'Flüsse',
          type: { id: 'translated-title' },
          lang: { id: 'deu' }
        }
      ]
    });
    await desk.files.write('rivers/new.csv', '1');
    const session = await openNext(desk);
    session.metadata.set({ title: 'Rivers again', version: '2.0.0' });
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    const { metadata } = await recordOf(desk, desk.zenodo.records[1]);
    expect(metadata).toMatchObject({
      title: 'Rivers again',
      version: '2.0.0',
      locations,
      additional_titles: [{ title: 'Flüsse', lang: { id: 'deu' } }]
    });
  });
});
