import { systemClock } from '../../core/clock';
import { keptFiles } from '../keptFiles';

/** A browser's private files, of which all pages see the same. */
class Disk {
  readonly files = new Map<string, Blob>();
  readonly locked = new Set<string>();
  quota = 1000;
  hasFolder = false;
  /** How often removing a file fails, as it is still open. */
  open = 0;

  /** What a page has of it. */
  page() {
    return {
      storage: {
        estimate: async () => ({ quota: this.quota, usage: 100 }),
        getDirectory: async () => ({
          getDirectoryHandle: async (_: string, { create = false } = {}) => {
            if (!this.hasFolder && !create) {
              throw new DOMException('', 'NotFoundError');
            }
            this.hasFolder = true;
            return this._folder();
          }
        })
      },
      locks: {
        request: (
          name: string,
          ...[first, second]: [unknown, ((lock: object | null) => unknown)?]
        ) => this._request(name, (second ?? first) as () => unknown, !!second)
      }
    };
  }

  private _folder() {
    return {
      keys: async function* (this: { names(): string[] }) {
        yield* this.names();
      },
      names: () => [...this.files.keys()],
      getFileHandle: async (name: string) => {
        this.files.set(name, new Blob());
        return { getFile: async () => this.files.get(name) };
      },
      removeEntry: async (name: string) => {
        if (this.open-- > 0) {
          throw new DOMException('', 'NoModificationAllowedError');
        }
        this.files.delete(name);
      }
    };
  }

  private async _request(
    name: string,
    act: (lock: object | null) => unknown,
    ifAvailable: boolean
  ): Promise<void> {
    if (this.locked.has(name)) {
      expect(ifAvailable).toBe(true);
      await act(null);
      return;
    }
    this.locked.add(name);
    await act({ name });
    this.locked.delete(name);
  }
}

const hasty = { ...systemClock, sleep: async () => undefined };

const soon = () => new Promise(resolve => setTimeout(resolve, 20));

let restore = () => {};

/** Let the page have this in its `navigator`. */
function browse(browser: object): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  restore = () =>
    Object.defineProperty(globalThis, 'navigator', before ?? { value: {} });
  Object.defineProperty(globalThis, 'navigator', {
    value: browser,
    configurable: true
  });
}

afterEach(() => restore());

describe('keptFiles', () => {
  it('gives a file of one’s own, which others leave alone', async () => {
    const disk = new Disk();
    browse(disk.page());
    const first = await keptFiles(hasty).reserve(100);
    const second = await keptFiles(hasty).reserve(100);
    expect(first?.name).toMatch(/^[-\w]{36}\.zip$/);
    expect([...disk.files.keys()]).toEqual([first?.name, second?.name]);
    expect((await first?.blob())?.size).toBe(0);
  });

  it('removes what a page has left that ended, and nothing else', async () => {
    const disk = new Disk();
    browse(disk.page());
    const mine = await keptFiles(hasty).reserve(100);
    disk.files.set('left.zip', new Blob());
    await keptFiles(hasty).sweep();
    expect([...disk.files.keys()]).toEqual([mine?.name]);
  });

  it('makes no folder where nothing was ever kept', async () => {
    const disk = new Disk();
    browse(disk.page());
    await keptFiles(hasty).sweep();
    expect(disk.hasFolder).toBe(false);
  });

  it.each([0, 2])(
    'removes a file that is dropped, and gives its lock back (open %s times)',
    async open => {
      const disk = new Disk();
      browse(disk.page());
      const file = await keptFiles(hasty).reserve(100);
      disk.open = open;
      file?.drop();
      await soon();
      expect(disk.files.size).toBe(0);
      expect(disk.locked.size).toBe(0);
    }
  );

  it('leaves to a later sweep what cannot be removed', async () => {
    const disk = new Disk();
    browse(disk.page());
    const file = await keptFiles(hasty).reserve(100);
    disk.open = 3;
    file?.drop();
    await soon();
    expect(disk.files.size).toBe(1);
    expect(disk.locked.size).toBe(0);
    await keptFiles(hasty).sweep();
    expect(disk.files.size).toBe(0);
  });

  it.each<[string, () => object]>([
    [
      'there is no room',
      () => Object.assign(new Disk(), { quota: 1199 }).page()
    ],
    [
      'a private window has none',
      () => ({
        ...new Disk().page(),
        storage: { getDirectory: () => Promise.reject(new DOMException()) }
      })
    ],
    ['the page is no secure context', () => ({})],
    ['the browser is too old', () => ({ ...new Disk().page(), storage: {} })]
  ])('keeps nothing where %s', async (_, browser) => {
    browse(browser());
    expect(await keptFiles(hasty).reserve(1000)).toBeNull();
    await keptFiles(hasty).sweep();
  });
});
