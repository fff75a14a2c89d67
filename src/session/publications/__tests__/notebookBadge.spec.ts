import { plainEnglish } from '../../../core/text';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import { testSite } from '../../__tests__/desk';
import { insertBadgeInto, removeBadgeFrom } from '../notebookBadge';
import { ListDesk, only } from './listDesk';

const plot = 'rivers/02-plot.ipynb';

/** What the commands of a notebook work with, and what was written and asked. */
function portsOf(desk: ListDesk) {
  const { files, journal, zenodo } = desk.desk;
  const written: [string, string | null][] = [];
  const asked: string[] = [];
  const ports = {
    files,
    journal,
    http: zenodo,
    clock: zenodo.clock,
    trans: plainEnglish,
    sites: { all: [site, testSite], defaultId: site.id, problems: [] },
    writer: {
      putBadge: async (path: string, badge: { source: string }) => {
        written.push([path, badge.source]);
      },
      removeBadge: async (path: string) => {
        written.push([path, null]);
        return true;
      },
      changeText: async () => undefined
    },
    dialogs: {
      confirmDiscard: async () => false,
      confirmKeepFiles: async () => false,
      confirmDiscardEdit: async () => false,
      confirmDelete: async () => null,
      confirmBadges: async (doi: string, paths: readonly string[]) => {
        asked.push(`${doi} ${paths.join(' ')}`);
        return desk.answers.badges;
      },
      confirmNoBadges: async (doi: string, paths: readonly string[]) => {
        asked.push(`no ${doi} ${paths.join(' ')}`);
        return desk.answers.noBadges;
      }
    }
  };
  return { ports, written, asked };
}

/** A notebook that says where it was published. */
async function say(desk: ListDesk, record: string, of = site.url) {
  const { files } = desk.desk;
  const notebook = JSON.parse(new TextDecoder().decode(files.bytes(plot))) as {
    metadata: object;
  };
  const doi = `10.5281/zenodo.${record}`;
  notebook.metadata = {
    zenodo_publisher: { version: 1, site: of, record, doi }
  };
  await files.write(plot, JSON.stringify(notebook));
}

describe('the badge of one notebook', () => {
  it('is that of the record it was published with, and opens it in Binder', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { doi } = only(list);
    const { ports, written, asked } = portsOf(desk);
    const notice = await insertBadgeInto(ports, plot);
    expect(asked).toEqual([`${doi} ${plot}`]);
    expect(written).toHaveLength(1);
    expect(written[0][1]).toContain('lab%2Ftree%2F02-plot.ipynb');
    expect(notice?.tone).toBe('ok');
    expect(notice?.text).toContain('The badge is in 1 notebook.');
  });

  it('says that Binder has to wait for the DOI', async () => {
    const desk = new ListDesk();
    await desk.openPublished();
    const { ports } = portsOf(desk);
    const http = {
      send: async () => ({
        status: 404,
        headers: { get: () => null },
        text: () => '{"responseCode":100}'
      })
    };
    const notice = await insertBadgeInto({ ...ports, http }, plot);
    expect(notice?.text).toContain('doi.org does not know the DOI yet');
  });

  it('is not inserted when the user says no', async () => {
    const desk = new ListDesk();
    await desk.openPublished();
    desk.answers.badges = desk.answers.noBadges = false;
    const { ports, written } = portsOf(desk);
    expect(await insertBadgeInto(ports, plot)).toBeNull();
    await say(desk, '7');
    expect(await removeBadgeFrom(ports, plot)).toBeNull();
    expect(written).toEqual([]);
  });

  it('opens Binder where only the record knows how', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { depositId } = only(list);
    const [record] = desk.desk.zenodo.simulator.state.records.values();
    const links = record.metadata.related_identifiers as {
      identifier: string;
    }[];
    const link = links.find(({ identifier }) => identifier.includes('urlpath'));
    if (link) {
      link.identifier = link.identifier.replace(
        '01-clean',
        'a%2520b%2F02-plot'
      );
    }
    desk.desk.journal.text = '';
    await say(desk, depositId ?? '');
    const { ports, written } = portsOf(desk);
    expect((await insertBadgeInto(ports, plot))?.tone).toBe('ok');
    expect(written[0][1]).toContain('tree%2Fa%2520b%2F02-plot.ipynb');
    expect(written[0][1]).toContain('urlpath');
    // A notebook of which the record says nothing has the DOI only.
    if (link) {
      link.identifier = link.identifier.replace('02-plot', '03-other');
    }
    await insertBadgeInto(ports, plot);
    expect(written[1][1]).not.toContain('urlpath');
  });

  it('is a DOI badge where only the notebook knows its record', async () => {
    const desk = new ListDesk();
    await say(desk, '7');
    const { ports, written } = portsOf(desk);
    const notice = await insertBadgeInto(ports, plot);
    expect(notice?.tone).toBe('ok');
    expect(written[0][1]).toContain('10.5281/zenodo.7');
    expect(written[0][1]).not.toContain('urlpath');
  });

  it('cannot be inserted where no record is known', async () => {
    const desk = new ListDesk();
    const { ports, written } = portsOf(desk);
    const notice = await insertBadgeInto(ports, plot);
    expect(notice).toMatchObject({ tone: 'error' });
    expect(notice?.text).toContain('Publish it first');
    await say(desk, '7', 'https://elsewhere.example.org');
    expect((await insertBadgeInto(ports, plot))?.tone).toBe('error');
    expect(written).toEqual([]);
  });

  it('is removed, whatever became of the record', async () => {
    const desk = new ListDesk();
    const { ports, written, asked } = portsOf(desk);
    expect((await removeBadgeFrom(ports, plot))?.tone).toBe('error');
    await say(desk, '7', 'https://elsewhere.example.org');
    const notice = await removeBadgeFrom(ports, plot);
    expect(notice?.tone).toBe('ok');
    expect(asked).toEqual([`no 10.5281/zenodo.7 ${plot}`]);
    expect(written).toEqual([[plot, null]]);
  });
});
