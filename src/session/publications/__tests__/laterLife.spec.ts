import { putReadmeBadge } from '../../../core/notebook/readme';
import { readPublishedIdentity } from '../../../core/notebook/badge';
import { readNotebook } from '../../../core/notebook/notebook';
import { folder } from '../../../core/publish/__tests__/publication';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import type { PublicationsSession } from '../session';
import { ListDesk, only } from './listDesk';

const clean = 'rivers/01-clean.ipynb';
const plot = 'rivers/02-plot.ipynb';

const text = ({ desk }: ListDesk, path: string) =>
  new TextDecoder().decode(desk.files.bytes(path));

async function edit(desk: ListDesk, path: string): Promise<void> {
  await desk.desk.files.write(path, text(desk, path).replace('Clean', 'Clear'));
}

const record = ({ desk }: ListDesk, path: string) =>
  readPublishedIdentity(readNotebook(desk.files.bytes(path)))?.record;

async function look(list: PublicationsSession): Promise<void> {
  await list.look(only(list).key);
}

describe('changed since published', () => {
  it('is not asked for before somebody looks', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const read = jest.spyOn(desk.desk.files, 'read');
    const listed = jest.spyOn(desk.desk.files, 'list');
    await list.refresh();
    expect(only(list).comparison).toEqual({ status: 'unknown' });
    expect(listed).not.toHaveBeenCalled();
    await look(list);
    expect(only(list).comparison).toEqual({ status: 'same' });
    // Notebooks have another size without their badge; what else is older is not read.
    expect(new Set(read.mock.calls.map(([path]) => path))).not.toContain(
      'rivers/data/levels.csv'
    );
    listed.mockClear();
    await look(list);
    expect(listed).not.toHaveBeenCalled();
  });

  it('names what is new, and forgets badges', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await list.act(only(list).key, 'insert-badge');
    desk.later();
    await edit(desk, clean);
    await desk.desk.files.write('rivers/data/new.csv', '1');
    desk.desk.files.remove('rivers/requirements.txt');
    await look(list);
    expect(only(list).comparison).toEqual({
      status: 'changed',
      changes: {
        changed: ['01-clean.ipynb'],
        added: ['data/new.csv'],
        removed: ['requirements.txt'],
        same: 3
      }
    });
    await desk.desk.files.write(clean, text(desk, clean).replace('Clear', 'Clean')); // prettier-ignore
    await desk.desk.files.write('rivers/requirements.txt', 'numpy==2.1.0\n');
    desk.desk.files.remove('rivers/data/new.csv');
    await list.act(only(list).key, 'compare');
    expect(only(list).comparison).toEqual({ status: 'same' });
  });

  it('does not count what the settings leave out', async () => {
    const desk = new ListDesk();
    desk.ignored = ['*.log'];
    const list = await desk.openPublished();
    desk.later();
    await desk.desk.files.write('rivers/run.log', '1');
    await look(list);
    expect(only(list).comparison).toEqual({ status: 'same' });
  });

  it('is another thing than files that were moved', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    for (const path of Object.keys(folder)) {
      desk.desk.files.remove(path);
    }
    await list.act(only(list).key, 'compare');
    expect(only(list).comparison).toEqual({ status: 'moved' });
  });

  it('cannot be known of records from elsewhere', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    desk.desk.journal.text = '';
    await list.refresh();
    await list.signIn(site.id, desk.desk.token);
    expect(only(list).comparison).toBeNull();
    expect(only(list).actions).not.toContain('compare');
  });
});

