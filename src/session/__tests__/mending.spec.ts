import {
  InThreadScanner,
  IScanItem
} from '../../core/checks/secrets/secretScanner';
import { ScriptedKernel } from '../../core/environment/kernel';
import { FileAccessError } from '../../core/files';
import type { IFinding, IFix } from '../../core/finding';
import { PublicationSession } from '../session';
import { Desk } from './desk';

/** Put together here, so that no scanner takes this file for a leak. */
const secret = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

/** A notebook with one code cell. */
function code(source: string): string {
  return JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        id: 'a',
        metadata: {},
        execution_count: 1,
        outputs: [],
        source
      }
    ],
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3' },
      language_info: { name: 'python', version: '3.12.4' }
    },
    nbformat: 4,
    nbformat_minor: 5
  });
}

function found(session: PublicationSession, id: string): IFinding {
  const finding = session.state.findings.find(one => one.id.startsWith(id));
  if (!finding) {
    const ids = session.state.findings.map(one => one.id);
    throw new Error(`No ${id} among ${ids.join(', ')}`);
  }
  return finding;
}

function has(session: PublicationSession, id: string): boolean {
  return session.state.findings.some(one => one.id.startsWith(id));
}

/** Wait until nothing is looked into any more. */
async function settled(session: PublicationSession): Promise<void> {
  await session.contents.reload();
  await session.checked();
}

function reasonOf(session: PublicationSession, path: string): string {
  const entry = session.state.contents.entries.find(one => one.path === path);
  return entry ? `${entry.included} ${entry.reason}` : 'not there';
}

describe('files that notebooks use', () => {
  it('come along, and what they use, too; the rest of their folder is shown', async () => {
    const desk = new Desk(undefined, ['work/a.ipynb']);
    desk.files.write('work/a.ipynb', code('import tools\nopen("data/x.csv")'));
    desk.files.write('work/tools.py', 'import numpy\nopen("data/y.csv")\n');
    desk.files.write('work/data/x.csv', '1');
    desk.files.write('work/data/y.csv', '1');
    desk.files.write('work/data/z.csv', '1');
    const session = await desk.open();
    await settled(session);
    expect(reasonOf(session, 'data/x.csv')).toMatch(/^true read by a\.ipynb/);
    expect(reasonOf(session, 'tools.py')).toMatch(/^true imported by a\.ipynb/);
    expect(reasonOf(session, 'data/y.csv')).toMatch(/^true read by/);
    expect(reasonOf(session, 'data/z.csv')).toMatch(/^false left out/);
    expect(has(session, 'uses.left-out')).toBe(false);
    expect(
      session.state.environment.coverage?.modules.map(({ name }) => name)
    ).toEqual(['numpy']);
    session.dispose();
  });

  it('are missed when they are not there, and when the user unticks them', async () => {
    const desk = new Desk(undefined, ['work/a.ipynb']);
    desk.files.write('work/a.ipynb', code('open("x.csv")\nopen("no.csv")'));
    desk.files.write('work/x.csv', '1');
    const session = await desk.open();
    await settled(session);
    expect(found(session, 'uses.missing').place).toMatchObject({ cell: 0 });
    session.contents.setIncluded('x.csv', false);
    await settled(session);
    const finding = found(session, 'uses.left-out');
    const [fix] = finding.fixes ?? [];
    await session.findings.apply(finding, fix, 'folder');
    await settled(session);
    expect(reasonOf(session, 'x.csv')).toMatch(/^true/);
    session.dispose();
  });
});

describe('what is left out', () => {
  it('comes in with its folder, when that is ticked', async () => {
    const desk = new Desk(undefined, ['rivers/01-clean.ipynb']);
    const session = await desk.open();
    await settled(session);
    expect(reasonOf(session, 'data')).toMatch(/^false/);
    session.contents.setIncluded('data', true);
    await settled(session);
    expect(reasonOf(session, 'data/levels.csv')).toMatch(/^true/);
    session.dispose();
  });

  it('follows the settings, and on request .gitignore', async () => {
    const desk = new Desk();
    desk.ignored = ['*.tmp'];
    desk.files.write('rivers/a.tmp', '');
    desk.files.write('rivers/b.log2', '');
    desk.files.write('rivers/.gitignore', '*.log2\n');
    const session = await desk.open();
    await settled(session);
    expect(reasonOf(session, 'a.tmp')).toMatch(/^false .*settings/);
    expect(reasonOf(session, 'b.log2')).toMatch(/^true/);
    await session.contents.setUsesGitignore(true);
    expect(reasonOf(session, 'b.log2')).toMatch(/^false .*\.gitignore/);
    session.dispose();
    const again = await desk.open();
    expect(reasonOf(again, 'b.log2')).toMatch(/^false/);
    again.dispose();
  });

  it('is another root’s matter, with the paths from there', async () => {
    const desk = new Desk(undefined, ['work/deep/a.ipynb']);
    desk.files.write('work/deep/a.ipynb', code('1'));
    desk.files.write('work/requirements.txt', 'numpy==2.0.0\n');
    const session = await desk.open();
    await settled(session);
    expect(session.state.contents).toMatchObject({
      root: 'work/deep',
      roots: ['work/deep', 'work', ''],
      above: [{ path: 'requirements.txt', included: false }]
    });
    session.contents.setAbove('requirements.txt', true);
    await settled(session);
    expect(reasonOf(session, 'requirements.txt')).toMatch(/^true/);
    expect(session.state.environment.file).toBe('requirements.txt');
    await session.contents.setRoot('work');
    await settled(session);
    expect(reasonOf(session, 'deep/a.ipynb')).toMatch(/^true/);
    expect(session.state.contents.roots).toEqual(['work/deep', 'work', '']);
    session.dispose();
  });
});

