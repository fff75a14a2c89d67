import { site } from '../../core/publish/__tests__/simulatedSite';
import { PublicationSession } from '../session';
import { Desk, testSite } from './desk';

/** Publish once; the working notebooks say so, as Jupyter would have written it. */
async function published(desk: Desk): Promise<PublicationSession> {
  const session = await desk.openReady();
  await session.publication.publish();
  expect(session.state.phase).toBe('published');
  return session;
}

/** The panel of the same files, in the same page, for what comes next. */
async function openNext(desk: Desk, id = 'two'): Promise<PublicationSession> {
  const session = await desk.openBeside(id);
  session.metadata.set(desk.metadata);
  await session.checked();
  return session;
}

const plot = 'rivers/02-plot.ipynb';

async function change(desk: Desk): Promise<void> {
  const text = new TextDecoder().decode(desk.files.bytes(plot));
  await desk.files.write(plot, text.replace('import numpy', 'import scipy'));
}

describe('the same selection again', () => {
  it('becomes the next version of the record', async () => {
    const desk = new Desk();
    const first = await published(desk);
    await change(desk);
    const session = await openNext(desk);
    const doi = first.state.publish.outcome?.doi;
    expect(session.state.version).toMatchObject({
      last: { doi, title: 'Rivers', isOwn: true },
      as: 'new-version',
      changes: { changed: ['02-plot.ipynb'], added: [], removed: [] }
    });
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(2);
    expect(desk.zenodo.drafts).toEqual([]);
    const concepts = await Promise.all(
      desk.zenodo.records.map(async id => {
        const answer = await desk.zenodo.byHand('GET', `records/${id}`);
        return ((await answer.json()) as { parent: { id: string } }).parent.id;
      })
    );
    expect(new Set(concepts).size).toBe(1);
  });

  it('goes on in the same panel', async () => {
    const desk = new Desk();
    const session = await published(desk);
    const { id } = session.state;
    await change(desk);
    await session.publication.newVersion();
    expect(session.state).toMatchObject({
      phase: 'editing',
      asked: false,
      version: { as: 'new-version', changes: { changed: ['02-plot.ipynb'] } },
      publish: { outcome: null, draft: null }
    });
    expect(session.state.id).not.toBe(id);
    expect(session.state.metadata.values.title).toBe('Rivers');
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(2);
    await session.publication.newVersion();
    // It follows the second one, not the first.
    expect(session.state.version.last?.recordId).toBe(desk.zenodo.records[1]);
  });

  it('becomes a record of its own where the user wants that', async () => {
    const desk = new Desk();
    await published(desk);
    const session = await openNext(desk);
    session.version.publishAs('separate');
    await session.checked();
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.count(/POST .*\/versions$/)).toBe(0);
    expect(desk.zenodo.records).toHaveLength(2);
  });

  it('is not published again when nothing is new, but for a reason', async () => {
    const desk = new Desk();
    await published(desk);
    const session = await openNext(desk);
    const [finding] = session.state.findings.filter(({ stops }) => stops);
    expect(finding).toMatchObject({ id: 'version.unchanged' });
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.records).toHaveLength(1);
    session.findings.accept(finding, 'The archive was broken.');
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(2);
  });

  it('may have other files', async () => {
    const desk = new Desk();
    await published(desk);
    await desk.files.write('rivers/new.csv', '1');
    const session = await openNext(desk);
    await session.contents.tick(['data/levels.csv'], false);
    await session.checked();
    expect(session.state.version.changes).toEqual({
      added: ['new.csv'],
      removed: ['data/levels.csv'],
      changed: [],
      same: 4
    });
  });

  it('goes on where it stopped, also in another page', async () => {
    const desk = new Desk();
    await published(desk);
    await change(desk);
    const session = await openNext(desk);
    desk.zenodo.dieAfter(/POST .*\/versions$/);
    await session.publication.publish();
    const again = await desk.open('two');
    again.metadata.set(desk.metadata);
    await again.account.signIn(desk.token);
    await again.publication.publish();
    expect(again.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(2);
    expect(desk.zenodo.drafts).toEqual([]);
    expect(desk.zenodo.count(/POST \/api\/records$/)).toBe(1);
  });

  it('is a new record on another site', async () => {
    const desk = new Desk();
    await published(desk);
    const session = await openNext(desk);
    expect(session.state.version.last).not.toBeNull();
    session.account.setSite(testSite.id);
    // Nobody waits for it in the panel either; the test's own time ends it.
    while (session.state.version.last) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(session.state.account.site).toBe(testSite);
  });
});

describe('notebooks that say where they belong', () => {
  const identity = (record: string) => ({
    ...{ version: 1, site: site.url, record },
    doi: `10.5281/zenodo.${record}`
  });

  async function say(desk: Desk, path: string, record: string) {
    const notebook = JSON.parse(
      new TextDecoder().decode(desk.files.bytes(path))
    ) as { metadata: Record<string, unknown> };
    notebook.metadata.zenodo_publisher = identity(record);
    await desk.files.write(path, JSON.stringify(notebook));
  }

  it('are not asked about before the user signs in', async () => {
    const desk = new Desk();
    await say(desk, plot, '4711');
    const session = await desk.open();
    expect(session.state.version.last).toMatchObject({
      recordId: '4711',
      isOwn: null
    });
    expect(desk.zenodo.lines).toEqual([]);
  });

  it('belong to nothing where the record does not exist', async () => {
    const desk = new Desk();
    await say(desk, plot, '4711');
    const session = await desk.openReady();
    expect(session.state.version.last).toBeNull();
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(1);
  });

  it('may belong to several records, of which the user chooses one', async () => {
    const desk = new Desk();
    await say(desk, plot, '1');
    await say(desk, 'rivers/01-clean.ipynb', '2');
    const session = await desk.open();
    const { records } = session.state.version;
    expect(records.map(({ recordId }) => recordId)).toEqual(['2', '1']);
    session.version.chooseRecord('1');
    expect(session.state.version.last?.recordId).toBe('1');
    const again = await desk.open();
    expect(again.state.version.last?.recordId).toBe('1');
  });
});
