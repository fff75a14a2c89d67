import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { readDate } from './dates';
import { readJson } from './jsonDocument';
import { languageChoice } from './languages';
import { licensesOf } from './licenses';
import { withKeys } from './people';
import { type ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { present } from './present';
import { resourceType } from './knownIds';
import { readZenodoAccess } from './zenodoAccess';
import { readCustom } from './zenodoCustom';
import { readZenodoPeople } from './zenodoPeople';
import { readZenodoSections } from './zenodoSections';
import { readZenodoWorks } from './zenodoWorks';

/** Keys that are read, or that say nothing of the work. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'title upload_type publication_type image_type software_type description notes ' +
    'method creators contributors thesis_supervisors publication_date access_right ' +
    'embargo_date access_conditions license doi prereserve_doi keywords subjects ' +
    'related_identifiers references communities grants version language dates ' +
    'journal_title journal_volume journal_issue journal_pages journal_issn ' +
    'conference_title conference_acronym conference_dates conference_place ' +
    'conference_url conference_session conference_session_part imprint_publisher ' +
    'imprint_isbn imprint_place partof_title partof_pages thesis_university custom ' +
    '$schema'
  ).split(' ')
);

/**
 * Read the metadata of a deposit in Zenodo's first format: `.zenodo.json`. It is
 * never refused: what cannot be used is left out and told.
 *
 * Sources: Zenodo, "Deposit metadata" (developers.zenodo.org); metadata
 * crosswalk 3a.
 */
export function readZenodoJson(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const root = readJson(text, findings);
  const top = root && metadataIn(root);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const values: Partial<IMetadata> = {
    ...present('title', top.get('title').plain()),
    ...present('resourceType', readType(top)),
    ...present('publicationDate', readDate(top.get('publication_date'))),
    ...readDescriptions(top),
    ...readZenodoPeople(top),
    ...present('licenses', readLicense(top.get('license'))),
    ...readZenodoAccess(top),
    ...readZenodoWorks(top),
    ...present('languages', readLanguage(top.get('language'))),
    ...present('version', top.get('version').line()),
    ...present('publisher', top.get('imprint_publisher').plain()),
    ...readZenodoSections(top),
    ...readCustom(top.get('custom'))
  };
  top.tellOthers(KNOWN);
  return { values, findings: findings.all };
}

/**
 * The metadata: the whole file, or its member `metadata`, as deposits are sent.
 * Null for a record in the site's present format, which this file cannot hold.
 */
function metadataIn(root: SourceNode): SourceNode | null {
  const inner = root.get('metadata');
  const top = inner.isObject && root.get('title').isMissing ? inner : root;
  if (top.get('resource_type').isObject) {
    const { path, trans } = root.findings;
    root.tell(
      'record',
      'warning',
      trans.__(
        '%1 was not used: it holds a record as Zenodo exports it. This file has the keys of a deposit, as "upload_type" and "creators".',
        path
      )
    );
    return null;
  }
  return top;
}

function readType(top: SourceNode): string {
  const upload = top.get('upload_type');
  const type = upload.line().toLowerCase();
  if (!type) {
    return '';
  }
  const part = top.get(`${type}_type`);
  const found =
    resourceType(part.isMissing ? type : `${type}-${part.line()}`) ||
    resourceType(type);
  if (!found || (!part.isMissing && found === type)) {
    (found ? part : upload).complain();
  }
  return found;
}

function readDescriptions(top: SourceNode): Partial<IMetadata> {
  const description = top.get('description').text();
  const others = [
    { node: top.get('method'), type: 'methods' },
    { node: top.get('notes'), type: 'notes' },
    { node: top.get('access_conditions'), type: 'other' }
  ];
  const additional = others.flatMap(({ node, type }) => {
    const text = node.text();
    return text
      ? [{ description: text, format: 'html' as const, type, language: null }]
      : [];
  });
  return {
    ...(description && { description, descriptionFormat: 'html' }),
    ...present('additionalDescriptions', withKeys(additional))
  };
}

/** An id, or an object with one. */
function readLicense(node: SourceNode): IMetadata['licenses'] {
  return licensesOf(
    node.items().map(one => (one.isObject ? one.get('id') : one))
  );
}

function readLanguage(node: SourceNode): IMetadata['languages'] {
  return node.items().flatMap(one => {
    const choice = languageChoice(one.line());
    if (!choice) {
      one.complain();
      return [];
    }
    return [choice];
  });
}
