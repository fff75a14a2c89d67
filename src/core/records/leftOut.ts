import type { ITranslator } from '../text';
import { plainText } from '../zenodo/errors';

/** Why a file of a record is not written. */
export type LeftOutReason =
  /** `../`: it would land outside of the folder. */
  | 'outside'
  /** Begins with `/`. */
  | 'absolute'
  /** A drive letter or backslashes. */
  | 'windows'
  /** Nothing, or with characters that cannot be seen. */
  | 'name'
  | 'too-long'
  /** There is one of that name before it, or one that differs in case only. */
  | 'duplicate'
  /** It is a file where another one needs a folder, or the other way round. */
  | 'collision'
  | 'link'
  /** A device, a pipe. */
  | 'special'
  | 'encrypted'
  /** Packed in a way that no browser can unpack. */
  | 'compression'
  /** Jupyter does not write hidden files. */
  | 'hidden'
  /** Jupyter does not write this one. */
  | 'refused';

/** A file of a record that is not written. */
export interface ILeftOut {
  /** As the record names it: plain text of bounded length, untrusted. */
  readonly name: string;
  readonly reason: LeftOutReason;
}

/** What is kept of the name of one that is left out. */
export function leftOut(name: string, reason: LeftOutReason): ILeftOut {
  return { name: plainText(name.replace(/\0/g, '␀'), 200), reason };
}

/** Why it was left out, in the user's words. */
export function reasonText(reason: LeftOutReason, trans: ITranslator): string {
  switch (reason) {
    case 'outside':
      return trans.__('would be written outside of the folder');
    case 'absolute':
      return trans.__('names a place of its own on the disk');
    case 'windows':
      return trans.__('is a path of its own on Windows');
    case 'name':
      return trans.__('has a name that no file can have');
    case 'too-long':
      return trans.__('has a name that is too long');
    case 'duplicate':
      return trans.__('has the name of another file, or one in other case');
    case 'collision':
      return trans.__('is both a file and a folder');
    case 'link':
      return trans.__('is a link');
    case 'special':
      return trans.__('is no ordinary file');
    case 'encrypted':
      return trans.__('is encrypted');
    case 'compression':
      return trans.__('is packed in a way that is not known here');
    case 'hidden':
      return trans.__('is hidden, and Jupyter does not write hidden files');
    case 'refused':
      return trans.__('has a name that Jupyter does not take');
  }
}