describe('other files for a record', () => {
  it('begin in a panel of their own', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await list.act(only(list).key, 'replace-files');
    expect(desk.opened).toEqual([`replace ${only(list).depositId}: rivers`]);
    await desk.desk.zenodo.clock.sleep(30 * 24 * 3600 * 1000);
    await list.refresh();
    expect(only(list).actions).not.toContain('replace-files');
  });

  /** A replacement that was uploaded and not published, and the list. */
  async function begun(desk: ListDesk): Promise<PublicationsSession> {
    const first = await desk.openPublished();
    first.dispose();
    await desk.desk.zenodo.clock.sleep(1000);
    await edit(desk, clean);
    const panel = await desk.desk.openBeside('two');
    panel.metadata.set(desk.desk.metadata);
    await panel.checked();
    panel.version.publishAs('replace-files');
    await panel.checked();
    await panel.publication.saveDraft();
    expect(panel.state.publish.trouble).toBeNull();
    panel.dispose();
    return desk.openRefreshed();
  }

  it('stand beside the record until they are in it', async () => {
    const desk = new ListDesk();
    const list = await begun(desk);
    const [waiting, published] = list.state.items;
    expect(list.state.items).toHaveLength(2);
    expect(waiting).toMatchObject({
      ...{ status: 'uploaded', replaces: true, earlier: 0 },
      doi: published.doi
    });
    expect(waiting.actions).toEqual(['resume', 'copy-doi', 'discard']);
    expect(published).toMatchObject({ status: 'published', replaces: false });
    await list.act(waiting.key, 'resume');
    expect(desk.opened).toEqual(['resume two: rivers']);
  });

  it('are discarded, and the record is as it was', async () => {
    const desk = new ListDesk();
    const list = await begun(desk);
    const [waiting, published] = list.state.items;
    await list.act(waiting.key, 'discard');
    expect(desk.asked).toEqual([`keep files ${published.doi}`]);
    expect(desk.desk.zenodo.drafts).toEqual([]);
    expect(desk.desk.zenodo.records).toHaveLength(1);
    expect(only(list)).toMatchObject({ status: 'published' });
    expect(list.state.notice?.text).toContain('keeps the files that it has');
  });

  it('are what is compared with afterwards', async () => {
    const desk = new ListDesk();
    const list = await begun(desk);
    const panel = await desk.desk.openBeside('two');
    panel.metadata.set(desk.desk.metadata);
    await panel.publication.publish();
    expect(panel.state.publish.outcome?.isReplacement).toBe(true);
    await list.refresh();
    await look(list);
    expect(only(list).comparison).toEqual({ status: 'same' });
    await list.act(only(list).key, 'delete');
    expect(only(list).status).toBe('withdrawn');
  });
});

describe('badges that lead nowhere', () => {
  it('go out of the README as well', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { doi } = only(list);
    const before = text(desk, 'rivers/README.md');
    await desk.desk.files.write(
      'rivers/README.md',
      putReadmeBadge(before, `[DOI ${doi}](https://doi.org/${doi})`)
    );
    await list.act(only(list).key, 'delete');
    expect(desk.asked.at(-1)).toBe('no badges rivers/README.md');
    expect(text(desk, 'rivers/README.md')).toBe(before);
  });

  it('stay in a README that has those of another record', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await desk.desk.files.write(
      'rivers/README.md',
      putReadmeBadge('# Rivers\n', `[x](https://doi.org/${only(list).doi}9)`)
    );
    await list.act(only(list).key, 'remove-badge');
    expect(only(list).notice?.text).toBe(
      'No file has the badge of this record.'
    );
  });

  it('are removed on request while the record is there', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await list.act(only(list).key, 'insert-badge');
    await list.act(only(list).key, 'remove-badge');
    expect(desk.asked.at(-1)).toBe(
      `no badges (the record stays) ${clean}, ${plot}`
    );
    expect(record(desk, clean)).toBeUndefined();
    expect(only(list).status).toBe('published');
  });

  it('go with a draft that is discarded', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    await session.publication.saveDraft();
    session.dispose();
    const list = await desk.openRefreshed();
    const { depositId, doi } = only(list);
    const notebook = JSON.parse(text(desk, plot)) as { metadata: object };
    await desk.desk.files.write(
      plot,
      JSON.stringify({
        ...notebook,
        metadata: {
          zenodo_publisher: {
            ...{ version: 1, site: site.url, record: depositId, doi }
          }
        }
      })
    );
    await list.act(only(list).key, 'discard');
    expect(desk.asked.at(-1)).toBe(`no badges ${plot}`);
    expect(record(desk, plot)).toBeUndefined();
    expect(list.state.notice?.text).toContain('removed from 1 file');
  });
});

describe('a DOI that is new', () => {
  it('is asked for until it leads somewhere', async () => {
    const desk = new ListDesk();
    const { zenodo } = desk.desk;
    const list = await desk.openPublished();
    const answers = [false, false, true];
    const original = zenodo.send.bind(zenodo);
    let asked = 0;
    zenodo.send = async request => {
      if (!request.url.includes('/api/handles/')) {
        return original(request);
      }
      const responseCode = answers[asked++] ? 1 : 100;
      return {
        status: responseCode === 1 ? 200 : 404,
        headers: { get: () => null },
        text: () => JSON.stringify({ responseCode })
      };
    };
    const seen: unknown[] = [];
    list.stateChanged.connect(() => seen.push(only(list).doiResolves));
    await look(list);
    await zenodo.clock.sleep(60_000);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(asked).toBe(3);
    expect(seen).toContain(false);
    expect(only(list).doiResolves).toBe(true);
  });
});
