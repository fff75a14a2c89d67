import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainEnglish as trans } from '../../text';
import { captureEnvironment } from '../capture';
import { outcome, uses } from './outcome';
import { FakeSite, RealPython, pythons } from './python';

const local = (url: string, editable = false) =>
  JSON.stringify({ url, dir_info: { editable } });

describe.each(pythons)('a project of its own, in Python %#', python => {
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

  it('installs a project of the bundle from its folder', async () => {
    const inside = new FakeSite();
    inside.install('zp-own', '0.1', [], {
      'direct_url.json': local(`file://${inside.work}/packages/own`, true)
    });
    inside.write(inside.work, 'packages/own/src/zpown/__init__.py');
    inside.write(inside.elsewhere, 'zpother.py');
    const source = `${inside.work}/packages/own/src`;
    const found = await captureEnvironment(
      new RealPython(python, inside, {
        PYTHONPATH: [inside.site, source].join(':')
      }),
      {
        modules: uses('zpown'),
        files: ['nb/packages/own/pyproject.toml', 'nb/a.ipynb'],
        trans
      }
    );
    inside.dispose();
    expect(outcome(found)).toEqual({
      modules: { zpown: 'installed zp-own' },
      lines: ['./nb/packages/own'],
      findings: []
    });
  });

  it('joins the names of conda by its list of files', async () => {
    const inside = new FakeSite();
    inside.install('zp-gdal', '3.9', ['zposgeo/__init__.py'], {
      INSTALLER: 'conda\n'
    });
    inside.install('zp-pip', '1.0', ['zppip.py'], { INSTALLER: 'pip\n' });
    inside.write(inside.site, 'zproot.py');
    const meta = (name: string, version: string, ...files: string[]) =>
      inside.write(
        inside.root,
        `conda-meta/${name}-${version}-h0_0.json`,
        JSON.stringify({ name, version, channel: 'conda-forge', files })
      );
    const at = 'lib/python3.12/site-packages';
    meta('zp-libgdal-python', '3.9', `${at}/zp_gdal-3.9.dist-info/METADATA`);
    meta('zp-root-base', '6.3', `${at}/zproot.py`, 'bin/root');
    inside.write(inside.root, 'conda-meta/broken.json', '{');
    inside.write(inside.root, 'conda-meta/history', '');
    const found = await captureEnvironment(
      new RealPython(python, inside, { ZP_PREFIX: inside.root }),
      { modules: uses('zposgeo', 'zproot', 'zppip'), files: [], trans }
    );
    inside.dispose();
    expect(found).toMatchObject({ conda: true, needsConda: true });
    expect(found.packages.map(({ conda }) => conda)).toEqual([
      { name: 'zp-libgdal-python', version: '3.9' },
      null,
      { name: 'zp-root-base', version: '6.3' }
    ]);
  });

  it('describes what is needed and installed, and the partners', async () => {
    const inside = new FakeSite();
    inside.install('pandas', '2.0', ['zppandas.py', 'pandas.py']);
    inside.install('openpyxl', '3.1', ['openpyxl/__init__.py']);
    inside.install('numpy', '1.26', ['numpy/__init__.py']);
    const found = await captureEnvironment(new RealPython(python, inside), {
      modules: uses('pandas'),
      files: [],
      code: [
        {
          place: { path: 'nb/a.ipynb', cell: 4 },
          source: 'pandas.read_excel("a.xlsx")'
        }
      ],
      trans
    });
    inside.dispose();
    expect(outcome(found)).toEqual({
      modules: { pandas: 'installed pandas' },
      lines: ['numpy==1.26', 'openpyxl==3.1', 'pandas==2.0'],
      findings: ['environment.needed']
    });
    expect(found.packages.map(({ reason }) => reason)).toEqual([
      'partner',
      'call',
      'import'
    ]);
    expect(found.sources).toEqual(['nb/a.ipynb']);
  });

  it('tells what a declared distribution always needs', async () => {
    const inside = new FakeSite();
    inside.install('zp-top', '1.0', ['zptop.py'], {
      METADATA:
        'Metadata-Version: 2.1\nName: zp-top\nVersion: 1.0\nRequires-Dist: Zp_Low (>=1)\nRequires-Dist: zp-win; sys_platform == "win32"\nRequires-Dist: zp-more ; extra == "more"\n'
    });
    const found = await captureEnvironment(new RealPython(python, inside), {
      modules: [],
      files: [],
      declared: ['zp-top', 'zp-nowhere'],
      trans
    });
    inside.dispose();
    expect(found.requires.get('zp-top')).toEqual(['zp-low', 'zp-win']);
    expect(found.requires.has('zp-nowhere')).toBe(false);
    expect(found.packages).toEqual([]);
  });

  it('says what lies in the account of the user only', async () => {
    const inside = new FakeSite();
    const environment = { PYTHONUSERBASE: `${inside.root}/account` };
    const place = execFileSync(
      python,
      ['-c', 'import site; print(site.getusersitepackages())'],
      { encoding: 'utf8', env: { ...process.env, ...environment } }
    ).trim();
    inside.install('zp-account', '1.0', ['zpaccount.py']);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(inside.site, place);
    const ask = async (more: Record<string, string>) =>
      outcome(
        await captureEnvironment(new RealPython(python, inside, more), {
          modules: uses('zpaccount'),
          files: [],
          trans
        })
      );
    const found = await ask(environment);
    const other = await ask({});
    inside.dispose();
    expect(found).toMatchObject({
      lines: ['zp-account==1.0'],
      findings: ['environment.user-site']
    });
    expect(other.findings).toEqual([]);
  });
});
