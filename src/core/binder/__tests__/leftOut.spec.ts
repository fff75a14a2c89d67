import { plainEnglish } from '../../text';
import { detectBinder, IBinderOptions } from '../detect';
import { layoutFindings } from '../layout';

async function fixesOf(
  id: string,
  files: Record<string, string>,
  options: IBinderOptions
) {
  const { findings } = await detectBinder(
    Object.keys(files),
    async path => files[path],
    plainEnglish,
    options
  );
  const found = findings.find(one => one.id === `binder.${id}`);
  return found?.fixes?.map(({ fix }) => fix);
}

const runtime = { 'runtime.txt': 'python-3.12\n' };

describe('files of the project that are left out', () => {
  it('are proposed where Binder lacks an environment', async () => {
    const leftOut = ['requirements.txt', 'sub/environment.yml', 'a.csv'];
    const [include] =
      (await fixesOf('none', { 'a.ipynb': '{}' }, { leftOut })) ?? [];
    expect(include).toEqual({ kind: 'include', paths: ['requirements.txt'] });
  });

  it('are proposed where a list reads them', async () => {
    const files = { ...runtime, 'requirements.txt': '-r env/more.txt\n' };
    const leftOut = ['env/more.txt', 'env/other.txt'];
    const fixes = await fixesOf('include-missing', files, { leftOut });
    expect(fixes?.[0]).toEqual({ kind: 'include', paths: ['env/more.txt'] });
    expect(fixes?.[1]).toMatchObject({ kind: 'write-file', after: '' });
  });

  it('are proposed where they are the package that is installed', async () => {
    const files = { ...runtime, 'requirements.txt': '-e ./pkg\n' };
    const leftOut = ['pkg/setup.py', 'pkg/a/b.py', 'pkg.txt'];
    const [fix] = (await fixesOf('missing', files, { leftOut })) ?? [];
    expect(fix).toEqual({
      kind: 'include',
      paths: ['pkg/setup.py', 'pkg/a/b.py']
    });
  });

  it('are not proposed where they would not mend all', async () => {
    const files = { ...runtime, 'requirements.txt': '-r a.txt\n-r b.txt\n' };
    const fixes = await fixesOf('include-missing', files, { leftOut: ['a.txt'] }); // prettier-ignore
    expect(fixes?.map(({ kind }) => kind)).toEqual(['write-file']);
  });
});

describe('passwords in lists', () => {
  it('are in no text that is shown', async () => {
    const files = {
      ...runtime,
      'requirements.txt':
        'a @ git+https://me:s3cret@example.org/a.git\n-i https://s3cret@example.org/x\nb @ git+ssh://me:s3cret@x.example.org/b\n'
    };
    const { findings } = await detectBinder(
      Object.keys(files),
      async path => files[path as keyof typeof files],
      plainEnglish
    );
    expect(findings.some(({ id }) => id === 'binder.credentials')).toBe(true);
    for (const { message, excerpt } of findings) {
      expect(`${message} ${excerpt}`).not.toContain('s3cret');
    }
  });
});

describe('fixes of the layout', () => {
  it.each([
    ['single-file', ['a.ipynb']],
    ['wrapping-folder', ['x/a', 'x/b']]
  ])('read the kernel, which puts files beside: %s', (id, paths) => {
    const files = paths.map(path => ({ path, size: 1 }));
    const [found] = layoutFindings(files, 'zip');
    expect(found.id).toBe(`binder.${id}`);
    expect(found.fixes?.[0].fix).toEqual({ kind: 'capture' });
    const after = [...files, { path: 'requirements.txt', size: 0 }];
    expect(layoutFindings(after, 'zip')).toEqual([]);
  });

  it('says that Zenodo takes no empty files, but in a zip', () => {
    const files = [
      { path: 'a', size: 0 },
      { path: 'b', size: 1 }
    ];
    expect(layoutFindings(files, 'files').map(({ id }) => id)).toEqual([
      'binder.empty-file'
    ]);
    expect(layoutFindings(files, 'zip')).toEqual([]);
  });

  it('says that a zip file alone is unpacked', () => {
    const files = [{ path: 'a.XLSX', size: 1 }];
    expect(layoutFindings(files, 'files').map(({ id }) => id)).toEqual([
      'binder.unpacked'
    ]);
  });
});
