import JSZip from 'jszip';
import { MOST_PICKED } from '../../core/bundle/pickedPlace';
import { jpeg, tiff } from '../../core/checks/__tests__/pictures';
import { ScriptedKernel } from '../../core/environment/kernel';
import type { IPickable } from '../actions/contentsActions';
import { PublicationSession } from '../session';
import { Desk } from './desk';

/** Put together here, so that no scanner takes this file for a leak. */
const secret = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

/** A file of the user's own computer. */
function given(
  name: string,
  content: string | Uint8Array,
  more: Partial<IPickable> = {}
): IPickable {
  const bytes =
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    lastModified: Date.UTC(2026, 0, 2),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    ...more
  };
}

function reasonOf(session: PublicationSession, path: string): string {
  const entry = session.state.contents.entries.find(one => one.path === path);
  return entry ? `${entry.included} ${entry.reason}` : 'not there';
}

function ids(session: PublicationSession): string[] {
  return session.state.findings.map(({ id }) => id);
}

async function zipOf(desk: Desk): Promise<JSZip> {
  return JSZip.loadAsync(await desk.zenodo.published('rivers.zip'));
}

describe('files from the user’s own computer', () => {
  it('go to the top of the bundle, and from there where they are put', async () => {
    const session = await new Desk().open();
    const before = session.state.contents.count;
    await session.picked.pick([given('environment.yml', 'channels: []\n')]);
    expect(reasonOf(session, 'environment.yml')).toBe(
      'true picked from your computer'
    );
    expect(session.state.contents).toMatchObject({
      count: before + 1,
      notPicked: [],
      picked: [{ path: 'environment.yml', isHere: true, replaces: false }]
    });
    expect(session.state.environment.file).toBe('environment.yml');
    await session.picked.move('environment.yml', '.binder/environment.yml');
    expect(reasonOf(session, 'environment.yml')).toBe('not there');
    expect(session.state.environment.file).toBe('.binder/environment.yml');
    await session.picked.remove('.binder/environment.yml');
    expect(session.state.environment.file).toBe('requirements.txt');
    expect(session.state.contents).toMatchObject({ count: before, picked: [] });
    session.dispose();
  });

  it('stay where they are while they cannot be elsewhere', async () => {
    const session = await new Desk().open();
    await session.picked.pick([given('a.txt', '1'), given('b.txt', '2')]);
    for (const to of ['', '../a.txt', 'b.txt', 'data', 'README.md/a.txt']) {
      await session.picked.move('a.txt', to);
      expect(session.state.contents.picked.map(({ path }) => path)).toEqual([
        'a.txt',
        'b.txt'
      ]);
    }
    session.dispose();
  });

  it('take the place of a file in the folder, in the bundle only', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.picked.pick([given('README.md', '# Mine\n')]);
    expect(session.state.contents.picked[0].replaces).toBe(true);
    // Its badge could only go into another file than the one that is archived.
    expect(session.state.publish.readme).toBe(null);
    await session.publication.publish();
    const zip = await zipOf(desk);
    expect(await zip.file('README.md')?.async('string')).toMatch(/^# Mine\n/);
    expect(new TextDecoder().decode(desk.files.bytes('rivers/README.md'))).toBe(
      '# Rivers\n\nAbout rivers.\n'
    );
  });

  it('go out byte for byte, with their size and checksum in the list', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    await session.picked.pick([given('.mask.bin', bytes)]);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    const zip = await zipOf(desk);
    expect(await zip.file('.mask.bin')?.async('uint8array')).toEqual(bytes);
    const crate = await zip.file('ro-crate-metadata.json')?.async('string');
    expect(crate).toContain('".mask.bin"');
    expect(desk.entry?.files.map(({ path }) => path)).toContain('.mask.bin');
  });

  it('are told from others of the same length that are no text, either', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.picked.pick([given('a.bin', Uint8Array.of(0xff, 0xfe))]);
    await session.publication.saveDraft();
    const fingerprint = desk.entry?.pack?.fingerprint;
    expect(fingerprint).toBeDefined();
    await session.picked.pick([given('a.bin', Uint8Array.of(0xfe, 0xff))]);
    await session.publication.publish();
    expect(desk.entry?.pack?.fingerprint).not.toBe(fingerprint);
    const zip = await zipOf(desk);
    expect(await zip.file('a.bin')?.async('uint8array')).toEqual(
      Uint8Array.of(0xfe, 0xff)
    );
  });

  it('get no badge in the folder, where another notebook may be', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const plot = desk.files.bytes('rivers/02-plot.ipynb');
    await session.picked.pick([given('02-plot.ipynb', plot)]);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect([...desk.badges.keys()]).toEqual(['rivers/01-clean.ipynb']);
    const [facts] = desk.asked;
    expect(facts).toMatchObject({ changed: ['rivers/01-clean.ipynb'] });
  });

  it('are looked through for secrets, which can be blanked out', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.picked.pick([given('keys.txt', `KEY=${secret}\n`)]);
    await session.checked();
    const stop = session.state.findings.find(({ stops }) => stops);
    expect(stop?.place).toMatchObject({ path: 'keys.txt', line: 1 });
    await session.publication.publish();
    expect(desk.zenodo.records).toEqual([]);
    const mask = stop?.fixes?.find(({ fix }) => fix.kind === 'edit-copy');
    await session.findings.apply(stop!, mask!, 'bundle');
    await session.publication.publish();
    const zip = await zipOf(desk);
    expect(await zip.file('keys.txt')?.async('string')).toBe(
      'KEY=***REMOVED***\n'
    );
  });

  it('are checked as all others: a picture says where it was taken', async () => {
    const session = await new Desk().open();
    const photo = jpeg(tiff('II', [0, 1, 2, 3, 4]));
    await session.picked.pick([given('photo.jpg', photo)]);
    await session.checked();
    expect(
      session.state.findings.filter(({ place }) => place?.path === 'photo.jpg')
    ).toHaveLength(1);
    session.dispose();
  });

  it('are refused when they are too much, cannot be read or have no proper name', async () => {
    const session = await new Desk().open();
    const gone = async (): Promise<ArrayBuffer> => {
      throw new Error('NotReadableError');
    };
    await session.picked.pick([
      given('half.bin', '', { size: MOST_PICKED + 1 }),
      given('gone.txt', '1', { arrayBuffer: gone }),
      given('a\\b.txt', '1'),
      given('data', '1'),
      given('fine.txt', '1')
    ]);
    const { picked, notPicked } = session.state.contents;
    expect(picked.map(({ path }) => path)).toEqual(['fine.txt']);
    expect(notPicked).toEqual([
      expect.stringMatching(/^“half\.bin” was not added: more than 50 MB/),
      '“gone.txt” could not be read. Pick it again.',
      expect.stringMatching(/^“a\\b\.txt” was not added\. .*Windows/),
      '“data” was not added. “data” is a folder in the bundle.'
    ]);
    await session.picked.pick([given('also.txt', '1')]);
    expect(session.state.contents.notPicked).toEqual([]);
    session.dispose();
  });

  it('count together, and one that is picked again only once', async () => {
    const session = await new Desk().open();
    const part = new Uint8Array(MOST_PICKED / 2);
    await session.picked.pick([given('a', part), given('b', part)]);
    await session.picked.pick([given('b', part), given('c', '1')]);
    const { picked, notPicked } = session.state.contents;
    expect(picked.map(({ path }) => path)).toEqual(['a', 'b']);
    expect(notPicked).toHaveLength(1);
    session.dispose();
  });
});