describe('hidden files', () => {
  it('are read by the kernel, where the server keeps them back', async () => {
    const desk = new Desk();
    desk.kernel = new ScriptedKernel(
      JSON.stringify({ '.zenodo.json': '{}', '.binder/requirements.txt': 'x' })
    );
    const session = await desk.open();
    await settled(session);
    await session.contents.findHidden();
    expect(reasonOf(session, '.zenodo.json')).toMatch(/^true .*kernel/);
    expect(reasonOf(session, '.binder/requirements.txt')).toMatch(/^true/);
    expect(session.state.environment.file).toBe('.binder/requirements.txt');
    session.dispose();
  });

  it('are not found where no kernel answers, and nothing breaks', async () => {
    const session = await new Desk().open();
    await settled(session);
    await session.contents.findHidden();
    expect(reasonOf(session, '.zenodo.json')).toBe('not there');
    session.dispose();
  });
});

describe('a finding', () => {
  async function withBadRuntime(): Promise<{
    desk: Desk;
    session: PublicationSession;
    finding: IFinding;
  }> {
    const desk = new Desk();
    desk.files.write('rivers/runtime.txt', 'python-3.12.4\n');
    const session = await desk.open();
    await settled(session);
    expect(session.state.environment.accepted).toBe(false);
    return { desk, session, finding: found(session, 'binder.runtime') };
  }

  it('is mended in the folder', async () => {
    const { desk, session, finding } = await withBadRuntime();
    await session.findings.apply(finding, finding.fixes![0], 'folder');
    expect(new TextDecoder().decode(desk.files.bytes('rivers/runtime.txt'))).toBe('python-3.12\n'); // prettier-ignore
    expect(session.state.environment).toMatchObject({
      accepted: true,
      pythonVersion: '3.12'
    });
    session.dispose();
  });

  it('is mended in the bundle only, also over a reload of the page', async () => {
    const { desk, session, finding } = await withBadRuntime();
    await session.findings.apply(finding, finding.fixes![0], 'bundle');
    await settled(session);
    expect(new TextDecoder().decode(desk.files.bytes('rivers/runtime.txt'))).toBe('python-3.12.4\n'); // prettier-ignore
    expect(session.state.environment.accepted).toBe(true);
    session.dispose();
    const again = await desk.open();
    expect(again.state.environment.accepted).toBe(true);
    again.dispose();
  });

  it('is not mended over newer work', async () => {
    const { desk, session, finding } = await withBadRuntime();
    desk.files.write('rivers/runtime.txt', 'python-3.11.1\n');
    await session.findings.apply(finding, finding.fixes![0], 'folder');
    expect(found(session, 'findings.not-mended').message).toMatch(/changed/);
    expect(new TextDecoder().decode(desk.files.bytes('rivers/runtime.txt'))).toBe('python-3.11.1\n'); // prettier-ignore
    session.dispose();
  });

  it('is mended with all files that belong together, or not at all', async () => {
    const { desk, session, finding } = await withBadRuntime();
    const text = (path: string) => desk.files.bytes(path) && new TextDecoder().decode(desk.files.bytes(path)); // prettier-ignore
    const also = { path: 'runtime.txt', after: 'python-3.13\n' };
    const fix = (before: string | null): IFix => ({
      label: '',
      fix: {
        kind: 'write-file',
        ...{ path: 'new.txt', before: null, after: 'a' },
        also: [{ ...also, before }]
      }
    });
    await session.findings.apply(finding, fix(null), 'folder');
    expect(has(session, 'findings.not-mended')).toBe(true);
    expect(session.state.contents.entries.map(({ path }) => path)).not.toContain('new.txt'); // prettier-ignore
    await session.findings.apply(finding, fix('python-3.12.4\n'), 'folder');
    expect(has(session, 'findings.not-mended')).toBe(false);
    expect(text('rivers/runtime.txt')).toBe('python-3.13\n');
    expect(text('rivers/new.txt')).toBe('a');
    session.dispose();
  });

  it('is set aside, and brought back', async () => {
    const { desk, session, finding } = await withBadRuntime();
    session.findings.ignore(finding);
    expect(has(session, 'binder.runtime')).toBe(false);
    expect(session.state.setAside).toMatchObject([
      { finding: { id: 'binder.runtime' }, reason: '' }
    ]);
    session.dispose();
    const again = await desk.open();
    expect(has(again, 'binder.runtime')).toBe(false);
    again.findings.bringBack(again.state.setAside[0].finding);
    expect(has(again, 'binder.runtime')).toBe(true);
    again.dispose();
  });
});

