import { throwIfCancelled } from '../../error';
import type { IFiles } from '../../files';
import { readText } from '../../files';
import { joinPath, parentOf } from '../../paths';
import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { gitFormat, readKeyed } from './keyedText';
import { looseTags } from './gitTags';
import { nobody, withKeys } from './people';
import { personName } from './personName';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { repositoryAddress } from './workIdentifier';
import { softwareOf } from './zenodoCustom';

/** So many folders above the bundle's root are asked. */
const HIGHEST = 2;

/** A larger file of git's is not read. */
const LARGEST = 1_000_000;

/** Where git's files are. */
export interface IGitOptions {
  /** The server's files; hidden ones are mostly not shown, which is not told. */
  readonly files: IFiles;
  /** The bundle's root, from the server's root. */
  readonly root: string;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/** The texts of git's files, as far as they can be read. */
interface IGitTexts {
  readonly config: string;
  readonly head: string;
  readonly packed: string;
  /** What the branch at HEAD points to; '' where it is packed. */
  readonly branch: string;
}

/** `origin`, unless the project says that it was copied from `upstream`. */
function repositoryOf(sections: SourceNode): string {
  for (const name of ['upstream', 'origin']) {
    const url = sections.get(`remote "${name}"`).get('url').line();
    const address = repositoryAddress(url);
    if (address) {
      return address;
    }
  }
  return '';
}

/** The tag of the commit at HEAD, without a leading `v`; '' where there is none. */
export function tagAtHead(texts: Omit<IGitTexts, 'config'>): string {
  const branch = /^ref: (\S+)/.exec(texts.head)?.[1];
  const lines = texts.packed.split('\n');
  const packed = (name: string) =>
    lines.find(line => line.endsWith(` ${name}`))?.slice(0, 40) ?? '';
  const commit = (
    branch ? texts.branch.trim() || packed(branch) : texts.head.trim()
  ).slice(0, 40);
  if (!/^[\da-f]{40}$/.test(commit)) {
    return '';
  }
  for (const [index, line] of lines.entries()) {
    const tag = /^([\da-f]{40}) refs\/tags\/(\S+)$/.exec(line);
    // The line after an annotated tag says which commit it is of.
    const peeled = /^\^([\da-f]{40})/.exec(lines[index + 1] ?? '')?.[1];
    if (tag && (peeled ?? tag[1]) === commit) {
      return tag[2].replace(/^v(?=\d)/, '');
    }
  }
  return '';
}

/** What the texts of git's files say. */
export function gitSource(texts: IGitTexts, trans: ITranslator): ISource {
  const findings = new SourceFindings('.git/config', trans);
  const sections = readKeyed(texts.config, gitFormat, findings);
  const user = sections?.get('user').get('name').line() ?? '';
  const values: Partial<IMetadata> = {
    ...(sections && softwareOf({ repository: repositoryOf(sections) })),
    ...present('version', tagAtHead(texts)),
    ...present(
      'creators',
      // Who types is a person, whatever the name looks like.
      withKeys(user ? [{ ...nobody('person'), ...personName(user) }] : [])
    )
  };
  return { values, findings: [] };
}

/**
 * What git knows of the project: the repository's address, the tag, the name of
 * who commits there. Quiet where git's files cannot be read, as mostly.
 *
 * @throws CancelledError
 */
export async function readGit(options: IGitOptions): Promise<ISource | null> {
  const { files, root, trans, signal } = options;
  const read = async (path: string): Promise<string | null> => {
    throwIfCancelled(signal, trans.__('Stopped.'));
    try {
      const { kind, size } = await files.stat(path, signal);
      const isSmall = kind === 'file' && (size ?? 0) <= LARGEST;
      return isSmall ? await readText(files, path, signal) : null;
    } catch {
      throwIfCancelled(signal, trans.__('Stopped.'));
      return null;
    }
  };
  const loose = async (git: string): Promise<string> => {
    try {
      return await looseTags(files, git, signal);
    } catch {
      throwIfCancelled(signal, trans.__('Stopped.'));
      return '';
    }
  };
  let folder = root;
  for (let height = 0; height <= HIGHEST; height++) {
    const git = joinPath(folder, '.git');
    const config = await read(joinPath(git, 'config'));
    if (config !== null) {
      const head = (await read(joinPath(git, 'HEAD'))) ?? '';
      const branch = /^ref: (refs\/[\w./-]+)/.exec(head)?.[1];
      const isSafe = branch && !branch.includes('..');
      return gitSource(
        {
          config,
          head,
          packed:
            (await loose(git)) +
            ((await read(joinPath(git, 'packed-refs'))) ?? ''),
          branch: isSafe ? ((await read(joinPath(git, branch))) ?? '') : ''
        },
        trans
      );
    }
    if (!folder) {
      break;
    }
    folder = parentOf(folder);
  }
  return null;
}
