import { plainEnglish as trans } from '../../text';
import { downloadCell } from '../downloadCell';
import { pythonLiteral } from '../pythonLiteral';

const site = { url: 'https://zenodo.org', doiResolver: 'https://doi.org' };
const md5 = '0cc175b9c0f1b6a831c399e269772661';
const file = { path: 'data/x #1.csv', size: 1, md5: `md5:${md5}` };
const cell = (changed: Partial<Parameters<typeof downloadCell>[0]> = {}) =>
  downloadCell({
    site,
    recordId: '12',
    doi: '10.5281/zenodo.12',
    files: [file],
    notebook: 'a.ipynb',
    trans,
    ...changed
  });

describe('downloadCell', () => {
  it('names record, files and checksums', () => {
    const text = cell();
    expect(text).toMatch(
      /^# Fetches the data of this notebook: https:\/\/doi.org\/10.5281\/zenodo.12\n/
    );
    expect(text).toContain('base = "https://zenodo.org/api/records/12/files/"');
    expect(text).toContain(
      `("data/x #1.csv", "data%2Fx%20%231.csv/content", 1, "${md5}", False),`
    );
    expect(text).toContain('folder = "."');
    expect(text.trimEnd().split('\n').slice(-2)).toEqual([
      '_fetch_data()',
      'del _fetch_data'
    ]);
  });

  it('unpacks archives, and is shorter where there are none', () => {
    const archive = { ...file, path: 'data.zip', unpack: true };
    expect(cell({ files: [archive] })).toContain(
      `(".data.zip", "data.zip/content", 1, "${md5}", True),`
    );
    expect(cell({ files: [archive] })).toContain('zipfile');
    expect(cell()).not.toContain('zipfile');
  });

  it('finds the bundle’s root from the notebook’s folder', () => {
    expect(cell({ notebook: 'part/1/a.ipynb' })).toContain('folder = "../.."');
  });

  it('takes no code from names, addresses or texts', () => {
    const nasty = 'x"\nimport os\u202e #';
    const hostile = { ...trans, __: () => nasty };
    expect(() => cell({ files: [{ ...file, path: nasty }] })).toThrow();
    const text = cell({
      recordId: nasty,
      doi: `10.1/x\n${nasty}`,
      files: [{ ...file, key: nasty }],
      notebook: `${nasty}/${nasty}/a.ipynb`,
      trans: hostile
    });
    expect(text).not.toMatch(/^import/m);
    expect(text.replace(/^#.*$/gm, '')).not.toContain('\u202e');
    expect(text.split('\n').filter(line => line.startsWith('#'))).toHaveLength(2); // prettier-ignore
  });

  it.each([
    ['a path that leads out', { files: [{ ...file, path: '../x' }] }],
    ['no checksum', { files: [{ ...file, md5: '' }] }],
    ['a size that is none', { files: [{ ...file, size: NaN }] }],
    ['another kind of address', { site: { ...site, url: 'file:///etc' } }]
  ])('refuses %s', (_, changed) => {
    expect(() => cell(changed)).toThrow();
  });
});

describe('pythonLiteral', () => {
  it('escapes what ends a line or turns the text around', () => {
    expect(pythonLiteral('a"b\\c\n')).toBe('"a\\"b\\\\c\\n"');
    expect(pythonLiteral('\u2028\u202e\u0085')).toBe('"\\u2028\\u202e\\u0085"');
    expect(pythonLiteral('日本 😀')).toBe('"日本 😀"');
  });
});
