import {
  RecordSite,
  changed,
  cutOff
} from '../../../core/records/__tests__/site';
import { rawZip } from '../../../core/records/__tests__/zips';
import { FileWriteError } from '../../../core/fileWriter';
import { MemoryFileWriter } from '../../../core/memoryFileWriter';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import { plainEnglish } from '../../../core/text';
import { ISite, zenodoSandbox } from '../../../core/zenodo/sites';
import { Desk } from '../../__tests__/desk';
import type { IOpenedRecord } from '../../ports';
import { Wallet } from '../../wallet';
import { OpenRecordSession } from '../session';
import type { OpenPhase } from '../state';
import { withoutSignIn } from '../../signIn/__tests__/simulatedSignIn';

/** All that a page has: the site, the disk, what was asked for. */
class Page {
  readonly at = new RecordSite();
  readonly writer = new MemoryFileWriter();
  readonly wallet = new Wallet();
  /** The last one is the default. */
  sites: readonly ISite[] = [zenodoSandbox, site];
  readonly noted: IOpenedRecord[] = [];
  readonly calls: string[] = [];

  open(parent = ''): OpenRecordSession {
    return new OpenRecordSession(
      {
        http: this.at.zenodo,
        downloads: this.at.downloads,
        clock: this.at.zenodo.clock,
        writer: this.writer,
        opened: {
          note: async record => {
            this.noted.push(record);
          },
          of: async () => this.noted
        },
        wallet: this.wallet,
        signIns: withoutSignIn(this.wallet),
        sites: {
          all: this.sites,
          defaultId: this.sites[this.sites.length - 1].id,
          problems: []
        },
        trans: plainEnglish,
        show: async folder => {
          this.calls.push(`show ${folder}`);
        },
        publish: async paths => {
          this.calls.push(`publish ${paths.join(', ')}`);
        }
      },
      parent
    );
  }
}

const bundle = rawZip([
  { name: 'a.ipynb', content: '{}' },
  { name: 'data/x.csv', content: '1,2' },
  { name: 'requirements.txt', content: 'numpy' },
  { name: '../evil', content: 'x' }
]);

