import { ask, captured, kernel, table } from './asking';

describe('coverage of what is never imported', () => {
  const code = (source: string) => [
    { place: { path: 'nb/a.ipynb', cell: 5 }, source }
  ];
  const read = code('pandas.read_excel("a.xlsx")');
  const saved = kernel({ pandas: 'installed' }, [
    captured('pandas', '2', 'pandas'),
    { ...captured('openpyxl', '3.1', 'read_excel'), reason: 'call' }
  ]);

  it('offers the line, with the version of the kernel', () => {
    const files = { 'requirements.txt': 'pandas\n' };
    const lines = (more: object) =>
      ask(files, ['pandas'], more).findings.map(({ id, place, fixes }) => [id, place?.cell, fixes?.[0]?.fix]); // prettier-ignore
    const fix = (after: string) => ({ kind: 'write-file', path: 'requirements.txt', before: 'pandas\n', after }); // prettier-ignore
    expect(lines({ code: read })).toEqual([['environment.needed-missing', 5, fix('pandas\nopenpyxl\n')]]); // prettier-ignore
    expect(lines({ code: read, kernel: saved })).toEqual([['environment.needed-missing', 5, fix('pandas\nopenpyxl==3.1\n')]]); // prettier-ignore
  });

  it.each([
    ['pandas\nopenpyxl', read],
    ['pandas\n-r gone.txt', read],
    ['plotly', code('fig.show()')]
  ])('is silent with %j', (text, source) => {
    const names = ['pandas', 'plotly.express'];
    const found = ask({ 'requirements.txt': text }, names, { code: source });
    expect(
      found.findings.filter(({ id }) => id === 'environment.needed-missing')
    ).toEqual([]);
  });

  it('offers apt.txt beside the other files', () => {
    const files = { 'binder/requirements.txt': 'pdf2image\n' };
    const fixOf = (more: Record<string, string>) =>
      ask({ ...files, ...more }, ['pdf2image'], { code: [] }).findings.map(({ id, fixes }) => [id, fixes?.[0].fix]); // prettier-ignore
    expect(fixOf({})).toEqual([
      [
        'environment.system-missing',
        {
          kind: 'write-file',
          path: 'binder/apt.txt',
          before: null,
          after: 'poppler-utils\n'
        }
      ]
    ]);
    expect(fixOf({ 'binder/apt.txt': 'vim # mine' })).toMatchObject([
      [
        'environment.system-missing',
        { before: 'vim # mine', after: 'vim # mine\npoppler-utils\n' }
      ]
    ]);
    expect(fixOf({ 'binder/apt.txt': 'poppler-utils\n' })).toEqual([]);
  });
});

describe('coverage with a kernel', () => {
  it('takes names and versions from the kernel', () => {
    const found = ask({ 'requirements.txt': 'odd-name\r\n' }, ['foo', 'bar'], {
      kernel: kernel({ foo: 'installed', bar: 'installed' }, [
        captured('Odd.Name', '1.0', 'foo'),
        captured('bar-dist', '2.0', 'bar')
      ])
    });
    expect(table(found)).toEqual({
      foo: 'covered requirements.txt:1',
      bar: 'not-covered'
    });
    expect(found.findings[0].fixes?.[0]).toEqual({
      label: 'Add bar-dist==2.0',
      fix: {
        kind: 'write-file',
        path: 'requirements.txt',
        before: 'odd-name\r\n',
        after: 'odd-name\r\nbar-dist==2.0\r\n'
      }
    });
  });

  it('offers all that is missing at once', () => {
    const found = ask({ 'requirements.txt': '' }, ['foo', 'bar'], {
      kernel: kernel({ foo: 'installed', bar: 'installed' }, [
        captured('foo', '1', 'foo'),
        captured('bar', '2', 'bar')
      ])
    });
    expect(found.findings[1].fixes?.[1]).toMatchObject({
      label: 'Add all 2 missing packages',
      fix: { after: 'foo==1\nbar==2\n' }
    });
  });

  it('knows what comes along with something else', () => {
    const files = { 'requirements.txt': 'pandas\n' };
    const found = ask(files, ['numpy'], {
      kernel: kernel(
        { numpy: 'installed' },
        [captured('numpy', '2.0', 'numpy')],
        { pandas: ['numpy', 'pytz'] }
      )
    });
    expect(table(found)).toEqual({
      numpy: 'covered requirements.txt:1 indirect'
    });
  });

  it('counts what stands for a package on Binder', () => {
    const files = { 'requirements.txt': 'opencv-python-headless==4.1\n' };
    const found = ask(files, ['cv2'], {
      kernel: kernel({ cv2: 'installed' }, [
        captured('opencv-python', '4.1', 'cv2')
      ])
    });
    expect(table(found)).toEqual({ cv2: 'covered requirements.txt:1' });
  });

  it('says what the kernel does not have either', () => {
    const found = ask({ 'requirements.txt': '' }, ['gone', 'mine', 'google'], {
      kernel: kernel({ gone: 'missing', mine: 'local', google: 'shared' }, [])
    });
    expect(table(found)).toEqual({
      gone: 'not-covered',
      mine: 'unknown',
      google: 'unknown'
    });
  });
});

describe('coverage of what needs a screen', () => {
  const screen = (files: Record<string, string>) =>
    ask(files, ['cv2'])
      .findings.filter(({ id }) => id === 'environment.needs-screen')
      .map(({ place, fixes }) => [place?.line, fixes?.[0]?.fix]);

  it('replaces OpenCV where it stands', () => {
    const before = 'numpy\r\nopencv-python==4.10 # opencv-python\r\n';
    const after = 'numpy\r\nopencv-python-headless==4.10 # opencv-python\r\n';
    const path = 'requirements.txt';
    expect(screen({ [path]: before })).toEqual([
      [2, { kind: 'write-file', path, before, after }]
    ]);
  });

  it('says it of a lock file, and leaves that as it is', () => {
    const lock = '{"default": {"opencv-python": {}}}';
    expect(screen({ 'Pipfile.lock': lock })).toEqual([[1, undefined]]);
  });

  it.each<Record<string, string>>([
    { 'requirements.txt': 'opencv-python-headless' },
    { 'requirements.txt': 'opencv-python', 'apt.txt': 'libgl1\n' },
    { 'environment.yml': 'dependencies: [opencv]' }
  ])('is content with %j', files => {
    expect(screen(files)).toEqual([]);
  });
});
