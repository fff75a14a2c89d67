/** Nothing that lies on the server, or in a notebook, leads the token elsewhere. */
import { site } from '../../core/publish/__tests__/simulatedSite';
import { journalFormat } from '../../core/publish/journalDocument';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import type { IHttpRequest } from '../../core/zenodo/http';
import { PublicationSession } from '../session';
import { Desk } from './desk';

const evil = 'https://zenodo.example.net';

/** Every request of the desk's pages, with what it carried. */
function watched(desk: Desk): IHttpRequest[] {
  const requests: IHttpRequest[] = [];
  desk.zenodo.before = (_line, request) => {
    requests.push(request);
  };
  return requests;
}

function expectOnlyToSite(requests: readonly IHttpRequest[]): void {
  expect(requests.length).toBeGreaterThan(0);
  for (const { url } of requests) {
    const { origin, pathname } = new URL(url);
    expect(origin).toBe(site.url);
    expect(pathname).toMatch(/^\/api\//);
    expect(decodeURIComponent(pathname)).not.toMatch(/\/\.\.?(\/|$)/);
  }
}

/** Change the journal as an editor would. */
function edit(
  desk: Desk,
  change: (entry: Record<string, unknown>) => void
): void {
  const document = JSON.parse(desk.journal.text) as {
    publications: Record<string, Record<string, unknown>>;
  };
  change(document.publications.one);
  desk.journal.text = JSON.stringify(document);
}

/** A draft that waits, in a journal that was edited then. */
async function waiting(
  change: (entry: Record<string, unknown>) => void
): Promise<Desk> {
  const desk = new Desk();
  const session = await desk.openReady();
  await session.publication.saveDraft();
  session.dispose();
  edit(desk, change);
  return desk;
}

async function resume(desk: Desk): Promise<PublicationSession> {
  const session = await desk.openReady();
  await session.publication.publish();
  if (session.state.phase === 'stopped') {
    await session.publication.resume();
  }
  return session;
}

describe('a journal that was edited by hand', () => {
  it.each<[string, Partial<IJournalEntry>]>([
    ['another address', { siteUrl: evil }],
    ['another address and site', { siteUrl: evil, siteId: 'evil' }],
    ['an address as the site', { siteId: evil }],
    ['a script as the address', { siteUrl: 'javascript:alert(1)' }]
  ])('sends the token nowhere else: %s', async (_, change) => {
    const desk = await waiting(entry => Object.assign(entry, change));
    const requests = watched(desk);
    const session = await resume(desk);
    expectOnlyToSite(requests);
    expect(session.state.account.site).toEqual(site);
    expect(session.state.phase).toBe('published');
    session.dispose();
  });

  it('does not take the draft of another site for one of the same number here', async () => {
    const desk = await waiting(entry => {
      entry.siteUrl = evil;
      entry.step = 'publish';
      entry.status = 'begun';
    });
    const other = desk.zenodo.drafts[0];
    await desk.zenodo.byHand('POST', `records/${other}/draft/actions/publish`);
    const session = await desk.openReady();
    expect(session.state).toMatchObject({
      phase: 'editing',
      publish: { draft: null, trouble: null }
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.doi).not.toContain(other);
    session.dispose();
  });

  it.each([
    '../../user/records',
    '..',
    '.',
    '1/../../x',
    '..%2f..%2fx',
    'a\\..\\b',
    '1?x=1',
    '1#x',
    '//zenodo.example.net/x',
    ' 1',
    ''
  ])('leads to no other path by the id %j', async id => {
    const desk = await waiting(entry => {
      (entry.draft as Record<string, unknown>).id = id;
    });
    const requests = watched(desk);
    const session = await resume(desk);
    expectOnlyToSite(requests);
    expect(requests.some(({ url }) => url.includes('example.net'))).toBe(false);
    session.dispose();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not led astray by the name %s',
    async name => {
      const desk = await waiting(() => undefined);
      const entry = JSON.stringify(desk.entry);
      const forged = entry.replace('"id":"one"', `"id":"${name}"`);
      const odd = `{"polluted":"yes","fields":{"__proto__":"x"}}`;
      desk.journal.text = `{"format":${journalFormat},"__proto__":${odd},"publications":{"${name}":${forged},"one":${entry.slice(0, -1)},"__proto__":${odd}}}}`;
      const session = await resume(desk);
      expect(session.state.phase).toBe('published');
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
      const other = await desk.openBeside(name);
      await other.account.signIn(desk.token);
      other.metadata.set(desk.metadata);
      expect(other.state.phase).toBe('editing');
      expect(other.state.publish.trouble).toBeNull();
      session.dispose();
      other.dispose();
    }
  );
});

describe('a notebook that says where it was published', () => {
  it.each([
    { site: evil, record: '7', doi: '10.5281/zenodo.7' },
    { site: 'javascript:alert(1)', record: '7', doi: '10.5281/zenodo.7' },
    { site: site.url, record: '../../user', doi: '10.5281/zenodo.7' },
    { site: site.url, record: '7" OR owner:"1', doi: '10.5281/zenodo.7' },
    { site: site.url, record: '7', doi: 'javascript:alert(1)' },
    { site: `${site.url}@zenodo.example.net`, record: '7', doi: '10.5281/x' }
  ])('leads the token nowhere: %j', async identity => {
    const desk = new Desk();
    const path = 'rivers/01-clean.ipynb';
    const text = new TextDecoder().decode(desk.files.bytes(path));
    const whole = JSON.parse(text) as { metadata: object };
    whole.metadata = {
      ...whole.metadata,
      zenodo_publisher: { version: 1, ...identity }
    };
    await desk.files.write(path, JSON.stringify(whole));
    const requests = watched(desk);
    const session = await resume(desk);
    expectOnlyToSite(requests);
    const { last, records } = session.state.version;
    for (const { doiUrl } of [...records, ...(last ? [last] : [])]) {
      expect(new URL(doiUrl).origin).toBe(site.doiResolver);
    }
    session.dispose();
  });
});

describe('error details that can be copied', () => {
  it('have no token, no address of people and no home folder', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const private_ = `${desk.token} ana@example.org /home/ana/x C:\\Users\\ana\\x`;
    desk.zenodo.after = line => {
      if (line.endsWith('/content')) {
        desk.zenodo.after = () => undefined;
        throw Object.assign(new Error(`Broken: ${private_}`), {
          cause: new Error(`At http://h/api?token=abc ${private_}`)
        });
      }
    };
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    session.copy.details();
    const [copied] = desk.copied;
    expect(copied).toContain('Broken:');
    for (const word of [desk.token, 'ana', 'abc', 'example.org']) {
      expect(copied).not.toContain(word);
    }
    session.dispose();
  });
});