describe('Opening a record', () => {
  let page: Page;
  let phases: OpenPhase[];

  beforeEach(() => {
    page = new Page();
    phases = [];
  });

  /** A session that has found a record with these files. */
  async function found(
    files: Record<string, string | Blob> = { 'rivers.zip': bundle },
    parent = ''
  ) {
    const id = await page.at.publish(files, { title: 'Rivers of Portugal' });
    const session = page.open(parent);
    session.stateChanged.connect(() => {
      const { phase } = session.state;
      if (phases[phases.length - 1] !== phase) {
        phases.push(phase);
      }
    });
    await session.lookUp(`https://doi.org/10.5281/zenodo.${id}`);
    return { session, id };
  }

  it('shows what comes before anything is downloaded', async () => {
    await page.writer.makeFolder('work');
    await page.writer.makeFolder('work/rivers-of-portugal');
    const { session, id } = await found(undefined, 'work');
    expect(session.state).toMatchObject({
      phase: 'found',
      problem: null,
      parent: 'work',
      name: 'rivers-of-portugal-2',
      record: { title: 'Rivers of Portugal', id, version: '1.2.0' }
    });
    expect(page.at.zenodo.count(/^GET .*content$/)).toBe(0);
    expect(page.writer.files.size).toBe(0);
  });

  it('downloads, goes to the folder, and tells what is there', async () => {
    const { session, id } = await found();
    session.setName('mine');
    await session.open();
    expect(phases).toEqual(['asking', 'looking', 'found', 'running', 'done']);
    expect(session.state.result).toEqual({
      folder: 'mine',
      files: 3,
      bytes: 10,
      notebooks: 1,
      leftOut: [{ name: '../evil', reason: 'outside' }],
      packageLists: ['requirements.txt']
    });
    expect([...page.writer.files.keys()]).toEqual([
      'mine/a.ipynb',
      'mine/data/x.csv',
      'mine/requirements.txt'
    ]);
    await session.publish();
    expect(page.calls).toEqual(['show mine', 'publish mine']);
    expect(page.noted).toEqual([
      {
        folder: 'mine',
        siteUrl: site.url,
        recordId: id,
        doi: `10.5281/zenodo.${id}`,
        conceptDoi: `10.5281/zenodo.${Number(id) - 1}`,
        title: 'Rivers of Portugal'
      }
    ]);
  });

  it('does not open with a name that no folder can have', async () => {
    const { session } = await found();
    session.setName('../up');
    expect(session.state.nameProblem).toMatch(/none of these/);
    await session.open();
    expect(session.state.phase).toBe('found');
    session.setName(' fine ');
    await session.open();
    expect(session.state.result?.folder).toBe('fine');
  });

  it.each([
    ['', /Paste the DOI/],
    ['10.17632/abc.1', /not of a site that is known here/],
    ['https://figshare.com/articles/1', /^figshare\.com is no site/],
    ['10.5281/zenodo.4711', /no published record of this number/]
  ])('says what is wrong with “%s”', async (address, words) => {
    const session = page.open();
    await session.lookUp(address);
    expect(session.state).toMatchObject({ phase: 'asking', address });
    expect(session.state.problem).toMatch(words);
    expect(session.state.signIn).toBeNull();
  });

  it('asks to sign in for restricted files, and goes on by itself', async () => {
    const { tokenOther, token } = page.at.zenodo.simulator.secrets;
    const access = { record: 'public', files: 'restricted' };
    const id = await page.at.publish({ a: 'a' }, { access });
    // The page's wallet is where the token of a site is.
    Object.defineProperty(page.at, 'token', {
      get: () => page.wallet.tokenOf(site.url)
    });
    const session = page.open();
    await session.lookUp(`10.5281/zenodo.${id}`);
    expect(session.state.problem).toMatch(/restricted/);
    expect(session.state.signIn).toMatchObject({ site, status: 'signed-out' });
    await session.signIn('wrong');
    expect(session.state.signIn?.refused).toMatch(/did not accept/);
    await session.signIn(tokenOther);
    expect(session.state.problem).toMatch(/your account on Zenodo may not/);
    expect(session.state.signIn).toBeNull();
    page.wallet.put(site.url, token);
    await session.lookUp(`10.5281/zenodo.${id}`);
    await session.open();
    expect(session.state.result?.files).toBe(1);
  });

  it('tells what is kept of a record that broke off, and removes it', async () => {
    const { session } = await found({ 'a.csv': '1', 'b.csv': '2' });
    page.at.onTheWay = (body, url) =>
      /b\.csv/.test(url) ? changed(body) : body;
    await session.open();
    expect(session.state).toMatchObject({
      phase: 'stopped',
      stop: {
        text: expect.stringMatching(/“b\.csv” did not arrive/) as string,
        isCancelled: false,
        kept: { folder: 'rivers-of-portugal', files: 1 }
      }
    });
    await session.removeKept();
    expect(session.state.stop).toMatchObject({
      kept: null,
      notice: 'The folder “rivers-of-portugal” was removed.'
    });
    expect(page.writer.files.size).toBe(0);
    page.at.onTheWay = body => body;
    await session.open();
    expect(session.state.result?.files).toBe(2);
  });

  it('keeps what was written when it is tried again, in another folder', async () => {
    const { session } = await found({ 'a.csv': '1', 'b.csv': '2' });
    page.at.onTheWay = (body, url) =>
      /b\.csv/.test(url) ? cutOff(body, 0) : body;
    await session.open();
    expect(session.state.stop?.text).toBe('Zenodo did not answer.');
    page.at.onTheWay = body => body;
    await session.open();
    expect(session.state.result?.folder).toBe('rivers-of-portugal-2');
    expect(page.writer.files.has('rivers-of-portugal/a.csv')).toBe(true);
  });

  it('is cancelled, and says that nothing was written', async () => {
    const { session } = await found();
    page.at.onTheWay = body => {
      session.cancel();
      return body;
    };
    await session.open();
    expect(session.state).toMatchObject({
      phase: 'stopped',
      stop: { isCancelled: true, kept: null }
    });
    expect([...page.writer.folders]).toEqual(['']);
  });

  it('says that the disk is full, and that the folder could not be removed', async () => {
    const { session } = await found({ 'a.csv': '1', 'b.csv': '2' });
    page.writer.before = path => {
      if (/b\.csv/.test(path)) {
        throw new FileWriteError(path, 'The disk of Jupyter’s server is full.');
      }
    };
    await session.open();
    expect(session.state.stop).toMatchObject({
      text: 'The disk of Jupyter’s server is full.',
      kept: { files: 1 }
    });
    page.writer.files.set('rivers-of-portugal/mine', new Uint8Array());
    await session.removeKept();
    expect(session.state.stop?.kept).not.toBeNull();
    expect(session.state.stop?.notice).toMatch(/not empty/);
    session.startAgain();
    expect(session.state).toMatchObject({ phase: 'asking', stop: null });
  });

  it('shows what it waits for', async () => {
    const { session } = await found();
    page.at.zenodo.simulator.faults.add({
      kind: 'server-error',
      match: { path: /content$/ }
    });
    const waits = new Set<string>();
    session.stateChanged.connect(() => {
      waits.add(session.state.progress?.waiting ?? '');
    });
    await session.open();
    expect([...waits].join()).toMatch(
      /Zenodo has a problem of its own\. Attempt 2 begins in \d s\./
    );
    expect(session.state.phase).toBe('done');
  });

  it('looks at the other site that a DOI may be of', async () => {
    const twin = { ...zenodoSandbox, id: 'twin', name: 'Twin' };
    page.sites = [zenodoSandbox, twin];
    const session = page.open();
    await session.lookUp('10.5072/zenodo.1');
    expect(session.state.sites).toEqual([twin, zenodoSandbox]);
    expect(session.state.siteId).toBe('twin');
    await session.chooseSite(zenodoSandbox.id);
    expect(session.state.siteId).toBe(zenodoSandbox.id);
  });

  it('is done with when the panel is closed', async () => {
    const { session } = await found();
    page.at.onTheWay = body => {
      session.dispose();
      return body;
    };
    await session.open();
    expect(page.writer.files.size).toBe(0);
  });
});

describe('A folder that a record was opened into', () => {
  it('proposes that record, though its notebooks do not name it', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    const { record } = desk.entry ?? {};
    first.dispose();
    // Another computer: nothing is known of it here.
    desk.journal.text = '';
    desk.opened = {
      note: async () => undefined,
      of: async selection =>
        selection[0] === 'rivers' && record
          ? [
              {
                folder: 'rivers',
                siteUrl: site.url,
                recordId: record.id,
                doi: record.doi,
                conceptDoi: record.conceptDoi,
                title: 'Rivers'
              }
            ]
          : []
    };
    const session = await desk.open('two');
    expect(session.state.version.last).toMatchObject({
      recordId: record?.id,
      isOwn: null
    });
    // The site's index lags behind.
    await desk.zenodo.clock.sleep(5_000);
    await session.account.signIn(desk.token);
    expect(session.state.version.last?.isOwn).toBe(true);
    expect(session.state.version.as).toBe('new-version');
  });
});
