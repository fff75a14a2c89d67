/** Bundles with one trouble in what conda, pip or the shell reads. */
import { IBinderOptions } from '../options';
import { conda, Layout } from './layouts';

/** A bundle, and what is to be found in it. */
export interface ITrouble {
  readonly files: Layout;
  readonly options?: IBinderOptions;
  /** Without `binder.`. */
  readonly id: string;
  /** One-based. */
  readonly line?: number;
  /** The file after the first fix that writes one; null: no such fix. */
  readonly after: string | null;
}

const runtime = { 'runtime.txt': 'python-3.12\n' };
const versions = new Map([
  ['numpy', '2.3.1'],
  ['scikit-learn', '1.7.0'],
  ['torch', '2.7.1+cu128']
]);

/** A requirements.txt in a bundle that is fine otherwise. */
function pip(
  id: string,
  before: string,
  after: string | null,
  line = 1,
  more: Layout = {},
  options: IBinderOptions = {}
): ITrouble {
  const files = { ...runtime, 'requirements.txt': before, ...more };
  return { files, id, line, after, options };
}

/** An environment.yml. */
function yml(
  id: string,
  before: string,
  after: string | null,
  line: number,
  options: IBinderOptions = {}
): ITrouble {
  return { files: { 'environment.yml': before }, id, line, after, options };
}

function script(
  id: string,
  name: string,
  before: string | Uint8Array,
  after: string,
  line = 1
): ITrouble {
  const files = { ...runtime, [name]: before };
  return { files, id, line, after };
}

