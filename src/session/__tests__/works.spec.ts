import { notebook } from '../../core/publish/__tests__/publication';
import type { IFinding } from '../../core/finding';
import type { PublicationSession } from '../session';
import { Desk } from './desk';

/** A notebook that loads data and speaks of a paper. */
function study(source: string, text = '# Study'): string {
  return notebook(text).replace('import numpy', source);
}

const works = ({ state }: PublicationSession) =>
  state.findings.filter(({ id }) => /^metadata\.works?-/.test(id));

const messages = (session: PublicationSession) =>
  works(session).map(({ message }) => message);

const links = ({ state }: PublicationSession) =>
  state.metadata.values.relatedWorks.map(
    ({ identifier, scheme, relation, resourceType }) =>
      [identifier, scheme, relation, resourceType].join(' ')
  );

async function mend(
  session: PublicationSession,
  finding: IFinding
): Promise<void> {
  const [fix] = finding.fixes ?? [];
  await session.findings.apply(finding, fix, 'bundle');
}

describe('works that the files name', () => {
  const data = "read('https://zenodo.org/records/123/files/a.csv')";

  it('are proposed as related works, added, and taken out again', async () => {
    const desk = new Desk();
    desk.files.write('rivers/01-clean.ipynb', study(data));
    const session = await desk.open();
    const [finding] = works(session);
    expect(finding).toMatchObject({
      section: 'metadata',
      place: { path: '01-clean.ipynb', cell: 1 }
    });
    expect(finding.message).toContain('uses the data set `10.5281/zenodo.123`');
    await mend(session, finding);
    expect(links(session)).toEqual([
      '10.5281/zenodo.123 doi references dataset'
    ]);
    const [added, ...others] = works(session);
    expect(added.id).toBe('metadata.work-added');
    expect(others).toEqual([]);
    // Not a second time.
    await mend(session, finding);
    expect(links(session)).toHaveLength(1);
    await mend(session, added);
    expect(links(session)).toEqual([]);
    expect(works(session)).toEqual([finding]);
  });

  it('are not proposed any more once they are ignored', async () => {
    const desk = new Desk();
    desk.files.write('rivers/01-clean.ipynb', study(data));
    const session = await desk.open();
    session.findings.ignore(works(session)[0]);
    expect(works(session)).toEqual([]);
    session.dispose();
    const again = await desk.open();
    expect(works(again)).toEqual([]);
    expect(again.state.setAside).toHaveLength(1);
  });

  it('are not proposed where the form names them in another notation', async () => {
    const desk = new Desk();
    desk.files.write('rivers/01-clean.ipynb', study(data));
    const session = await desk.open();
    session.metadata.set({
      relatedWorks: [
        {
          key: '1',
          identifier: 'https://doi.org/10.5281/zenodo.123',
          scheme: '',
          relation: 'cites',
          resourceType: ''
        }
      ]
    });
    expect(works(session)).toEqual([]);
  });

  it('are looked for in the README, and again when it changes', async () => {
    const desk = new Desk();
    const session = await desk.open();
    expect(works(session)).toEqual([]);
    await desk.files.write('rivers/README.md', 'See https://osf.io/abcd3/.');
    await session.contents.reload();
    expect(messages(session)).toEqual([
      expect.stringContaining('`https://osf.io/abcd3`')
    ]);
    await mend(session, works(session)[0]);
    expect(links(session)).toEqual([
      'https://osf.io/abcd3 url issupplementedby '
    ]);
  });

  it('are proposed together where a text names many', async () => {
    const desk = new Desk();
    const list = [1, 2, 3, 4, 5].map(n => `- 10.1038/paper${n}`).join('\n');
    await desk.files.write('rivers/README.md', list);
    const session = await desk.open();
    expect(messages(session)).toEqual([
      'Your texts name 5 other works. Add them as related works?'
    ]);
    await mend(session, works(session)[0]);
    expect(links(session)).toHaveLength(5);
  });

  it('are not the records that the notebooks themselves are in', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    const { doi } = first.state.publish.outcome ?? {};
    const [last] = first.state.version.records;
    await desk.files.write('rivers/README.md', `This is ${doi}.`);
    const session = await desk.openBeside('two');
    await session.checked();
    expect(session.state.version.last?.doi).toBe(doi);
    expect(last?.doi ?? doi).toBe(doi);
    expect(works(session)).toEqual([]);
  });

  it('go out with the record', async () => {
    const desk = new Desk();
    desk.files.write('rivers/01-clean.ipynb', study(data));
    const session = await desk.openReady();
    await mend(session, works(session)[0]);
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    const answer = await desk.zenodo.byHand(
      'GET',
      `records/${desk.zenodo.records[0]}`
    );
    const { metadata } = (await answer.json()) as {
      metadata: { related_identifiers: readonly object[] };
    };
    expect(metadata.related_identifiers).toContainEqual(
      expect.objectContaining({
        identifier: '10.5281/zenodo.123',
        scheme: 'doi',
        relation_type: expect.objectContaining({ id: 'references' }),
        resource_type: expect.objectContaining({ id: 'dataset' })
      })
    );
  });
});
