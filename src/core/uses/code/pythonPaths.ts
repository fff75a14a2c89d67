/** Python's calls that put paths together: `pathlib`, `os.path`. */
import { CallNotes } from './callNotes';
import { ICall } from './dialect';
import { IValue, isKnown, join, map, onlyText, parent, pathOf, unknown } from './value'; // prettier-ignore

const CLASSES = /^(?:Path|PurePath|PosixPath|PurePosixPath|WindowsPath|PureWindowsPath|UPath)$/; // prettier-ignore
const SAME = /^(?:str|fspath|expanduser|expandvars|abspath|realpath|normpath|resolve|absolute|as_posix)$/; // prettier-ignore

/** The path that a call gives; null if it gives none. */
export function pathCall(call: ICall, notes: CallNotes): IValue | null {
  const { name, owner, receiver } = call;
  if (CLASSES.test(name) && (!owner || owner === 'pathlib')) {
    return joinAll(call, pathOf('', 'working'));
  }
  if (name === 'home' && CLASSES.test(owner.split('.').pop() ?? '')) {
    return pathOf('~', 'working');
  }
  if (/^(?:cwd|getcwd|getcwdu)$/.test(name)) {
    return pathOf('', 'working');
  }
  if (name === 'join' && /(?:^|\.)(?:path|osp|op)$/.test(owner)) {
    return joinAll(call, null);
  }
  if (name === 'joinpath' && isKnown(receiver)) {
    return joinAll(call, receiver);
  }
  if (SAME.test(name)) {
    const argument = notes.arg(call, 0);
    if (argument && isKnown(argument.value)) {
      argument.taken = true;
      return argument.value;
    }
    return isKnown(receiver) ? receiver : null;
  }
  if (name === 'dirname') {
    const value = notes.take(call, 0);
    return value && isKnown(value) ? { ...parent(value), isPath: true } : unknown; // prettier-ignore
  }
  if (/^with_(?:suffix|name|stem)$/.test(name) && isKnown(receiver)) {
    const text = onlyText(notes.take(call, 0) ?? undefined);
    return text === null ? unknown : map(receiver, path => renamed(path, name, text)); // prettier-ignore
  }
  return null;
}

function joinAll(call: ICall, first: IValue | null): IValue {
  let path = first;
  for (const argument of call.args) {
    argument.taken = true;
    path = path ? join(path, argument.value) : argument.value;
    // `Path(__file__)` begins where its argument begins.
    if (argument.value.anchor === 'file' && path.anchor === 'working') {
      path = { ...path, anchor: 'file' };
    }
  }
  return { ...(path ?? unknown), isPath: true };
}

function renamed(path: string, by: string, text: string): string {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const name = path.slice(cut);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const suffix = dot > 0 ? name.slice(dot) : '';
  return by === 'with_name' ? folder + text : by === 'with_stem' ? folder + text + suffix : folder + stem + text; // prettier-ignore
}