/** By name. */
export const troubles: Record<string, ITrouble> = {
  'a package without version': pip(
    'unpinned',
    '# mine\n\nnumpy  # for arrays\r\nscikit_learn[x] >=1.2,<2 ; python_version > "3.8"\n',
    '# mine\n\nnumpy==2.3.1  # for arrays\r\nscikit_learn[x]==1.7.0 ; python_version > "3.8"\n',
    3,
    {},
    { versions }
  ),
  'a package without version, known to nobody': pip('unpinned', 'x\n', null),
  'a version with a star': pip('unpinned', 'numpy==2.*\n', 'numpy==2.3.1\n', 1, {}, { versions }), // prettier-ignore
  'a repository without commit': pip(
    'unpinned',
    'a==1\nb @ git+https://github.com/a/b\n',
    null,
    2
  ),
  'a path of conda': pip(
    'local-path',
    'a==1\nnumpy @ file:///croot/numpy_1704/work\n# end',
    'a==1\nnumpy==2.3.1\n# end',
    2,
    {},
    { versions }
  ),
  'a path of conda, with a wheel': pip(
    'local-path',
    'numpy @ file:///home/conda/feedstock_root/build_artifacts/numpy/dist/numpy-1.26.4-cp312-cp312-linux_x86_64.whl#sha256=1f\n',
    'numpy==1.26.4\n'
  ),
  'a folder of the user': pip(
    'local-path',
    'a==1\nmine @ file:///home/me/mine\nb==2\n',
    'a==1\nb==2\n',
    2
  ),
  'a folder above': pip('local-path', 'a==1\n-e ..\n', 'a==1\n', 2),
  'a folder of Windows': pip('local-path', '-e C:\\me\\x\na==1', 'a==1'),
  'a folder of the user, in the home folder': pip('local-path', '~/x\n', ''),
  'an editable install of pip freeze': pip(
    'local-path',
    '# Editable install with no version control (x==1)\n-e /home/me/x\na==1\n',
    '# Editable install with no version control (x==1)\na==1\n',
    2
  ),
  'a folder that is not there': pip('missing', '-e ./x\na==1\n', 'a==1\n'),
  'the bundle, which is no package': pip('missing', '-e .\na==1\n', 'a==1\n'),
  'a folder that is no package': pip('missing', './x[y]\na==1\n', 'a==1\n', 1, {
    'x/a.py': ''
  }),
  'a wheel that is not there': pip(
    'missing',
    './dist/my_x-1.2-py3-none-any.whl\n',
    'my-x==1.2\n'
  ),
  'a list that is not there': pip(
    'include-missing',
    'a==1\n-r more.txt\n-c limits.txt\n',
    'a==1\n',
    2
  ),
  'a wheel for Windows': pip(
    'wheel-platform',
    './x-1.2+cpu-cp312-cp312-win_amd64.whl\n',
    'x==1.2\n',
    1,
    { 'x-1.2+cpu-cp312-cp312-win_amd64.whl': 'x' }
  ),
  'a wheel for macOS on the web': pip(
    'wheel-platform',
    'x @ https://example.org/x-1.2-cp312-cp312-macosx_11_0_arm64.whl\n',
    'x==1.2\n'
  ),
  'a password': pip(
    'credentials',
    'x @ git+https://me:pass@example.org/x.git@1f2e # mine\n',
    'x @ git+https://example.org/x.git@1f2e # mine\n'
  ),
  'a password of an index': pip(
    'credentials',
    '--extra-index-url https://pass@example.org/simple\nx==1\n',
    '--extra-index-url https://example.org/simple\nx==1\n'
  ),
  'a key for a repository': pip(
    'private-url',
    'x @ git+ssh://git@github.com/a/x.git@1f2e\n',
    'x @ git+https://github.com/a/x.git@1f2e\n'
  ),
  'a key for a repository of nobody else': pip(
    'private-url',
    'a==1\nx @ git+ssh://git@example.org/a/x.git@1f2e\n',
    'a==1\n',
    2
  ),
  'a local version': pip(
    'local-version',
    'torch==2.7.1+cu128\nx==1\ny==1+g1a2b\n',
    'torch==2.7.1\nx==1\ny==1\n'
  ),
  'a local version for another graphics card': pip(
    'local-version',
    '--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2.7.1+cu128\ntorchvision==0.22.1+cpu\n',
    '--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2.7.1\ntorchvision==0.22.1+cpu\n',
    2
  ),
  'PyTorch with a graphics card': pip(
    'graphics-card',
    '# mine\r\nnumpy==2.3.1\r\ntorch==2.7.1\r\ntorchvision==0.22.1\r\n',
    '# mine\r\nnumpy==2.3.1\r\n--extra-index-url https://download.pytorch.org/whl/cpu\r\ntorch==2.7.1\r\ntorchvision==0.22.1\r\n',
    3
  ),
  'packages of Windows and macOS': pip(
    'platform',
    'pywin32==306\nappnope==0.1.4 ; python_version > "3.8" # a\npyobjc-core\nJax_Metal==0.1\n',
    'pywin32==306 ; sys_platform == "win32"\nappnope==0.1.4 ; (python_version > "3.8") and sys_platform == "darwin" # a\npyobjc-core ; sys_platform == "darwin"\nJax_Metal==0.1 ; sys_platform == "darwin"\n'
  ),
  'packages with other names': pip(
    'instead',
    'tensorflow-macos==2.16.2\nsklearn==0.0\nonnxruntime-silicon==1.16\ntensorflow-directml==1.15.8\n',
    'tensorflow==2.16.2\nscikit-learn\nonnxruntime==1.16\ntensorflow\n'
  ),
  'the form of conda': pip(
    'conda-form',
    '# platform: linux-64\n_libgcc_mutex=0.1=main\nnumpy=1.26.4=py312_0\nx=1\n',
    '# platform: linux-64\nnumpy==1.26.4\nx==1\n',
    2
  ),
  'a line without sense': pip(
    'requirement',
    'a==1\nimport numpy\nnumpy 1.26\n',
    'a==1\nnumpy==1.26\n',
    2
  ),
  'an unknown option': pip('requirement', '--frob\na==1\n', 'a==1\n'),
  'checksums on some lines': pip(
    'hashes',
    `a==1 \\\n    --hash=sha256:${'0'.repeat(64)} \\\n    --hash=sha256:${'1'.repeat(64)}\nb==1\n`,
    'a==1\nb==1\n'
  ),
  'a trouble in a second list': {
    ...pip('local-version', '-r more.txt\n', 'x==1\n'),
    files: {
      ...runtime,
      'requirements.txt': '-r sub/more.txt\n',
      'sub/more.txt': 'x==1+a\n'
    }
  },
  'a dependency on Python with a sign': yml(
    'python-form',
    `# mine\nname: x\n${conda('numpy=2', '"python>=3.11" # new', 'x=1')}`,
    `# mine\nname: x\n${conda('numpy=2', 'python=3.11 # new', 'x=1')}`,
    5
  ),
  'a dependency on Python from a channel': yml(
    'python-form',
    conda('conda-forge::python=3.12'),
    conda('python=3.12'),
    2
  ),
  'an unknown Python': {
    ...yml('python', conda('python=3.19'), conda('python=3.14'), 2)
  },
  'no Python': {
    ...yml(
      'python-default',
      'dependencies:\r\n  - x=1 # a\r\n',
      'dependencies:\r\n  - python=3.13\r\n  - x=1 # a\r\n',
      1,
      { python: '3.13' }
    ),
    line: undefined
  },
  builds: yml(
    'build-strings',
    conda('python=3.12.4=h1_0', 'x=1.2=py312_0 # a', "'y==1=b_1'", 'z=1'),
    conda('python=3.12.4', 'x=1.2 # a', 'y==1', 'z=1'),
    2
  ),
  'packages of other systems from conda': yml(
    'platform',
    conda('python=3.12', 'pywin32=306', 'x=1', 'm2w64-gcc-libs=5.3 # a'),
    conda('python=3.12', 'x=1'),
    3
  ),
  'a prefix': yml(
    'prefix',
    `${conda('python=3.12')}prefix: /home/me/x\n`,
    conda('python=3.12'),
    3
  ),
  'the channel of Anaconda': yml(
    'defaults-channel',
    `channels:\n - defaults # a\n${conda('python=3.12')}`,
    `channels:\n - conda-forge # a\n${conda('python=3.12')}`,
    2
  ),
  'the channel of Anaconda beside another': yml(
    'defaults-channel',
    `channels:\n - conda-forge\n - defaults\n${conda('python=3.12')}`,
    `channels:\n - conda-forge\n${conda('python=3.12')}`,
    3
  ),
  'conda without versions': yml(
    'unpinned',
    conda('python=3.12', 'pip', 'numpy', 'conda-forge::scikit-learn >=1.2'),
    conda('python=3.12', 'pip', 'numpy=2.3.1', 'conda-forge::scikit-learn=1.7.0'), // prettier-ignore
    4,
    { versions }
  ),
  'a file for conda on the user’s computer': yml(
    'local-path',
    conda('python=3.12', 'file:///home/me/x.conda'),
    null,
    3
  ),
  'a path for pip in environment.yml': yml(
    'local-path',
    `${conda('python=3.12', 'pip')} - pip:\n   - a==1\n   - "x @ file:///home/me/x" # mine\n`,
    `${conda('python=3.12', 'pip')} - pip:\n   - a==1\n`,
    6
  ),
  'a local version for pip in environment.yml': yml(
    'local-version',
    `${conda('python=3.12', 'pip')} - pip:\n   - 'torch==2.7.1+cu128' # big\n`,
    `${conda('python=3.12', 'pip')} - pip:\n   - torch==2.7.1 # big\n`,
    5
  ),
  'runtime.txt with capitals': {
    files: { 'requirements.txt': 'a==1\n', 'Runtime.txt': 'python-3.12\n' },
    id: 'name',
    after: 'python-3.12\n'
  },
  'postBuild with other letters': {
    files: { ...runtime, 'postbuild.sh': '#!/bin/bash\n' },
    id: 'name',
    after: '#!/bin/bash\n'
  },
  'postBuild from Windows': script(
    'line-ends',
    'postBuild',
    '#!/bin/bash\r\necho a\r\n',
    '#!/bin/bash\necho a\n'
  ),
  'start from Windows': script(
    'line-ends',
    'start',
    '#!/bin/bash\r\nexec "$@"\r\n',
    '#!/bin/bash\nexec "$@"\n'
  ),
  'start without first line': script(
    'script-first-line',
    'start',
    'exec "$@"\n',
    '#!/bin/bash\nexec "$@"\n'
  ),
  'start that does not go on': script(
    'start-exec',
    'start',
    '#!/bin/bash\nexport A=1',
    '#!/bin/bash\nexport A=1\nexec "$@"\n',
    2
  ),
  'postBuild with a mark': script(
    'script-mark',
    'postBuild',
    '\ufeff#!/bin/bash\n',
    '#!/bin/bash\n'
  )
};
