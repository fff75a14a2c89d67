import type { IFinding } from '../finding';
import type { ITranslator } from '../text';
import { mistakeOf, parseOneYaml } from '../yamlText';
import { cleanLine, cleanText } from './clean';
import { emptyCreator } from './empty';
import type { ICreator, IMetadata } from './model';
import { normalizeOrcid, orcidTrouble } from './orcid';
import { htmlToText, stripTags } from './plainText';
import { licenseChoice } from './spdx';

/** What a CITATION.cff gives. */
export interface ICff {
  /** Only the fields that the file fills. */
  readonly values: Partial<IMetadata>;
  readonly findings: readonly IFinding[];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string {
  return typeof value === 'string' && !/^(?:~|null)$/i.test(value) ? value : '';
}

function lineOf(value: unknown): string {
  return cleanLine(stringOf(value));
}

/** A single value counts as a list of one. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** Makes findings about one file. */
class Findings {
  constructor(private readonly _path: string) {}

  readonly all: IFinding[] = [];

  add(
    name: string,
    severity: IFinding['severity'],
    message: string,
    line?: number
  ): void {
    this.all.push({
      id: `metadata.cff.${name}`,
      severity,
      section: 'metadata',
      message,
      place: { path: this._path, ...(line ? { line } : {}) }
    });
  }
}

/**
 * A person or entity of the list of authors. The server wants a family name of
 * each person, so that a single name of any kind becomes that.
 *
 * Source: CFF 1.2.0 schema guide, `definitions.person` and `definitions.entity`.
 */
function creatorOf(author: unknown, key: string): ICreator | null {
  if (!isFields(author)) {
    const name = lineOf(author);
    return name ? { ...emptyCreator(key), familyName: name } : null;
  }
  const affiliations = [
    ...new Set(
      listOf(author.affiliation)
        .map(lineOf)
        .filter(name => name)
    )
  ].map(name => ({ name }));
  const typed = lineOf(author.orcid);
  const orcid = typed ? normalizeOrcid(typed) : '';
  const name = lineOf(author.name);
  if (name) {
    const empty = emptyCreator(key, 'organisation');
    return { ...empty, name, affiliations };
  }
  const given = lineOf(author['given-names']);
  const family = [
    lineOf(author['name-particle']),
    lineOf(author['family-names']),
    lineOf(author['name-suffix'])
  ]
    .filter(part => part)
    .join(' ');
  const familyName = family || given || lineOf(author.alias);
  const givenName = family ? given : '';
  return familyName
    ? { ...emptyCreator(key), familyName, givenName, orcid, affiliations }
    : null;
}

function readCreators(
  authors: unknown,
  findings: Findings,
  trans: ITranslator
): ICreator[] {
  const creators: ICreator[] = [];
  for (const author of listOf(authors)) {
    const creator = creatorOf(author, `cff-${creators.length + 1}`);
    if (!creator) {
      findings.add(
        'author-without-name',
        'warning',
        trans.__('CITATION.cff has an author without a name.')
      );
      continue;
    }
    creators.push(creator);
    if (
      isFields(author) &&
      creator.kind === 'person' &&
      !['family-names', 'given-names'].some(name => lineOf(author[name]))
    ) {
      findings.add(
        'alias',
        'warning',
        trans.__(
          'CITATION.cff knows “%1” by no other name.',
          creator.familyName
        )
      );
    }
    if (creator.orcid && orcidTrouble(creator.orcid)) {
      findings.add(
        'orcid',
        'warning',
        trans.__('The ORCID “%1” in CITATION.cff is not right.', creator.orcid)
      );
    }
  }
  return creators;
}

function readLicenses(
  value: unknown,
  findings: Findings,
  trans: ITranslator
): IMetadata['licenses'] {
  const { ids, unknown } = licenseChoice(listOf(value).map(lineOf));
  if (ids.length > 1) {
    findings.add(
      'license-choice',
      'info',
      trans.__(
        'CITATION.cff offers a choice of licenses. The record names all of them.'
      )
    );
  }
  for (const expression of unknown) {
    findings.add(
      'license-unknown',
      'warning',
      trans.__(
        'The license “%1” in CITATION.cff cannot be filled in. Choose one.',
        expression
      )
    );
  }
  return ids.map(id => ({ id, title: id }));
}

/** YAML wraps lines: within a paragraph they are one. HTML comes as its text. */
function readAbstract(value: unknown): string {
  const text = cleanText(stringOf(value));
  if (stripTags(text) !== text) {
    return htmlToText(text);
  }
  return text
    .split(/\n\s*\n/)
    .map(cleanLine)
    .join('\n\n');
}

/**
 * Read a CITATION.cff. It is never refused: what cannot be read is left out and
 * told in a finding. Not taken: `preferred-citation` (another work),
 * `date-released` (mostly of an earlier release; this one is released today),
 * e-mail addresses and other contact data.
 *
 * All plain values are read as the text that stands there (YAML's failsafe
 * schema), so that version `1.10` does not become 1.1.
 *
 * Source: Citation File Format 1.2.0, schema guide; metadata crosswalk 3b.
 */
export function readCff(text: string, path: string, trans: ITranslator): ICff {
  const findings = new Findings(path);
  const document = parseOneYaml(text, {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false
  });
  const [error] = document?.errors ?? [];
  if (!document || error) {
    findings.add(
      'yaml',
      'warning',
      trans.__('CITATION.cff is not used: it is not valid YAML.'),
      document ? mistakeOf(document, text) : undefined
    );
    return { values: {}, findings: findings.all };
  }
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch {
    fields = null; // Too many aliases, as in an attack.
  }
  if (!isFields(fields)) {
    findings.add(
      'fields',
      'warning',
      trans.__('CITATION.cff is not used: it has no fields.')
    );
    return { values: {}, findings: findings.all };
  }
  const title = lineOf(fields.title);
  const creators = readCreators(fields.authors, findings, trans);
  const description = readAbstract(fields.abstract);
  const licenses = readLicenses(fields.license, findings, trans);
  const keywords = [
    ...new Set(
      listOf(fields.keywords)
        .map(lineOf)
        .filter(word => word)
    )
  ];
  const version = lineOf(fields.version);
  return {
    values: {
      ...(title && { title }),
      ...(creators.length > 0 && { creators }),
      ...(description && { description }),
      ...(licenses.length > 0 && { licenses }),
      ...(keywords.length > 0 && { keywords }),
      ...(version && { version })
    },
    findings: findings.all
  };
}
