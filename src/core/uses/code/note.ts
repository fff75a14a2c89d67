import { Language } from '../moduleUse';
import { Anchor } from './value';

/** What code does with a path. */
export type Role =
  /** Reads a file, or all files of a folder. */
  | 'read'
  /** Reads the files that match a pattern. */
  | 'glob'
  /** Reads the files that lie in a folder. */
  | 'list'
  /** Makes or replaces a file. */
  | 'write'
  /** Makes a folder, or unpacks something into it: what is in it is not known. */
  | 'fill'
  /** Asks whether it is there, or removes it: it may not be there. */
  | 'ask'
  /** Makes it the working folder. */
  | 'move'
  /** Looks for modules there. */
  | 'search'
  /** Runs the code in it. */
  | 'run';

/** How sure a path is: `high` = in a call that reads files, or shown as an image; `low` = it looks like one. */
export type Sureness = 'high' | 'low';

/** A path in code or Markdown. */
export interface IPathNote {
  readonly type: 'path';
  readonly role: Role;
  /** As written; a `HOLE` stands for what only a run can say. */
  readonly text: string;
  readonly anchor: Anchor;
  readonly sure: Sureness;
  /** Offset in the source. */
  readonly at: number;
}

/** A module that code imports. */
export interface IImportNote {
  readonly type: 'import';
  readonly language: Language;
  /** As written, with its dots; '' for `from . import x`. */
  readonly name: string;
  /** How many dots stand before it: 0 for an absolute import. */
  readonly level: number;
  /** What is taken from it: `x`, `*`. A sub-module may be among them. */
  readonly members: readonly string[];
  readonly optional: boolean;
  readonly at: number;
}

/** A command for a shell. */
export interface IShellNote {
  readonly type: 'shell';
  readonly command: string;
  readonly at: number;
}

/** A line for IPython without its `%`: its name, and what follows. */
export interface IMagicNote {
  readonly type: 'magic';
  readonly name: string;
  readonly rest: string;
  readonly at: number;
}

/** A requirement that code installs while it runs. */
export interface IInstallNote {
  readonly type: 'install';
  readonly manager: Manager;
  readonly name: string;
  /** As written, `>=1.2`; '' where none is asked for. */
  readonly version: string;
  /** The whole requirement as written. */
  readonly text: string;
  readonly at: number;
}

/** What installs. */
export type Manager = 'pip' | 'conda' | 'apt' | 'cran' | 'bioconductor' | 'github' | 'julia'; // prettier-ignore

/** An address in code or Markdown. */
export interface IUrlNote {
  readonly type: 'url';
  readonly text: string;
  readonly at: number;
}

/** A program that a shell starts. */
export interface IProgramNote {
  readonly type: 'program';
  readonly name: string;
  readonly at: number;
}

/** What a piece of code says, before anything is looked up. */
export type Note =
  | IPathNote
  | IImportNote
  | IShellNote
  | IMagicNote
  | IInstallNote
  | IUrlNote
  | IProgramNote;
