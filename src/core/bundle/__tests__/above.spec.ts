import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { toggle } from '../edit';
import { includeAbove } from '../openFolder';
import { planBundle } from '../plan';
import { HiddenFiles, ids } from './helpers';
import { probeHidden } from '../hidden';

const project = {
  'home/README.md': 'of somebody’s home',
  'home/CITATION.cff': 'of somebody’s home',
  'home/proj/binder/environment.yml': 'name: x',
  'home/proj/binder/apt.txt': 'git',
  'home/proj/binder/__pycache__/x.pyc': '',
  'home/proj/LICENSE': 'MIT',
  'home/proj/notes.md': 'mine',
  'home/proj/nb/README.md': 'of the notebooks',
  'home/proj/nb/part/x.ipynb': '{}'
};

const planOf = (contents: Record<string, string>, selection: string[]) =>
  planBundle({ files: new MemoryFiles(contents), selection, trans });

describe('proposals from above', () => {
  it('are what the bundle lacks, from the nearest folder, up to the project’s top', async () => {
    const plan = await planOf(project, ['home/proj/nb/part/x.ipynb']);
    expect(plan.above.map(e => [e.path, e.source, e.reason])).toEqual([
      ['LICENSE', 'home/proj/LICENSE', 'licence, from the folder “home/proj”'],
      [
        'README.md',
        'home/proj/nb/README.md',
        'read-me file, from the folder “home/proj/nb”'
      ],
      [
        'binder',
        'home/proj/binder',
        'environment file, from the folder “home/proj”'
      ]
    ]);
    expect(plan.entries.map(e => e.path)).toEqual(['x.ipynb']);
    expect(plan.findings.map(f => f.message)).toEqual([
      '“home/proj/binder” lies above the top folder, so it is not included. Binder looks for it at the top.'
    ]);
  });

  it('are none of what is there, nor helpers without an environment', async () => {
    const plan = await planOf(
      {
        'p/requirements.txt': '',
        'p/README.rst': '',
        'p/n/environment.yml': '',
        'p/n/x.ipynb': '{}',
        'p/n/README.md': ''
      },
      ['p/n/x.ipynb']
    );
    expect(plan.above).toEqual([]);
    const helpers = await planOf({ 'p/apt.txt': '', 'p/n/x.ipynb': '{}' }, [
      'p/n/x.ipynb'
    ]);
    expect(helpers.above).toEqual([]);
  });

  it('are no files of a package without the package', async () => {
    const package_ = { 'p/pyproject.toml': '', 'p/setup.py': '', 'p/n/x.ipynb': '{}' }; // prettier-ignore
    const plan = await planOf(package_, ['p/n/x.ipynb']);
    expect(plan.above).toEqual([]);
    expect(plan.findings.map(f => f.message)).toEqual([
      '“p/pyproject.toml” lies above the top folder, so Binder does not find it. If the notebooks need that project, choose its folder as the top folder.'
    ]);
    const both = await planOf({ ...package_, 'p/requirements.txt': '' }, ['p/n/x.ipynb']); // prettier-ignore
    expect(both.above.map(e => e.path)).toEqual(['requirements.txt']);
    expect(both.findings[0].message).toContain('“p/requirements.txt” lies');
  });

  it('are included at the root when told so, folders with all that is in them', async () => {
    const files = new MemoryFiles(project);
    const plan = await planOf(project, ['home/proj/nb/part/x.ipynb']);
    const taken = await includeAbove(plan, ['binder', 'LICENSE'], {
      files,
      trans
    });
    expect(taken.entries.map(e => [e.path, e.source, e.included])).toEqual([
      ['LICENSE', 'home/proj/LICENSE', true],
      ['binder/__pycache__', 'home/proj/binder/__pycache__', false],
      ['binder/apt.txt', 'home/proj/binder/apt.txt', true],
      ['binder/environment.yml', 'home/proj/binder/environment.yml', true],
      ['x.ipynb', 'home/proj/nb/part/x.ipynb', true]
    ]);
    expect(taken.above.map(e => e.path)).toEqual(['README.md']);
    expect(taken.findings).toEqual([]);
    const out = toggle(taken, 'binder', false, trans);
    expect(out.entries.filter(e => e.included).map(e => e.path)).toEqual([
      'LICENSE',
      'x.ipynb'
    ]);
  });

  it('do not take the place of a file that is included', async () => {
    const files = new MemoryFiles(project);
    const plan = await planOf(project, ['home/proj/nb/part/x.ipynb']);
    const [entry] = plan.entries;
    const mine = { ...entry, path: 'LICENSE', source: null };
    const taken = await includeAbove(
      { ...plan, entries: [mine, entry] },
      ['LICENSE'],
      { files, trans }
    );
    expect(taken.entries).toEqual([mine, entry]);
  });
});

describe('hidden files', () => {
  const contents = {
    'p/a.ipynb': '{}',
    'p/.binder/environment.yml': 'name: x',
    'p/.zenodo.json': '{}'
  };
  const paths = async (files: MemoryFiles) => {
    const plan = await planBundle({ files, selection: ['p'], trans });
    const probed = await probeHidden(plan, { files, trans });
    return { plan, probed, included: probed.entries.map(e => e.path) };
  };

  it('are said to be out of sight only where none was listed', async () => {
    const seen = await paths(new MemoryFiles(contents));
    expect(seen.plan.showsHidden).toBe(true);
    expect(seen.probed).toBe(seen.plan);
    const { plan } = await paths(new HiddenFiles(contents, 'refused'));
    expect(plan.showsHidden).toBe(false);
  });

  it('are taken when they can be read by their names', async () => {
    const { plan, probed } = await paths(new HiddenFiles(contents, 'readable'));
    expect(plan.entries.map(e => e.path)).toEqual(['a.ipynb']);
    expect(probed.entries.map(e => [e.path, e.reason])).toEqual([
      ['.binder/environment.yml', 'environment file'],
      ['.zenodo.json', 'metadata file'],
      ['a.ipynb', 'selected by you']
    ]);
    expect(ids(probed.findings)).toEqual([]);
  });

  it.each(['refused', 'told'] as const)(
    'stay away when they are %s',
    async how => {
      const { plan, probed } = await paths(new HiddenFiles(contents, how));
      expect(probed).toBe(plan);
    }
  );
});