describe('a file of a kind that holds passwords', () => {
  it('goes in because it was picked by its name, and stops the upload', async () => {
    const session = await new Desk().open();
    await session.picked.pick([given('.env', 'A=1\n')]);
    await session.checked();
    expect(reasonOf(session, '.env')).toMatch(/^true picked/);
    expect(session.state.findings).toContainEqual(
      expect.objectContaining({ id: 'secrets.dotfile', stops: true })
    );
    session.dispose();
  });
});

describe('files with rules from the user’s own computer', () => {
  it('hold as those in the folder do, until they are removed', async () => {
    const desk = new Desk();
    const session = await desk.open();
    await session.picked.pick([given('.zenodoignore', '*.csv\n')]);
    expect(reasonOf(session, 'data/levels.csv')).toBe(
      'false left out: .zenodoignore'
    );
    await session.picked.move('.zenodoignore', 'data/.zenodoignore');
    expect(reasonOf(session, 'data/levels.csv')).toBe(
      'false left out: data/.zenodoignore'
    );
    await session.picked.remove('data/.zenodoignore');
    expect(reasonOf(session, 'data/levels.csv')).toMatch(/^true/);
    session.dispose();
  });

  it('hold as .gitignore only on request', async () => {
    const session = await new Desk().open();
    await session.picked.pick([given('.gitignore', '*.csv\n')]);
    expect(reasonOf(session, 'data/levels.csv')).toMatch(/^true/);
    await session.contents.setUsesGitignore(true);
    expect(reasonOf(session, 'data/levels.csv')).toMatch(/^false/);
    session.dispose();
  });

  it('hold as well when a kernel saw them', async () => {
    const desk = new Desk();
    desk.kernel = new ScriptedKernel(
      JSON.stringify({ '.zenodoignore': '*.csv\n', '.zenodo.json': '{}' })
    );
    const session = await desk.open();
    await session.picked.pick([given('.zenodo.json', '{"title": "Mine"}')]);
    await session.contents.findHidden();
    expect(reasonOf(session, 'data/levels.csv')).toMatch(/^false/);
    // What the user picked is not replaced by what a kernel saw.
    expect(reasonOf(session, '.zenodo.json')).toMatch(/^true picked/);
    session.dispose();
    const again = await desk.open();
    expect(reasonOf(again, 'data/levels.csv')).toMatch(/^false/);
    again.dispose();
  });
});

