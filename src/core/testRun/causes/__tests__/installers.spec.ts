import { processorTime } from '../../../__tests__/processorTime';
import { CauseKind } from '../cause';
import { causesOf } from '../causesOf';
import recorded from './installers.json';
import { contextOf, notInstalled } from './kit';

/* What uv 0.13 and pip 23 said about these lines, long lists cut. */
const said: Readonly<Record<string, string>> = recorded;

const lines: Readonly<Record<string, string>> = {
  bad: 'numpy 1.2 ?',
  compile: 'pycairo==1.20.0',
  conflict: 'requests==2.31.0\nurllib3==1.20',
  cv2: 'cv2',
  dateutil: 'dateutil',
  git: 'git+ssh://git@example.invalid/lab/tools.git',
  hash: 'six==1.16.0 --hash=sha256:1111111111111111111111111111111111111111111111111111111111111111',
  index: '--index-url https://pypi.example.invalid/simple\nsix==1.16.0',
  local: 'markupsafe==2.1.5+cu118',
  nover: 'humanize==4.99.0',
  path: './wheels/tools-1.0-py3-none-any.whl',
  private: 'internal-lab-tools==1.0',
  pywin32: 'pywin32==306',
  requires: 'networkx==3.5',
  sklearn: 'sklearn',
  tf: 'tensorflow==2.10.0',
  url: 'https://data.example.invalid/x-1.0-py3-none-any.whl',
  yaml: 'yaml'
};

/** The kind of each cause, what its title names, and the file after the first fix. */
const expected: Readonly<
  Record<string, readonly [CauseKind, string, string | null]>
> = {
  bad: ['install-line', 'cannot be read', null],
  compile: ['install-build', 'pycairo', 'pycairo\n'],
  conflict: ['install-conflict', 'different versions', null],
  cv2: ['wrong-name', 'opencv-python', 'opencv-python-headless\n'],
  dateutil: ['wrong-name', 'python-dateutil', 'python-dateutil\n'],
  git: ['install-private', 'only you can get', null],
  hash: ['install-checksum', 'not the one', null],
  index: ['install-network', 'could not be fetched', null],
  local: ['install-version', 'markupsafe', 'markupsafe==2.1.5\n'],
  nover: ['install-version', 'humanize==4.99.0', 'humanize\n'],
  path: ['install-private', 'a file that is not among', null],
  private: ['install-unknown', 'internal-lab-tools', ''],
  pywin32: ['install-platform', 'pywin32', 'pywin32==306 ; sys_platform == "win32"\n'], // prettier-ignore
  requires: ['python-version', 'networkx==3.5', 'python-3.12\n'],
  sklearn: ['wrong-name', 'scikit-learn', 'scikit-learn\n'],
  tf: ['python-version', 'tensorflow==2.10.0', 'python-3.10\n'],
  url: ['install-network', 'could not be fetched', null],
  yaml: ['wrong-name', 'pyyaml', 'pyyaml\n']
};

describe('what an installer says', () => {
  it.each(Object.keys(said))('is understood: %s', name => {
    const key = name.split('.')[0];
    const [kind, title, after] = expected[key];
    const text = `${lines[key]}\n`;
    const [cause, ...more] = causesOf(
      notInstalled(said[name], key === 'requires' ? '3.10.13' : '3.11.7'),
      contextOf({
        environment: new Map([['requirements.txt', text]]),
        python: key === 'requires' ? '3.12.1' : '3.11.7'
      })
    );
    expect(more).toEqual([]);
    expect(cause.kind).toBe(kind);
    expect(cause.title).toContain(title);
    const fix = cause.fixes.find(one => one.fix.kind === 'write-file')?.fix;
    expect(fix?.kind === 'write-file' ? fix.after : null).toBe(after);
    expect(cause.line).not.toBe('');
    expect(cause.line.length).toBeLessThanOrEqual(80);
  });

  it('is quoted where nothing is known of it', () => {
    const [cause] = causesOf(
      notInstalled('Resolving…\nerror: the moon is in the wrong quarter\n'),
      contextOf()
    );
    expect(cause.kind).toBe('install');
    expect(cause.line).toBe('error: the moon is in the wrong quarter');
  });

  it('is looked for in the log, too', () => {
    const [cause] = causesOf(
      notInstalled('exit status 1'),
      contextOf({
        log: said['dateutil.uv'],
        environment: new Map([['requirements.txt', 'dateutil\n']])
      })
    );
    expect(cause.kind).toBe('wrong-name');
    expect(cause.place).toEqual({ path: 'requirements.txt', line: 1 });
  });

  it('of a great length is read in little time', () => {
    const start = processorTime();
    for (const text of [
      'because a==1 has no wheels with a matching Python ABI tag',
      'requirement a',
      'there is no version of',
      'depends on ',
      'Ignored the following versions that require a different python version: '
    ]) {
      // prettier-ignore
      causesOf(notInstalled(text.repeat(100_000)), contextOf());
    }
    expect(processorTime() - start).toBeLessThan(5_000);
  });
});
