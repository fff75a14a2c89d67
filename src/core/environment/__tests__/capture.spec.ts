import { execFileSync } from 'node:child_process';
import { CancelledError } from '../../error';
import { plainEnglish as trans } from '../../text';
import { ICapture, IModuleUse, captureEnvironment } from '../capture';
import { environmentFiles, requirementsText } from '../files';
import {
  KernelAnswerError,
  KernelUnavailableError,
  ScriptedKernel,
  noKernel
} from '../kernel';
import { FakeSite, RealPython, pythons } from './python';

const vcs = (url: string) =>
  JSON.stringify({ url, vcs_info: { vcs: 'git', commit_id: 'abc123' } });

const local = (url: string, editable = false) =>
  JSON.stringify({ url, dir_info: { editable } });

function uses(...names: string[]): IModuleUse[] {
  return names.map(name => ({ name, place: { path: 'nb/a.ipynb', cell: 2 } }));
}

function outcome(capture: ICapture) {
  return {
    modules: Object.fromEntries(
      capture.modules.map(m => [m.name, [m.kind, ...m.packages].join(' ')])
    ),
    lines: requirementsText(capture).split('\n').slice(2, -1),
    findings: capture.findings.map(f => f.id).sort()
  };
}

describe.each(pythons)('captureEnvironment in Python %#', python => {
  let site: FakeSite;
  let kernel: RealPython;

  beforeAll(() => {
    site = new FakeSite();
    kernel = new RealPython(python, site);
    site.install('Fake_YAML', '6.0.1', ['zpyaml/__init__.py']);
    site.install('zp-torch', '2.3.1+cpu', ['zptorch/__init__.py']);
    site.install('zp.single', '1.0', ['zpsingle.py']);
    site.install('zpns-auth', '2.0', ['zpns/auth/__init__.py']);
    site.install('zpns-core', '3.0', ['zpns/core/x.py']);
    site.install('zp-git', '0.1', ['zpgit.py'], {
      'direct_url.json': vcs('https://me:secret@github.com/me/zp-git')
    });
    site.install('zp-folder', '0.1', ['zpfolder.py'], {
      'direct_url.json': local('file:///home/me/zp-folder')
    });
    site.install('zp-conda', '1.5', ['zpconda.py'], {
      INSTALLER: 'conda\n',
      'direct_url.json': local('file:///croot/zp-conda_1/work')
    });
    site.write(site.work, 'zphelpers.py');
    site.write(site.work, 'zpforgotten.py');
    site.write(site.elsewhere, 'zpmine.py');
  });

  afterAll(() => site.dispose());

  const capture = (modules: IModuleUse[], files = ['nb/zphelpers.py']) =>
    captureEnvironment(kernel, { modules, files, trans });

  it('finds the distribution and version of each import', async () => {
    const found = await capture(
      uses('zpyaml', 'zpsingle', 'zpns.auth.transport', 'zpns', 'zpconda', 'os.path', 'json') // prettier-ignore
    );
    expect(outcome(found)).toEqual({
      modules: {
        zpyaml: 'installed Fake_YAML',
        zpsingle: 'installed zp.single',
        'zpns.auth.transport': 'installed zpns-auth',
        zpns: 'shared',
        zpconda: 'installed zp-conda',
        'os.path': 'standard',
        json: 'standard'
      },
      lines: [
        'Fake_YAML==6.0.1',
        'zp-conda==1.5',
        'zp.single==1.0',
        'zpns-auth==2.0'
      ],
      findings: ['environment.ambiguous']
    });
    const narrow = await capture(uses('zpns.auth', 'zpns.core.x'));
    expect(outcome(narrow).lines).toEqual(['zpns-auth==2.0', 'zpns-core==3.0']);
  });

  it('names the running Python', async () => {
    const version = execFileSync(
      python,
      ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'],
      { encoding: 'utf8' }
    ).trim();
    const found = await capture([]);
    expect(found.python).toBe(version);
    const { files, findings } = environmentFiles(found, 0, trans);
    expect(files.map(f => f.path)).toEqual(['runtime.txt', 'requirements.txt']);
    expect(files[0].content).toBe(`python-${version}\n`);
    expect(findings).toEqual([]);
  });

  it('flags what others cannot install', async () => {
    const found = await capture(uses('zptorch', 'zpgit', 'zpfolder'));
    expect(outcome(found)).toMatchObject({
      lines: [
        'zp-git @ git+https://github.com/me/zp-git@abc123',
        'zp-torch==2.3.1'
      ],
      findings: [
        'environment.from-url',
        'environment.local-install',
        'environment.local-version'
      ]
    });
    expect(JSON.stringify(found)).not.toMatch(/secret|home\/me/);
    expect(found.findings[0].place).toEqual({ path: 'nb/a.ipynb', cell: 2 });
  });

  it('tells modules of the bundle, of other folders and missing ones', async () => {
    const found = await capture([
      ...uses(
        'zphelpers',
        'zpforgotten',
        'zpmine',
        'zpnowhere',
        'zpnonascii_ü'
      ),
      { name: 'zpmaybe', optional: true }
    ]);
    expect(outcome(found)).toEqual({
      modules: {
        zphelpers: 'local',
        zpforgotten: 'local',
        zpmine: 'local',
        zpnowhere: 'missing',
        zpnonascii_ü: 'missing',
        zpmaybe: 'missing'
      },
      lines: [],
      findings: [
        'environment.not-installed',
        'environment.not-installed',
        'environment.optional-not-installed',
        'environment.own-module-elsewhere',
        'environment.own-module-left-out'
      ]
    });
    expect(found.findings.map(f => f.message)).toContain(
      'zpnowhere is imported, but it is not installed in this kernel.'
    );
  });

  it('finds editable installs that list no modules', async () => {
    const inside = new FakeSite();
    inside.install('zp-flit', '0.1', [], {
      'direct_url.json': local(`file://${inside.elsewhere}`, true)
    });
    inside.write(inside.elsewhere, 'zpflit.py');
    const found = await captureEnvironment(new RealPython(python, inside), {
      modules: uses('zpflit'),
      files: [],
      trans
    });
    const own = await captureEnvironment(new RealPython(python, inside), {
      modules: uses('zpflit'),
      files: ['zpflit.py'],
      trans
    });
    inside.dispose();
    expect(outcome(found)).toEqual({
      modules: { zpflit: 'installed zp-flit' },
      lines: [],
      findings: ['environment.local-install']
    });
    expect(outcome(own)).toEqual({
      modules: { zpflit: 'local' },
      lines: [],
      findings: []
    });
  });

  it('writes lines that pip reads', async () => {
    const found = await capture(
      uses('zpyaml', 'zpsingle', 'zpgit', 'zptorch', 'zpns.core')
    );
    const lines = outcome(found).lines;
    expect(lines).toHaveLength(5);
    // The vendored parser of pip; python3 of the system may be without pip.
    execFileSync(
      pythons[0],
      [
        '-c',
        'import sys\nfrom pip._vendor.packaging.requirements import Requirement\n[Requirement(line) for line in sys.argv[1:]]',
        ...lines
      ],
      { encoding: 'utf8' }
    );
  });
});