describe('a possible secret', () => {
  async function withSecret(): Promise<{
    desk: Desk;
    session: PublicationSession;
  }> {
    const desk = new Desk();
    desk.files.write('rivers/02-plot.ipynb', code(`key = '${secret}'`));
    const session = await desk.openReady();
    await settled(session);
    return { desk, session };
  }

  it('stops the upload before it begins', async () => {
    const { desk, session } = await withSecret();
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(desk.zenodo.drafts).toEqual([]);
    expect(found(session, 'secrets.github')).toMatchObject({ stops: true });
    session.findings.ignore(found(session, 'secrets.github'));
    session.findings.accept(found(session, 'secrets.github'), '  ');
    expect(has(session, 'secrets.github')).toBe(true);
    expect(JSON.stringify(session.state)).not.toContain(secret);
    expect([...desk.forms.values()].join()).not.toContain(secret);
    session.dispose();
  });

  it('that came after the last look keeps everything from being sent', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await settled(session);
    desk.files.write('rivers/new.txt', `see ${secret}\n`);
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(found(session, 'secrets.github').place?.path).toBe('new.txt');
    expect(desk.zenodo.drafts).toEqual([]);
    session.dispose();
  });

  it('goes out when it is accepted with a reason', async () => {
    const { desk, session } = await withSecret();
    session.findings.accept(found(session, 'secrets.github'), 'it is revoked');
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(desk.zenodo.records).toHaveLength(1);
    session.dispose();
  });

  it('is blanked out in the copy', async () => {
    const { desk, session } = await withSecret();
    const finding = found(session, 'secrets.github');
    await session.findings.apply(finding, finding.fixes![0], 'bundle');
    await settled(session);
    expect(has(session, 'secrets.github')).toBe(false);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    const zip = await desk.zenodo.published('rivers.zip');
    expect(new TextDecoder('latin1').decode(zip)).not.toContain(secret);
    session.dispose();
  });

  it('is looked for once more in what goes out', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    // As if the look before had missed it: that one takes a file at a time.
    const scan = InThreadScanner.prototype.scan;
    const spy = jest
      .spyOn(InThreadScanner.prototype, 'scan')
      .mockImplementation(async function (
        this: InThreadScanner,
        items,
        signal
      ) {
        const all = [...(items as Iterable<IScanItem>)];
        return all.length === 1 ? [] : scan.call(this, all, signal);
      });
    desk.files.write('rivers/data/levels.csv', `day\n${secret}\n`);
    await session.publication.publish();
    spy.mockRestore();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble?.happened).toMatch(/possible secret/);
    expect(found(session, 'secrets.github').place?.path).toBe(
      'data/levels.csv'
    );
    expect(desk.zenodo.records).toEqual([]);
    session.dispose();
  });
});

describe('a file that the server does not hand out', () => {
  it('is left out, that is said, and it goes on without it', async () => {
    const desk = new Desk();
    desk.files.write('rivers/link.bin', new Uint8Array(6 * 1024 * 1024));
    const session = await desk.openReady();
    await settled(session);
    desk.beforeRead = path => {
      if (path === 'rivers/link.bin') {
        throw new FileAccessError(path, '“link.bin” may not be read.');
      }
    };
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble?.next).toMatch(/left out now/);
    expect(found(session, 'bundle.unreadable').message).toMatch(
      /link to outside.*cannot be included here/
    );
    await session.publication.resume();
    expect(session.state.phase).toBe('published');
    expect(desk.entry?.files.map(({ path }) => path)).not.toContain('link.bin');
    session.dispose();
  });
});

describe('a look into the files that breaks', () => {
  it('is said, and the rest goes on', async () => {
    const desk = new Desk();
    const spy = jest
      .spyOn(InThreadScanner.prototype, 'scan')
      .mockRejectedValue(new TypeError('of our own making'));
    const session = await desk.open();
    await settled(session);
    spy.mockRestore();
    const { message } = found(session, 'contents.not-looked-into');
    expect(message).toContain('TypeError');
    expect(message).not.toContain('of our own making');
    expect(session.state.environment.accepted).toBe(true);
    await settled(session);
    expect(has(session, 'contents.not-looked-into')).toBe(false);
    session.dispose();
  });
});
