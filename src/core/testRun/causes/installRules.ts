/**
 * What uv (0.8 to 0.13) and pip (23 to 26) say when they cannot install. All
 * messages were met by giving them files that make them.
 */

/** What the installer stumbles over. */
export type InstallClueKind =
  /** Another version of Python is needed. */
  | 'python'
  | 'deprecated'
  /** No package of that name. */
  | 'unknown'
  | 'version'
  | 'platform'
  | 'conflict'
  | 'build'
  | 'private'
  | 'line'
  | 'path'
  | 'checksum'
  | 'network'
  | 'room';

/** What an installer says. */
export interface IInstallClue {
  readonly kind: InstallClueKind;
  /** The distribution, line or path; '' = not told. At most 300 characters. */
  readonly subject: string;
  /** Of `python`: what the package asks for, as `>=3.11`, or `3.8 3.9`. */
  readonly asked: string;
  /** What says so, as it stands there. */
  readonly line: string;
}

interface IInstallRule {
  readonly kind: InstallClueKind;
  /** The groups `subject` and `asked` are what it is about. */
  readonly message: RegExp;
  readonly source: string;
}

const installRules: readonly IInstallRule[] = [
  {
    kind: 'room',
    message: /No space left on device|Disk quota exceeded/,
    source: 'the system'
  },
  {
    kind: 'deprecated',
    message:
      /The '(?<subject>[\w.-]{1,80})' PyPI package is deprecated, use '(?<asked>[\w.-]{1,80})'/,
    source: 'sklearn: setup.py'
  },
  {
    kind: 'python',
    message:
      /does not satisfy Python(?<asked>[<>=!~][^\s]{0,60}) and (?<subject>[\w.-]{1,80})(?:==|[<>]=?|\s)[^\n]{0,80}depends on Python/,
    source: 'uv'
  },
  {
    kind: 'python',
    message:
      /[Bb]ecause (?<subject>[\w.-]{1,80})==\S{1,60} has no wheels with a matching Python (?:ABI|version|implementation) tag[^]{0,3000}?tags?: (?<asked>[`cp\d, mt]{4,200})/,
    source: 'uv: wheels for other versions only'
  },
  {
    kind: 'python',
    message:
      /requires? a different Python: \S+ not in '(?<asked>[^'\n]{1,60})'/i,
    source: 'pip: a project or a wheel'
  },
  {
    kind: 'platform',
    message:
      /[Bb]ecause (?<subject>[\w.-]{1,80})==\S{1,60} has no wheels with a matching platform tag/,
    source: 'uv'
  },
  {
    kind: 'checksum',
    message:
      /Hash mismatch for `(?<subject>[\w.-]{1,80})[^`\n]{0,60}`|THESE PACKAGES DO NOT MATCH THE HASHES|In --require-hashes mode/,
    source: 'uv, pip'
  },
  {
    kind: 'private',
    message:
      /Could not read from remote repository|Permission denied \(publickey|Authentication failed|HTTP status client error \(40[13]|40[13] (?:Client Error|Unauthorized|Forbidden)|User for \S+:|terminal prompts disabled|Host key verification failed/,
    source: 'git, uv, pip'
  },
  {
    kind: 'network',
    message:
      /dns error|error sending request for url|Failed to establish a new connection|Temporary failure in name resolution|Name or service not known|Network is unreachable|operation timed out|Read timed out|Network connectivity is disabled/,
    source: 'uv, pip'
  },
  {
    kind: 'path',
    message:
      /Distribution not found at: (?<subject>file:\S{1,300})|No such file or directory: '(?<asked>[^'\n]{1,300}(?:\.whl|\.tar\.gz|\.zip|requirements[^'\n]*\.txt))'|Could not open requirements file|does not appear to be a Python project/,
    source: 'uv, pip'
  },
  {
    kind: 'line',
    message:
      /Couldn't parse requirement in `[^`\n]{1,200}` at position \d+|Invalid requirement: '?(?<subject>[^'\n]{1,200})'?|Expected package name|Unsupported requirement/,
    source: 'uv, pip'
  },
  {
    kind: 'build',
    message:
      /Failed to (?:build|download and build) `(?<subject>[\w.-]{1,80})|Failed building wheel for (?<asked>[\w.-]{1,80})/,
    source: 'uv, pip'
  },
  {
    kind: 'build',
    message:
      /metadata-generation-failed|subprocess-exited-with-error|Failed to build /,
    source: 'uv, pip'
  },
  {
    kind: 'unknown',
    message:
      /[Bb]ecause (?<subject>[\w.-]{1,80}) was not found in the (?:package registry|provided)|requirement (?<asked>[\w.-]{1,80})[^\n]{0,60}\(from versions: none\)/,
    source: 'uv, pip'
  },
  {
    kind: 'version',
    message:
      /there is no version of (?<subject>[\w.-]{1,80})[=<>!~]|requirement (?<asked>[\w.-]{1,80})[=<>!~][^\n]{0,80}\(from versions: \d/,
    source: 'uv, pip'
  },
  {
    kind: 'conflict',
    message:
      /ResolutionImpossible|conflicting dependencies|depends on [^\n]{1,300}we can conclude that/,
    source: 'pip, uv'
  },
  {
    kind: 'unknown',
    message: /No matching distribution found for (?<subject>[\w.-]{1,80})/,
    source: 'pip'
  }
];

/** Characters at the end of a log that are looked at: why it failed stands last. */
const longest = 40_000;

/** What an installer says; null = nothing that is known here. */
export function readInstaller(text: string): IInstallClue | null {
  const tail = text.slice(-longest).replace(/\u001b\[[0-9;]*m/g, '');
  const ignored = ignoredForPython(tail);
  if (ignored) {
    return ignored;
  }
  for (const { kind, message } of installRules) {
    const said = message.exec(tail);
    if (said) {
      const { subject, asked = '' } = said.groups ?? {};
      const isPair = kind === 'python' || kind === 'deprecated';
      return {
        kind,
        subject: (subject ?? (isPair ? '' : asked)).slice(0, 300),
        asked: isPair ? asked : '',
        line: lineAt(tail, said.index)
      };
    }
  }
  return null;
}

/** pip lists what it passed over for the version of Python, and then says that there is nothing. */
function ignoredForPython(text: string): IInstallClue | null {
  const [whole, list] = /Ignored the following versions that require a different python version: ([^\n]{1,20000})/.exec(text) ?? []; // prettier-ignore
  const wanted = /No matching distribution found for ([\w.-]{1,80})==([\w.!+-]{1,60})/.exec(text); // prettier-ignore
  if (!whole || !wanted) {
    return null;
  }
  const [, subject, version] = wanted;
  const entry = list.split(';').find(one => one.trim().startsWith(`${version} `)); // prettier-ignore
  const asked = /Requires-Python (\S+)/.exec(entry ?? '')?.[1];
  return asked === undefined
    ? null
    : { kind: 'python', subject, asked, line: `${subject}==${version}: Requires-Python ${asked}` }; // prettier-ignore
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end === -1 ? text.length : end).trim();
}

/** The line that most likely says why, where no rule knows. */
export function decisiveLine(text: string): string {
  const lines = text.slice(-longest).split('\n').map(line => line.trim()).filter(Boolean); // prettier-ignore
  const isError = (line: string) =>
    /^(?:error|×|critical|fatal)\b|^(?:E|Error):|^╰─▶|\bcause:/i.test(line);
  return [...lines].reverse().find(isError) ?? lines[lines.length - 1] ?? '';
}