describe('captureEnvironment', () => {
  const options = { modules: uses('numpy'), files: [], trans };

  it('wants a Python kernel', async () => {
    await expect(
      captureEnvironment(noKernel('none'), options)
    ).rejects.toBeInstanceOf(KernelUnavailableError);
    await expect(
      captureEnvironment(noKernel('gone', 'python'), options)
    ).rejects.toThrow('gone');
    const r = new ScriptedKernel('', 'R');
    await expect(captureEnvironment(r, options)).rejects.toThrow('speaks R');
    expect(r.asked).toEqual([]);
  });

  it.each(['', 'None', '[]', '{"error": "ValueError: x"}', '{"python": "3"}'])(
    'does not trust the answer %s',
    async answer => {
      await expect(
        captureEnvironment(new ScriptedKernel(answer), options)
      ).rejects.toBeInstanceOf(KernelAnswerError);
    }
  );

  it('writes nothing into the files that an answer makes up', async () => {
    const answer = (name: string, version: string, direct_url?: object) =>
      JSON.stringify({
        python: '3.12',
        modules: { numpy: { kind: 'installed', distributions: ['numpy'] } },
        distributions: { numpy: { name, version, direct_url } }
      });
    for (const bad of [
      answer('numpy\n-e /etc', '1'),
      answer('numpy', '1\n--index-url=https://evil.example'),
      answer('numpy', '1', { url: 'ssh://git@host/x', vcs_info: { vcs: 'git', commit_id: 'a' } }), // prettier-ignore
      answer('numpy', '1', { url: 'https://x/y', vcs_info: { vcs: 'git', commit_id: 'a\nb' } }) // prettier-ignore
    ]) {
      const found = await captureEnvironment(new ScriptedKernel(bad), options);
      expect(outcome(found).lines).toEqual([]);
      expect(found.findings).toHaveLength(1);
    }
  });

  it('replaces packages of one system only', async () => {
    const answer = JSON.stringify({
      python: '3.12',
      modules: {
        numpy: {
          kind: 'installed',
          distributions: ['tensorflow-macos', 'pywin32']
        }
      },
      distributions: {
        'tensorflow-macos': { name: 'tensorflow-macos', version: '2.16' },
        pywin32: { name: 'pywin32', version: '306' }
      }
    });
    const found = await captureEnvironment(new ScriptedKernel(answer), options);
    expect(outcome(found)).toMatchObject({
      lines: ['tensorflow==2.16'],
      findings: ['environment.platform-only']
    });
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(
      captureEnvironment(new ScriptedKernel('{}'), {
        ...options,
        signal: abort.signal
      })
    ).rejects.toBeInstanceOf(CancelledError);
  });
});

describe('environmentFiles', () => {
  it.each([
    ['3.6', '3.7'],
    ['2.7', '3.7'],
    ['3.15', '3.14'],
    ['3.20', '3.14']
  ])('takes a Python that Binder has instead of %s', (version, nearest) => {
    const { files, findings } = environmentFiles(
      {
        python: version,
        conda: false,
        packages: [],
        modules: [],
        findings: []
      },
      0,
      trans
    );
    expect(files[0].content).toBe(`python-${nearest}\n`);
    expect(findings).toMatchObject([{ id: 'environment.python-version' }]);
  });
});
