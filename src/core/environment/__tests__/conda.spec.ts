import { parse } from 'yaml';
import { plainEnglish as trans } from '../../text';
import { captureEnvironment } from '../capture';
import { publicChannel } from '../condaOnly';
import { environmentFiles } from '../files';
import { ScriptedKernel } from '../kernel';

const forge = 'https://conda.anaconda.org/conda-forge/linux-64';

function distribution(name: string, version: string, conda?: object) {
  return {
    name,
    version,
    installer: conda ? 'conda' : 'pip',
    ...(conda ? { conda } : {})
  };
}

/** A conda environment with matplotlib (conda names it otherwise), a package by pip, and one more. */
async function capture(extra: object, alone: object = {}) {
  const distributions = {
    matplotlib: distribution('matplotlib', '3.9.1', {
      name: 'matplotlib-base',
      version: '3.9.1',
      channel: forge
    }),
    humanize: distribution('humanize', '4.0'),
    extra
  };
  const modules: Record<string, object> = {
    matplotlib: { kind: 'installed', distributions: ['matplotlib'] },
    humanize: { kind: 'installed', distributions: ['humanize'] },
    extra: { kind: 'installed', distributions: ['extra'] }
  };
  for (const name of Object.keys(alone)) {
    modules[name] = { kind: 'conda', distributions: [name] };
  }
  const answer = {
    python: '3.12',
    conda: true,
    modules,
    distributions,
    conda_packages: alone
  };
  return captureEnvironment(new ScriptedKernel(JSON.stringify(answer)), {
    modules: Object.keys(modules).map(name => ({
      name,
      language: 'python',
      places: [{ path: 'a.ipynb', cell: 0 }],
      optional: false
    })),
    files: [],
    trans
  });
}

describe('a conda environment', () => {
  it('is for pip where pip can install it all', async () => {
    const numpy = { name: 'numpy', version: '2.0', channel: forge };
    const found = await capture(distribution('numpy', '2.0', numpy));
    const { files } = environmentFiles(found, 0, trans);
    expect(files.map(({ path }) => path)).toEqual([
      'runtime.txt',
      'requirements.txt'
    ]);
    expect(files[1].content).toContain('\nmatplotlib==3.9.1\nnumpy==2.0\n');
  });

  it('is for conda where one package needs it, by the names of conda', async () => {
    const gdal = { name: 'gdal', version: '3.9.1', channel: forge };
    const found = await capture(distribution('GDAL', '3.9.1', gdal));
    const { files } = environmentFiles(found, 0, trans);
    expect(files.map(({ path }) => path)).toEqual(['environment.yml']);
    expect(parse(files[0].content as string)).toEqual({
      channels: ['conda-forge', 'nodefaults'],
      dependencies: [
        'python=3.12',
        'gdal=3.9.1',
        'matplotlib-base=3.9.1',
        'pip',
        { pip: ['humanize==4.0'] }
      ]
    });
  });

  it.each([
    ['0.21.1', true],
    ['0.22', false],
    ['0.24.0', false]
  ])('needs conda for cartopy %s: %s', async (version, needsConda) => {
    const cartopy = { name: 'cartopy', version, channel: forge };
    const found = await capture(distribution('Cartopy', version, cartopy));
    expect(found.needsConda).toBe(needsConda);
  });

  it('is for pip where pip had installed what conda could', async () => {
    const found = await capture(distribution('GDAL', '3.9.1'));
    expect(found.needsConda).toBe(false);
  });

  it('takes packages that only conda knows', async () => {
    const root = { name: 'root_base', version: '6.32', channel: forge };
    const found = await capture(distribution('numpy', '2.0'), { root });
    expect(found.needsConda).toBe(true);
    const [file] = environmentFiles(found, 0, trans).files;
    expect(file.content).toContain('  - root_base=6.32\n');
  });

  it('says that a channel is private, and does not write it', async () => {
    const channel = 'https://me:SECRET@conda.example.org/t/key/lab/linux-64';
    const gdal = { name: 'gdal', version: '3.9.1', channel };
    const found = await capture(distribution('gdal', '3.9.1', gdal));
    expect(found.findings.map(({ id }) => id)).toEqual([
      'environment.private-channel'
    ]);
    expect(JSON.stringify(found)).not.toMatch(/SECRET|conda\.example/);
    expect(found.channels).toEqual(['conda-forge']);
  });

  it('writes no names that a kernel makes up', async () => {
    const evil = { name: 'x\n  - evil', version: '1', channel: forge };
    const gdal = { name: 'gdal', version: '1\nprefix: /x', channel: forge };
    const found = await capture(distribution('gdal', '3.9', gdal), { evil });
    const text = environmentFiles(found, 0, trans)
      .files.map(({ content }) => content)
      .join('\n');
    expect(text).not.toMatch(/evil|prefix/);
  });
});

describe('publicChannel', () => {
  it.each([
    ['conda-forge', 'conda-forge'],
    [forge, 'conda-forge'],
    ['https://repo.anaconda.com/pkgs/main/linux-64', 'conda-forge'],
    ['defaults', 'conda-forge'],
    ['', 'conda-forge'],
    ['bioconda/noarch', 'bioconda'],
    ['https://conda.example.org/lab', null],
    ['file:///opt/channel', null]
  ])('of %s is %s', (channel, name) => {
    expect(publicChannel(channel)).toBe(name);
  });
});
