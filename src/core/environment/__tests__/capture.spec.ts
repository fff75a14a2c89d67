import { execFileSync } from 'node:child_process';
import { plainEnglish as trans } from '../../text';
import { IModuleUse } from '../../uses/moduleUse';
import { captureEnvironment } from '../capture';
import { environmentFiles } from '../files';
import { outcome, uses } from './outcome';
import { FakeSite, RealPython, pythons } from './python';

const vcs = (url: string) =>
  JSON.stringify({ url, vcs_info: { vcs: 'git', commit_id: 'abc123' } });

const local = (url: string, editable = false) =>
  JSON.stringify({ url, dir_info: { editable } });

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
        'environment.from-private-url',
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
      { ...uses('zpmaybe')[0], optional: true }
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

  it('answers though a user gave names of Python another meaning', async () => {
    const found = await captureEnvironment(
      {
        language: 'python',
        evaluate: async code =>
          kernel.evaluate(`(lambda exec, json, sys: ${code})(1, 2, 3)`)
      },
      { modules: uses('zpyaml'), files: [], trans }
    );
    expect(outcome(found).lines).toEqual(['Fake_YAML==6.0.1']);
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
