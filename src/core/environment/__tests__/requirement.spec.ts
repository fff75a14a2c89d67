import * as fc from 'fast-check';
import { plainEnglish as trans } from '../../text';
import { IDirectUrl, IDistributionAnswer } from '../answer';
import { requirementOf } from '../requirement';

const bundle = { files: ['lib/pyproject.toml', 'nb/a.ipynb'], folder: 'nb' };

function line(
  name: string,
  version: string,
  more: Partial<IDistributionAnswer> = {}
) {
  const found = requirementOf(
    {
      name,
      version,
      installer: 'pip',
      directUrl: null,
      folder: null,
      user: false,
      requires: [],
      conda: null,
      ...more
    },
    bundle,
    trans
  );
  return [found.line, found.finding?.id.replace('environment.', '') ?? null];
}

function from(url: string, more: Partial<IDirectUrl> = {}) {
  const directUrl = {
    url,
    editable: false,
    folder: false,
    vcs: '',
    commit: '',
    subdirectory: '',
    sha256: '',
    ...more
  };
  return line('pkg', '1.0', { directUrl });
}

const git = { vcs: 'git', commit: 'abc123' };

describe('requirementOf', () => {
  it.each([
    ['numpy', '2.3.1', 'numpy==2.3.1', null],
    ['pkg', '2.3.1+g1a2b3c', 'pkg==2.3.1', 'local-version'],
    ['pkg', '1.0rc1', 'pkg==1.0rc1', null],
    ['pkg', '1.3.0.dev5+gabc', 'pkg<1.3.0', 'development-version'],
    ['pkg', '1.0.post1.dev0', 'pkg==1.0', 'development-version'],
    ['appnope', '0.1', null, 'platform-only'],
    ['PyObjC_core', '10.0', null, 'platform-only'],
    ['nvidia-cudnn-cu12', '9.1', null, 'platform-only'],
    ['nvidia-ml-py', '12.5', 'nvidia-ml-py==12.5', null],
    ['faiss_gpu', '1.7', 'faiss-cpu==1.7', 'platform-replaced'],
    ['scikit-learn', '1.5', 'scikit-learn==1.5', null],
    ['tensorflow_macos', '2.16.1', 'tensorflow==2.16.1', 'platform-replaced'],
    ['opencv-python', '4.1', 'opencv-python-headless==4.1', 'platform-replaced'], // prettier-ignore
    ['torch', '2.3.1+cu121', 'torch==2.3.1', 'no-graphics-card'],
    ['constructor', '1.0', 'constructor==1.0', null],
    ['bad name', '1.0', null, 'unknown-version'],
    ['pkg', '', null, 'unknown-version']
  ])('writes %s %s as %s', (name, version, expected, finding) => {
    expect(line(name, version)).toEqual([expected, finding]);
  });

  it('takes the wheels without a graphics card for PyTorch', () => {
    const torch = { name: 'torch', version: '2.3.1', installer: 'pip', directUrl: null, folder: null, user: false,requires: [], conda: null }; // prettier-ignore
    expect(requirementOf(torch, bundle, trans).option).toBe(
      '--extra-index-url https://download.pytorch.org/whl/cpu'
    );
  });

  it.each([
    ['https://me:key@github.com/a/b', git, 'pkg @ git+https://github.com/a/b@abc123', 'from-private-url'], // prettier-ignore
    ['https://github.com/a/b', git, 'pkg @ git+https://github.com/a/b@abc123', 'from-url'], // prettier-ignore
    ['https://github.com/a/b', { ...git, subdirectory: 'py/lib' }, 'pkg @ git+https://github.com/a/b@abc123#subdirectory=py/lib', 'from-url'], // prettier-ignore
    ['https://github.com/a/b', { ...git, subdirectory: '../x y' }, 'pkg @ git+https://github.com/a/b@abc123', 'from-url'], // prettier-ignore
    ['ssh://git@github.com/a/b.git', git, 'pkg @ git+https://github.com/a/b.git@abc123', 'from-private-url'], // prettier-ignore
    ['ssh://git@host.example/a/b', git, null, 'private-url'],
    ['https://github.com/a/b', { vcs: 'git', commit: '' }, null, 'unknown-version'], // prettier-ignore
    ['https://x.example/p.zip?sig=1', {}, 'pkg @ https://x.example/p.zip', 'from-private-url'], // prettier-ignore
    ['https://x.example/p.whl', { sha256: 'a1' }, 'pkg @ https://x.example/p.whl#sha256=a1', 'from-url'], // prettier-ignore
    ['https://x.example/p-1-cp312-cp312-macosx_11_0_arm64.whl', {}, null, 'platform-only'], // prettier-ignore
    ['file:///home/me/pkg', { folder: true }, null, 'local-install'],
    ['FILE:///C:/pkg.whl', {}, null, 'local-install'],
    ['javascript:alert(1)', {}, null, 'private-url'],
    ['no url', {}, null, 'private-url']
  ])('installs from %s', (url, more, expected, finding) => {
    expect(from(url, more)).toEqual([expected, finding]);
  });

  it('installs a project of the bundle from there', () => {
    const directUrl = {
      url: 'file:///home/me/project/lib',
      editable: true,
      folder: true,
      vcs: '',
      commit: '',
      subdirectory: '',
      sha256: ''
    };
    const at = (folder: string | null) => line('pkg', '1', { directUrl, folder }); // prettier-ignore
    expect(at('../lib')).toEqual(['./lib', null]);
    expect(at('..')).toEqual([null, 'local-install']);
    expect(at('../../lib')).toEqual([null, 'local-install']);
    expect(at('/lib')).toEqual([null, 'local-install']);
    expect(at(null)).toEqual([null, 'local-install']);
  });

  it('never copies the folder in which conda built a package', () => {
    const directUrl = {
      url: 'file:///croot/numpy_17/work',
      editable: false,
      folder: true,
      vcs: '',
      commit: '',
      subdirectory: '',
      sha256: ''
    };
    expect(line('numpy', '1.26', { directUrl })).toEqual(['numpy==1.26', null]);
  });

  it('writes one line, whatever it is told, without secrets and local paths', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }),
        (name, version, url, commit) => {
          const secret = url.replace('://', '://me:SECRET@');
          const directUrl = { url: secret, editable: false, folder: false, vcs: 'git', commit, subdirectory: commit, sha256: '' }; // prettier-ignore
          for (const one of [
            line(name, version),
            line('pkg', '1', { directUrl })
          ]) {
            // prettier-ignore
            expect(one[0] ?? '').not.toMatch(/[\n\r]|SECRET/);
            expect(one[0] ?? '').not.toMatch(/^-/);
          }
        }
      )
    );
  });
});
