import fc from 'fast-check';
import { Fix, IFinding } from '../../finding';
import { plainEnglish } from '../../text';
import { decodeText } from '../bundleText';
import { detectBinder, IBinderDetection, IBinderOptions } from '../detect';
import { applied } from './applied';
import { Layout, layouts, notebook } from './layouts';
import { troubles } from './troubles';

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const detect = (
  files: Layout,
  options: IBinderOptions = {}
): Promise<IBinderDetection> =>
  detectBinder(
    Object.keys(files),
    async path => bytes(files[path]),
    plainEnglish,
    options
  );

const options: IBinderOptions = {
  python: '3.12',
  today: '2026-11-21',
  versions: new Map([['numpy', '2.3.1']])
};

const isSame = (a: IFinding, b: IFinding) =>
  a.id === b.id && a.place?.path === b.place?.path;

const bundles: Record<string, [Layout, IBinderOptions]> = {
  ...Object.fromEntries(
    Object.entries(layouts).map(([name, files]) => [name, [files, {}]])
  ),
  ...Object.fromEntries(
    Object.entries(troubles).map(([name, { files, options = {} }]) => [
      name,
      [files, options]
    ])
  )
};

describe.each(Object.entries(bundles))(
  'a fix for %s',
  (_, [layout, options]) => {
    const files: Layout = { ...notebook, ...layout };

    it('makes its finding go away, and leaves Binder content', async () => {
      const before = await detect(files, options);
      for (const finding of before.findings) {
        for (const { label, fix } of finding.fixes ?? []) {
          const after = await detect(applied(files, fix), options);
          expect([label, after.findings.some(one => isSame(one, finding))]).toEqual([label, false]); // prettier-ignore
          const isNew = after.findings.filter(
            one =>
              one.severity === 'error' &&
              one.id !== 'binder.none' &&
              !before.findings.some(old => old.id === one.id)
          );
          expect([label, isNew]).toEqual([label, []]);
          expect(after.accepted || !before.accepted).toBe(true);
        }
      }
    });

    it('says what is there, and changes it', async () => {
      const { findings } = await detect(files, options);
      for (const { fix } of findings.flatMap(one => one.fixes ?? [])) {
        if (fix.kind === 'write-file') {
          const there = files[fix.path];
          const text = there === undefined ? null : decodeText(bytes(there));
          expect(fix.before).toBe(text && text.text);
          expect(text !== null && text.isUtf8 && !text.hasMark && fix.after === fix.before).toBe(false); // prettier-ignore
        }
        if (fix.kind === 'exclude') {
          expect(fix.paths.length).toBeGreaterThan(0);
          fix.paths.forEach(path => expect(files).toHaveProperty([path]));
        }
      }
    });
  }
);

/* Parts of all bundles, put together by chance. */
const pool = Object.values(bundles).flatMap(([files]) =>
  Object.entries<Layout[string]>(files)
);
const mixture = fc
  .uniqueArray(fc.constantFrom(...pool), {
    minLength: 2,
    maxLength: 5,
    selector: ([path]) => path
  })
  .map(parts => Object.fromEntries<Layout[string]>(parts))
  .filter(files => {
    const paths = Object.keys(files);
    return !paths.some(a => paths.some(b => b.startsWith(`${a}/`)));
  });

describe('fixes of any bundle', () => {
  it('make their findings go away, and leave Binder content', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async parts => {
        const files: Layout = { ...notebook, ...parts };
        const before = await detect(files, options);
        for (const finding of before.findings) {
          for (const { label, fix } of finding.fixes ?? []) {
            const after = await detect(applied(files, fix), options);
            expect([label, after.findings.filter(one => isSame(one, finding))]).toEqual([label, []]); // prettier-ignore
            expect([label, after.accepted || !before.accepted]).toEqual([label, true]); // prettier-ignore
          }
        }
      }),
      { numRuns: 400 }
    );
  }, 60_000);
});

/* Where only a person can help. */
const stuck = new Set([
  'folder named requirements.txt',
  'folder named environment.yml',
  'folder named apt.txt',
  'folder named Dockerfile',
  'R without a day',
  'pyproject ~=',
  'pyproject impossible',
  'a file for conda on the user’s computer'
]);

describe('the first fixes', () => {
  it.each(Object.entries(bundles))(
    'lead, one after the other, to a bundle that Binder takes: %s',
    async (name, [layout, options]) => {
      let now: Layout = { ...notebook, ...layout };
      for (let step = 0; step < 20; step++) {
        const { accepted, findings } = await detect(now, options);
        const worst = findings.find(({ severity }) => severity === 'error');
        const fix: Fix | undefined = worst?.fixes?.[0]?.fix;
        if (!worst || !fix) {
          expect([accepted && !worst, !fix]).toEqual([!stuck.has(name), true]);
          return;
        }
        now = applied(now, fix);
      }
      throw new Error('no end');
    }
  );

  it('know the day for R', async () => {
    const files = { ...notebook, ...layouts['R without a day'] };
    const { findings } = await detect(files, { today: '2026-11-21' });
    expect(findings[0].fixes?.[0].fix).toMatchObject({
      path: 'runtime.txt',
      after: 'r-4.3-2026-11-21\n'
    });
  });
});

describe('nothing is said', () => {
  it.each([
    ['torch==2.7.1+cpu\n--index-url https://download.pytorch.org/whl/cpu\n'],
    ['torch==2.7.1+cu128\n-i https://example.org/simple\n'],
    ['x @ git+https://github.com/a/x@1f2e3d\nnumpy==2.3.1 # 2\n'],
    ['pywin32==306 ; sys_platform == "win32"\n'],
    ['a\n-r more.txt\n-c limits.txt\n'],
    ['-e .\n./lib/x-1.0-py3-none-any.whl\n-c limits.txt\n']
  ])('of a good list: %j', async list => {
    const files = {
      ...notebook,
      'runtime.txt': 'python-3.12\n',
      'requirements.txt': list,
      'setup.py': '',
      'limits.txt': 'a==2\nb<3\n',
      'more.txt': 'a>1\n',
      'lib/x-1.0-py3-none-any.whl': ''
    };
    const { findings } = await detect(files);
    expect(findings).toEqual([]);
  });
});

describe('content', () => {
  it.each(Object.entries(troubles))(
    'is looked at: %s',
    async (_, { files, options, id, line, after }) => {
      const { findings } = await detect({ ...notebook, ...files }, options);
      const found = findings.filter(one => one.id === `binder.${id}`);
      expect(found).toHaveLength(1);
      expect(found[0].place?.line).toBe(line);
      const written = found[0].fixes?.find(
        ({ fix }) => fix.kind === 'write-file'
      )?.fix;
      expect(written?.kind === 'write-file' ? written.after : null).toBe(after);
    }
  );
});
