import { parse } from 'yaml';
import { isConvertibleLock } from '../convertLock';
import { LockError } from '../locked';
import { convert, lines } from './converting';

describe('locks of conda', () => {
  const pixi = `version: 6
environments:
  default:
    channels:
    - url: https://conda.anaconda.org/conda-forge/
    packages:
      linux-64:
      - conda: https://conda.anaconda.org/conda-forge/linux-64/gdal-3.9.1-py312h_0.conda
      - conda: https://conda.anaconda.org/conda-forge/linux-64/libgcc-ng-14.1-h_0.conda
      - conda: https://conda.anaconda.org/conda-forge/linux-64/python-3.12.4-h_0_cpython.conda
      - pypi: https://files.pythonhosted.org/packages/aa/humanize-4.10-py3-none-any.whl
      osx-64:
      - conda: https://conda.anaconda.org/conda-forge/osx-64/appnope-0.1-h_0.conda
packages:
- pypi: https://files.pythonhosted.org/packages/aa/humanize-4.10-py3-none-any.whl
  name: humanize
  version: 4.10
`;

  it('takes those of pixi.lock for Linux', () => {
    const { files } = convert('pixi.lock', pixi);
    expect(Object.keys(files)).toEqual(['environment.yml']);
    expect(parse(files['environment.yml'])).toEqual({
      channels: ['conda-forge'],
      dependencies: [
        'python=3.12',
        'gdal=3.9.1',
        'libgcc-ng=14.1',
        'pip',
        { pip: ['humanize==4.10'] }
      ]
    });
  });

  it('takes what pixi.toml asks for, where it is there', () => {
    const manifest = '[dependencies]\nGDAL = "*"\n[pypi-dependencies]\nhumanize = "*"\n'; // prettier-ignore
    const { files } = convert('pixi.lock', pixi, { manifest });
    expect(parse(files['environment.yml'])).toMatchObject({
      dependencies: ['python=3.12', 'gdal=3.9.1', 'pip', { pip: ['humanize==4.10'] }] // prettier-ignore
    });
    expect(convert('pixi.lock', pixi, { manifest: '{' })).toEqual(convert('pixi.lock', pixi)); // prettier-ignore
  });

  it('knows a name of pixi.toml that is spelled otherwise in the lock', () => {
    const lock = pixi.replace(/humanize/g, 'ruamel_yaml');
    const manifest = '[pypi-dependencies]\n"Ruamel.YAML" = "*"\n';
    const { files } = convert('pixi.lock', lock, { manifest });
    expect(files['requirements.txt']).toContain('ruamel_yaml==4.10');
  });

  it('takes those of conda-lock.yml for Linux', () => {
    const entry = (name: string, more: string) =>
      `- name: ${name}\n  version: '1.10'\n  ${more.split(', ').join('\n  ')}\n`;
    const text = `version: 1
metadata:
  channels:
  - url: conda-forge
  - url: bioconda
package:
${entry('gdal', 'manager: conda, platform: linux-64, category: main, optional: false')}${entry('vim', 'manager: conda, platform: osx-64, category: main')}${entry('pytest', 'manager: conda, platform: linux-64, category: dev, optional: true')}${entry('humanize', 'manager: pip, platform: linux-64, category: main')}`;
    expect(
      parse(convert('conda-lock.yml', text).files['environment.yml'])
    ).toEqual({
      // prettier-ignore
      channels: ['conda-forge', 'bioconda'],
      dependencies: ['python=3.12', 'gdal=1.10', 'pip', { pip: ['humanize==1.10'] }] // prettier-ignore
    });
  });
});

describe('convertLock', () => {
  it.each([
    ['uv.lock', 'a = '],
    ['poetry.lock', '['],
    ['pixi.lock', 'a: [b'],
    ['conda-lock.yml', '&a [*a]'],
    ['conda-lock.yml', '['.repeat(100_000)],
    ['pixi.lock', '- '.repeat(100_000)]
  ])('says that %s cannot be read', (path, text) => {
    expect(() => convert(path, text)).toThrow(LockError);
    expect(() => convert(path, text)).toThrow(`${path} could not be read (`);
  });

  it.each(['uv.lock', 'pylock.toml', 'pdm.lock', 'poetry.lock'])(
    'writes nothing that %s makes up',
    path => {
      const text = `[[package]]
name = "a\\n--index-url https://x"
version = "1"
groups = ["main", "default"]
source = { virtual = "." }
[[packages]]
name = "b"
version = "1\\n-e /etc"
[[packages]]
name = "c"
[packages.vcs]
type = "git"
url = "file:///etc"
commit-id = "abc"
[[packages]]
name = "d"
directory = { path = "/etc" }
`;
      expect(lines(path, text)).toEqual([]);
    }
  );

  it('knows which files it can read', () => {
    expect(isConvertibleLock('sub/uv.lock')).toBe(true);
    expect(isConvertibleLock('constructor')).toBe(false);
    expect(isConvertibleLock('renv.lock')).toBe(false);
  });
});
