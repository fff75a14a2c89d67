import type { CopyEdit } from '../core/finding';
import { readKeptMetadata } from '../core/metadata/keptMetadata';
import type { IMetadata } from '../core/metadata/model';
import type { ITestEvidence } from '../core/testRun/evidence';
import type { WrittenLimits } from '../core/testRun/timeLimits';
import { IContentsChoices, noChoices } from './contentsChoices';
import { IDataChoices, noDataChoices } from './dataState';
import type { IMadeFile } from './madeFiles';
import type { IPickedFile } from './pickedFiles';
import { readEvidence } from './testRun/keptEvidence';
import { IVersionChoices, noVersionChoices } from './versionState';

/** What is kept of a form over a reload of the page. Never a token. */
export interface IForm {
  readonly version: 1;
  /** What the user picked, and when this was kept (ISO 8601): to find it again. */
  readonly selection: readonly string[];
  readonly kept: string;
  readonly site: string;
  readonly metadata: IMetadata;
  /** Whether the files' details were in it; false = it was kept before. */
  readonly isFilled: boolean;
  readonly touched: readonly string[];
  /** As `Filling.filledFrom`. */
  readonly filledFrom: string;
  /** As `MetadataPart.ofSite`. */
  readonly ofSite: 'taken' | 'edited' | '';
  readonly contents: IContentsChoices;
  /** By which findings are known again: random. */
  readonly salt: string;
  /** Findings that were set aside, and why, by key. */
  readonly aside: Readonly<Record<string, string>>;
  readonly when: 'after-upload' | 'now';
  readonly reviewFirst: boolean;
  /** Notebooks whose badge was unticked. */
  readonly withoutBadge: readonly string[];
  readonly readmeInFolder: boolean;
  /** Files made from the kernel. */
  readonly made: readonly IMadeFile[];
  readonly data: IDataChoices;
  /** As the fields of `TestRunPart`. */
  readonly testRun: {
    readonly evidence: ITestEvidence | null;
    readonly tells: boolean;
    readonly without: readonly string[];
    readonly limits: WrittenLimits;
  };
  readonly versionOf: IVersionChoices;
  /** Files from the user's own computer, without what they hold. */
  readonly picked: readonly IKeptPick[];
}

/** What is kept of a file that the user picked. */
export type IKeptPick = Omit<IPickedFile, 'content' | 'hash'>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Read a kept form; what is not understood is left out. Null = nothing was kept. */
export function readForm(kept: unknown): IForm | null {
  if (!isObject(kept) || kept.version !== 1 || !isObject(kept.metadata)) {
    return null;
  }
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  return {
    version: 1,
    selection: texts(kept.selection),
    kept: text(kept.kept),
    site: text(kept.site),
    metadata: readKeptMetadata(kept.metadata),
    isFilled: kept.isFilled !== false,
    touched: texts(kept.touched),
    filledFrom: text(kept.filledFrom),
    ofSite:
      kept.ofSite === 'taken' || kept.ofSite === 'edited' ? kept.ofSite : '',
    contents: readContents(kept.contents),
    salt: text(kept.salt),
    aside: textRecord(kept.aside),
    when: kept.when === 'now' ? 'now' : 'after-upload',
    reviewFirst: kept.reviewFirst === true,
    withoutBadge: texts(kept.withoutBadge),
    readmeInFolder: kept.readmeInFolder === true,
    made: list(kept.made).flatMap(readMade),
    data: readData(kept.data),
    testRun: readTestRun(kept.testRun),
    versionOf: readVersion(kept.versionOf),
    picked: list(kept.picked).flatMap(readPick)
  };
}

function readContents(kept: unknown): IContentsChoices {
  if (!isObject(kept)) {
    return noChoices;
  }
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  const orNull = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    ticks: list(kept.ticks).flatMap((pair: unknown) =>
      Array.isArray(pair) &&
      typeof pair[0] === 'string' &&
      typeof pair[1] === 'boolean'
        ? [[pair[0], pair[1]] as const]
        : []
    ),
    root: orNull(kept.root),
    deepest: orNull(kept.deepest),
    above: texts(kept.above),
    usesGitignore: kept.usesGitignore === true,
    hidden: kept.hidden === true,
    layout: kept.layout === 'files' ? 'files' : 'zip',
    crate: kept.crate !== false,
    copyEdits: isObject(kept.copyEdits)
      ? Object.fromEntries(
          Object.entries(kept.copyEdits).map(([path, edits]) => [
            path,
            list(edits).flatMap(readEdit)
          ])
        )
      : {},
    overrides: textRecord(kept.overrides),
    split: texts(kept.split)
  };
}

const publishAs = ['new-version', 'separate', 'replace-files'] as const;

function readVersion(kept: unknown): IVersionChoices {
  if (!isObject(kept)) {
    return noVersionChoices;
  }
  const { as, recordId } = kept;
  return {
    as: publishAs.find(one => one === as) ?? null,
    recordId: typeof recordId === 'string' ? recordId : null
  };
}

function readTestRun(kept: unknown): IForm['testRun'] {
  const { evidence, tells, without, limits } = isObject(kept) ? kept : {};
  const { cell = null, total = null } = textRecord(limits);
  return {
    evidence: readEvidence(evidence),
    tells: tells === true,
    without: texts(without),
    limits: { cell, total }
  };
}

function readData(kept: unknown): IDataChoices {
  if (!isObject(kept)) {
    return noDataChoices;
  }
  const { license, cells } = kept;
  return {
    title: text(kept.title),
    license:
      license === 'cc0-1.0' || license === 'same' ? license : 'cc-by-4.0',
    cells: isObject(cells)
      ? Object.fromEntries(
          Object.entries(cells).filter(
            (pair): pair is [string, boolean] => typeof pair[1] === 'boolean'
          )
        )
      : {}
  };
}

function readEdit(kept: unknown): CopyEdit[] {
  if (!isObject(kept)) {
    return [];
  }
  const { kind, cell, key, name, displayName } = kept;
  switch (kind) {
    case 'clear-outputs':
      return typeof cell === 'number' ? [{ kind, cell }] : [];
    case 'drop-widget-state':
      return [{ kind }];
    case 'set-kernel':
      return [{ kind, name: text(name), displayName: text(displayName) }];
    case 'mask':
      return [{ kind, key: text(key) }];
    default:
      return [];
  }
}

function readMade(kept: unknown): IMadeFile[] {
  return isObject(kept) && text(kept.path)
    ? [
        {
          path: text(kept.path),
          made: text(kept.made),
          text: text(kept.text),
          saved: typeof kept.saved === 'string' ? kept.saved : null,
          reason: text(kept.reason),
          lastModified: text(kept.lastModified)
        }
      ]
    : [];
}

function readPick(kept: unknown): IKeptPick[] {
  return isObject(kept) && text(kept.path)
    ? [
        {
          key: text(kept.key) || text(kept.path),
          path: text(kept.path),
          name: text(kept.name) || text(kept.path),
          size: typeof kept.size === 'number' ? kept.size : 0,
          lastModified: text(kept.lastModified)
        }
      ]
    : [];
}

function textRecord(kept: unknown): Record<string, string> {
  return isObject(kept)
    ? Object.fromEntries(
        Object.entries(kept).filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string'
        )
      )
    : {};
}
