import { byPath } from '../bundle/entry';
import { descriptionText } from '../metadata/html';
import type { IMetadata } from '../metadata/model';
import type { ITestEvidence } from '../testRun/evidence';
import { type ISite, doiUrl, recordPageUrl } from '../zenodo/sites';
import { encodingFormat } from './encodingFormat';
import { Graph, IEntity, IReference, fileId, oneOrMany } from './entities';
import { addLanguage, languageOf } from './language';
import { licenseUri } from './licenseUri';
import { addCreators } from './people';
import { addTestRuns } from './testRunActions';

/** The crate's file, at the bundle's root. */
export const cratePath = 'ro-crate-metadata.json';

const version = 'https://w3id.org/ro/crate/1.1';

/** A file of the bundle as it is archived. */
export interface ICrateFile {
  /** Path in the bundle. */
  readonly path: string;
  /** Bytes; null where nobody knows. */
  readonly size: number | null;
  /** Hexadecimal, of the archived bytes; null where nobody knows. */
  readonly sha256: string | null;
  /** ISO 8601; '' where nobody knows. */
  readonly lastModified: string;
}

/** A notebook of the bundle. */
export interface ICrateNotebook {
  /** Path in the bundle. */
  readonly path: string;
  /** `python`, `R`, `julia`: the kernel's language; null where the notebook has none. */
  readonly language: string | null;
}

export interface ICrateOptions {
  readonly metadata: IMetadata;
  readonly files: readonly ICrateFile[];
  /** The one that opens first at the front. */
  readonly notebooks: readonly ICrateNotebook[];
  /** Path of the file that Binder builds from. */
  readonly environmentFile: string | null;
  readonly site: ISite;
  /** Of the record; null before the DOI is reserved. */
  readonly record: { readonly id: string; readonly doi: string } | null;
  /** What a test run showed of these very files; null = nothing that is to be told. */
  readonly evidence: ITestEvidence | null;
}

/**
 * Whether a crate is to be made: not where the project brings its own.
 *
 * @param paths - of the files that go into the bundle and are not made here.
 */
export function makesCrate(paths: readonly string[]): boolean {
  return !paths.includes(cratePath);
}

/**
 * The text of `ro-crate-metadata.json` (RO-Crate 1.1): what is in the bundle,
 * by whom and under which licence, for machines. The same choices give the
 * same text; nothing in it is the time of writing.
 */
export function roCrate(options: ICrateOptions): string {
  const descriptor: IEntity = {
    '@id': cratePath,
    '@type': 'CreativeWork',
    conformsTo: { '@id': version },
    about: { '@id': './' }
  };
  const languages = new Map(
    options.notebooks.map(({ path, language }) => [path, language])
  );
  const parts = new Graph();
  const things = new Graph();
  const files = options.files
    .filter(({ path }) => path !== cratePath)
    .sort(byPath)
    .map(file => parts.add(fileEntity(file, options, languages, things)));
  const root = new Graph();
  root.add(rootEntity(options, files, things));
  const crate = {
    // `sha256` came to schema.org after the version that 1.1 is based on.
    '@context': [`${version}/context`, { sha256: 'http://schema.org/sha256' }],
    '@graph': [
      descriptor,
      ...root.entities,
      ...parts.entities,
      ...things.entities
    ]
  };
  return `${JSON.stringify(crate, null, 2)}\n`;
}

function rootEntity(
  options: ICrateOptions,
  files: readonly IReference[],
  things: Graph
): IEntity {
  const { metadata, site, record, notebooks } = options;
  const licenses = metadata.licenses.map(({ id, title, own }, index) =>
    things.add({
      '@id': own
        ? `#license-${index + 1}`
        : (licenseUri(id) ?? `#license-${fileId(id)}`),
      '@type': 'CreativeWork',
      name: title,
      identifier: id,
      description: own?.description.trim(),
      url: own?.link.trim()
    })
  );
  const held = new Set(files.map(file => file['@id']));
  const main = notebooks
    .map(({ path }) => fileId(path))
    .find(id => held.has(id));
  return {
    '@id': './',
    '@type': 'Dataset',
    name: metadata.title,
    // Both are obligatory in a crate; a site asks for a title only.
    description:
      descriptionText(metadata.description, metadata.descriptionFormat) ||
      metadata.title,
    // Of an interval, its beginning: a crate takes one date.
    datePublished: metadata.publicationDate.split('/')[0],
    author: oneOrMany(addCreators(things, metadata.creators)),
    license: oneOrMany(licenses),
    keywords: oneOrMany(metadata.keywords),
    version: metadata.version,
    publisher: things.add({
      '@id': site.url,
      '@type': 'Organization',
      name: site.name,
      url: site.url
    }),
    identifier: record ? identifier(site, record.doi) : undefined,
    url: record ? recordPageUrl(site, record.id) : undefined,
    mainEntity: main === undefined ? undefined : { '@id': main },
    hasPart: files,
    mentions: options.evidence
      ? addTestRuns(things, options.evidence, options.environmentFile)
      : undefined
  };
}

/** A DOI that leads nowhere is no address. */
function identifier(site: ISite, doi: string): string {
  return site.citableDoi ? doiUrl(site, doi) : doi;
}

function fileEntity(
  file: ICrateFile,
  { notebooks, environmentFile }: ICrateOptions,
  languages: ReadonlyMap<string, string | null>,
  things: Graph
): IEntity {
  const { path, size, sha256, lastModified } = file;
  const isNotebook = languages.has(path) || /\.ipynb$/i.test(path);
  const language = isNotebook
    ? (languages.get(path) ?? null)
    : languageOf(path);
  // A workflow is run from its top; notebooks beside it are code.
  const types = [
    'File',
    ...(isNotebook || language !== null ? ['SoftwareSourceCode'] : []),
    ...(path === notebooks[0]?.path ? ['ComputationalWorkflow'] : [])
  ];
  return {
    '@id': fileId(path),
    '@type': types.length > 1 ? types : types[0],
    name: path,
    contentSize: size === null ? undefined : String(size),
    encodingFormat: encodingFormat(path) ?? undefined,
    sha256: sha256 ?? undefined,
    dateModified: isoTime(lastModified),
    programmingLanguage:
      language === null ? undefined : addLanguage(language, things),
    softwareRequirements:
      isNotebook && environmentFile !== null
        ? { '@id': fileId(environmentFile) }
        : undefined
  };
}

/** The same moment always in the same notation; servers have several. */
function isoTime(time: string): string | undefined {
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString();
}
