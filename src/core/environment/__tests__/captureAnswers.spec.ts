import { CancelledError } from '../../error';
import { plainEnglish as trans } from '../../text';
import { ICapture, captureEnvironment } from '../capture';
import { environmentFiles } from '../files';
import {
  KernelAnswerError,
  KernelUnavailableError,
  ScriptedKernel,
  noKernel
} from '../kernel';
import { outcome, uses } from './outcome';

describe('captureEnvironment', () => {
  const options = { modules: uses('numpy'), files: [], trans };

  it('wants a Python kernel', async () => {
    await expect(
      captureEnvironment(noKernel('none'), options)
    ).rejects.toBeInstanceOf(KernelUnavailableError);
    await expect(
      captureEnvironment(noKernel('gone', 'python'), options)
    ).rejects.toThrow('gone');
    const r = new ScriptedKernel('', 'R');
    await expect(captureEnvironment(r, options)).rejects.toThrow('speaks R');
    expect(r.asked).toEqual([]);
  });

  it.each(['', 'None', '[]', '{"error": "ValueError: x"}', '{"python": "3"}'])(
    'does not trust the answer %s',
    async answer => {
      await expect(
        captureEnvironment(new ScriptedKernel(answer), options)
      ).rejects.toBeInstanceOf(KernelAnswerError);
    }
  );

  it('writes nothing into the files that an answer makes up', async () => {
    const answer = (name: string, version: string, direct_url?: object) =>
      JSON.stringify({
        python: '3.12',
        modules: { numpy: { kind: 'installed', distributions: ['numpy'] } },
        distributions: { numpy: { name, version, direct_url } }
      });
    for (const bad of [
      answer('numpy\n-e /etc', '1'),
      answer('numpy', '1\n--index-url=https://evil.example'),
      answer('numpy', '1', { url: 'ssh://git@host/x', vcs_info: { vcs: 'git', commit_id: 'a' } }), // prettier-ignore
      answer('numpy', '1', { url: 'https://x/y', vcs_info: { vcs: 'git', commit_id: 'a\nb' } }) // prettier-ignore
    ]) {
      const found = await captureEnvironment(new ScriptedKernel(bad), options);
      expect(outcome(found).lines).toEqual([]);
      expect(found.findings).toHaveLength(1);
    }
  });

  it('replaces packages of one system only', async () => {
    const answer = JSON.stringify({
      python: '3.12',
      modules: {
        numpy: {
          kind: 'installed',
          distributions: ['tensorflow-macos', 'pywin32']
        }
      },
      distributions: {
        'tensorflow-macos': { name: 'tensorflow-macos', version: '2.16' },
        pywin32: { name: 'pywin32', version: '306' }
      }
    });
    const found = await captureEnvironment(new ScriptedKernel(answer), options);
    expect(outcome(found)).toMatchObject({
      lines: ['tensorflow==2.16'],
      findings: ['environment.platform-only', 'environment.platform-replaced']
    });
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(
      captureEnvironment(new ScriptedKernel('{}'), {
        ...options,
        signal: abort.signal
      })
    ).rejects.toBeInstanceOf(CancelledError);
  });
});

const nothing: ICapture = {
  python: '3.12',
  conda: false,
  needsConda: false,
  channels: [],
  packages: [],
  system: [],
  modules: [],
  requires: new Map(),
  sources: [],
  findings: []
};

describe('environmentFiles', () => {
  it.each([
    ['3.6', '3.7'],
    ['2.7', '3.7'],
    ['3.15', '3.14'],
    ['3.20', '3.14']
  ])('takes a Python that Binder has instead of %s', (version, nearest) => {
    const { files, findings } = environmentFiles(
      {
        ...nothing,
        python: version
      },
      0,
      trans
    );
    expect(files[0].content).toBe(`python-${nearest}\n`);
    expect(findings).toMatchObject([{ id: 'environment.python-version' }]);
  });

  it('names the notebooks at the top, each on the same line', () => {
    const sources = ['a.ipynb', 'b\n-e /etc\u2028.ipynb', 'helpers.py', ...'cdefg'].map(one => (one.includes('.') ? one : `${one}.ipynb`)); // prettier-ignore
    const { files } = environmentFiles({ ...nothing, sources }, 0, trans);
    expect(files[1].content).toMatch(
      /^#.*\n#.*\n# For a\.ipynb, b -e \/etc.\.ipynb, c\.ipynb, d\.ipynb, e\.ipynb, …\n$/u
    );
    expect(String(files[1].content).split(/\r|\n|\u2028/)).toHaveLength(4);
  });
});