describe('after the page was loaded again', () => {
  it('they are missed, and come back to where they were', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.picked.pick([given('requirements.txt', 'pandas==2.2.0\n')]);
    await first.picked.move('requirements.txt', '.binder/requirements.txt');
    first.dispose();
    // Not a byte of it is kept.
    expect([...desk.forms.values()].join()).not.toContain('pandas');

    const session = await desk.open();
    await session.account.signIn(desk.token);
    expect(session.state.contents.picked).toEqual([
      {
        key: expect.any(String),
        path: '.binder/requirements.txt',
        name: 'requirements.txt',
        size: 14,
        isHere: false,
        replaces: false
      }
    ]);
    expect(ids(session)).toContain('contents.pick-again');
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.lines.filter(line => /POST/.test(line))).toEqual([]);

    await session.picked.pick([given('requirements.txt', 'pandas==2.2.0\n')]);
    expect(ids(session)).not.toContain('contents.pick-again');
    expect(reasonOf(session, '.binder/requirements.txt')).toMatch(/^true/);
    await session.publication.publish();
    const zip = await zipOf(desk);
    expect(await zip.file('.binder/requirements.txt')?.async('string')).toBe(
      'pandas==2.2.0\n'
    );
  });

  it('they can be picked under another name, or be given up', async () => {
    const desk = new Desk();
    const first = await desk.open();
    await first.picked.pick([given('a.txt', '1'), given('b.txt', '1')]);
    first.dispose();
    const session = await desk.open();
    await session.picked.pick([given('renamed.txt', '2')], 'a.txt');
    await session.picked.remove('b.txt');
    expect(session.state.contents.picked).toMatchObject([
      { path: 'a.txt', name: 'renamed.txt', isHere: true }
    ]);
    expect(ids(session)).not.toContain('contents.pick-again');
    session.dispose();
  });

  it('they are missed no more when they are in a record', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.picked.pick([given('.zenodo.json', '{}')]);
    await first.publication.publish();
    const session = await desk.open();
    expect(session.state.phase).toBe('published');
    expect(ids(session)).not.toContain('contents.pick-again');
  });

  it('an unfinished upload goes on with the same bytes', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.picked.pick([given('.zenodo.json', '{}')]);
    await first.publication.saveDraft();
    expect(first.state.phase).toBe('uploaded');
    const { fingerprint } = desk.entry?.pack ?? {};
    first.dispose();
    const session = await desk.open();
    await session.account.signIn(desk.token);
    await session.picked.pick([given('.zenodo.json', '{}')]);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(desk.entry?.pack?.fingerprint).toBe(fingerprint);
    expect(desk.zenodo.records).toHaveLength(1);
  });
});

describe('what was chosen for a picked file', () => {
  it('goes along when it is put elsewhere, and not with another file', async () => {
    const session = await new Desk().open();
    await session.picked.pick([given('runtime.txt', 'python-3.12.4\n')]);
    const bad =
      session.state.findings.find(({ id }) => id === 'binder.runtime-format') ??
      session.state.findings.find(({ id }) => id.startsWith('binder.runtime'));
    await session.findings.apply(bad!, bad!.fixes![0], 'folder');
    expect(reasonOf(session, 'runtime.txt')).toBe(
      'true changed here, in the bundle only'
    );
    await session.picked.move('runtime.txt', '.binder/runtime.txt');
    expect(reasonOf(session, '.binder/runtime.txt')).toBe(
      'true changed here, in the bundle only'
    );
    expect(session.previews.of('.binder/runtime.txt')?.text).toBe(
      'python-3.12\n'
    );
    await session.picked.pick(
      [given('runtime.txt', 'python-3.11\n')],
      '.binder/runtime.txt'
    );
    expect(session.previews.of('.binder/runtime.txt')?.text).toBe(
      'python-3.11\n'
    );
    session.contents.setIncluded('.binder/runtime.txt', false);
    await session.picked.remove('.binder/runtime.txt');
    await session.picked.pick(
      [given('runtime.txt', 'python-3.11\n')],
      '.binder/runtime.txt'
    );
    expect(reasonOf(session, '.binder/runtime.txt')).toMatch(/^true picked/);
    session.dispose();
  });
});
