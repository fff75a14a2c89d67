import { IFileEntry, IFileLink } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { toggle } from '../edit';
import { openFolder } from '../openFolder';
import { planBundle } from '../plan';

const inside: IFileLink = {
  inside: true,
  target: 'shared/sizes.csv',
  allowed: true
};
const away: IFileLink = {
  inside: false,
  target: '/archive/2026/heights.csv',
  allowed: true
};
const refused: IFileLink = { ...away, allowed: false };
const secret: IFileLink = {
  inside: true,
  target: '.ssh/id_rsa',
  allowed: false
};

/** Files of which some are links, as a server tells that knows. */
class KnownLinks extends MemoryFiles {
  constructor(
    contents: Record<string, string>,
    private readonly _links: Readonly<Record<string, IFileLink>>
  ) {
    super(contents);
  }

  async list(folder: string): Promise<IFileEntry[]> {
    return (await super.list(folder)).map(entry => this._with(entry));
  }

  async stat(path: string): Promise<IFileEntry> {
    return this._with(await super.stat(path));
  }

  private _with(entry: IFileEntry): IFileEntry {
    const link = this._links[entry.path];
    return link ? { ...entry, link } : entry;
  }
}

const contents = {
  'p/a.ipynb': '{}',
  'p/sizes.csv': 'inside',
  'p/heights.csv': 'outside',
  'p/refused.csv': 'refused',
  'p/key.txt': 'secret',
  'p/far/deep/b.csv': 'b',
  'p/near/c.csv': 'c',
  'p/LICENSE': 'MIT'
};

const files = new KnownLinks(contents, {
  'p/sizes.csv': inside,
  'p/heights.csv': away,
  'p/refused.csv': refused,
  'p/key.txt': secret,
  'p/far': { ...away, target: '/archive' },
  'p/near': { ...inside, target: 'shared' },
  'p/LICENSE': refused
});

const entryOf = async (path: string, selection = ['p']) =>
  (await planBundle({ files, selection, trans })).entries.find(
    entry => entry.path === path
  );

describe('a link', () => {
  it('that stays inside goes in as a file, and says where it leads', async () => {
    expect(await entryOf('sizes.csv')).toMatchObject({
      included: true,
      size: 6,
      link: inside
    });
  });

  it('to a folder inside brings its files, each with where it is', async () => {
    expect(await entryOf('near/c.csv')).toMatchObject({
      included: true,
      link: { inside: true, target: 'shared/c.csv' }
    });
  });

  it('that leads outside is left out until the user ticks it, itself', async () => {
    const plan = await planBundle({ files, selection: ['p'], trans });
    const find = (within: typeof plan) =>
      within.entries.find(({ path }) => path === 'heights.csv');
    expect(find(plan)).toMatchObject({
      included: false,
      reason: 'left out: leads out of Jupyter’s folder',
      reasonKind: 'outside',
      link: away
    });
    expect(find(toggle(plan, '', true, trans))?.included).toBe(false);
    expect(find(toggle(plan, 'heights.csv', true, trans))?.included).toBe(true);
  });

  it('to a folder outside is one line, and nobody looks into it before it is chosen', async () => {
    const plan = await planBundle({ files, selection: ['p'], trans });
    const far = plan.entries.filter(({ path }) => path.startsWith('far'));
    expect(far).toMatchObject([
      { path: 'far', kind: 'folder', included: false, reasonKind: 'outside' }
    ]);
    const opened = await openFolder(plan, 'far', { files, trans });
    const path = 'far/deep/b.csv';
    expect(opened.entries.find(entry => entry.path === path)).toMatchObject({
      included: true,
      link: { inside: false, target: '/archive/deep/b.csv' }
    });
  });

  it.each([
    [
      'refused.csv',
      'left out: leads out of Jupyter’s folder, which this server does not allow'
    ],
    ['key.txt', 'left out: leads to a hidden file'],
    [
      'LICENSE',
      'left out: leads out of Jupyter’s folder, which this server does not allow'
    ]
  ])('that the server does not allow stays out: %s', async (path, reason) => {
    for (const selection of [['p'], ['p/a.ipynb']]) {
      const plan = await planBundle({ files, selection, trans });
      const ticked = toggle(plan, path, true, trans);
      expect(ticked.entries.find(entry => entry.path === path)).toMatchObject({
        included: false,
        locked: true,
        reason
      });
    }
  });

  it('that was selected itself was chosen, where the server allows it', async () => {
    const chosen = await entryOf('heights.csv', ['p/heights.csv']);
    expect(chosen).toMatchObject({ included: true, link: away });
    const plan = await planBundle({
      files,
      selection: ['p/a.ipynb', 'p/refused.csv'],
      trans
    });
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        id: 'bundle.missing',
        message: expect.stringContaining('to “/archive/2026/heights.csv”')
      })
    );
  });
});
