import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { readDate } from './dates';
import { wordsOf } from './keywords';
import { licensesOf } from './licenses';
import {
  affiliationOf,
  distinctAffiliations,
  namedPerson,
  nobody,
  type Person,
  readOrcid,
  withKeys
} from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { wellDescribed } from './wellDescribed';
import { readYaml } from './yamlDocument';

const FRONT = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * What the front matter of a notebook or document says, as Quarto and MyST write
 * it; null where there is none.
 *
 * @param path - of the file; lines are of the front matter, and not told
 */
export function readFrontMatter(
  text: string,
  path: string,
  trans: ITranslator
): ISource | null {
  const front = FRONT.exec(text.slice(0, 50_000).replace(/\r\n?/g, '\n'))?.[1];
  if (!front?.includes(':')) {
    return null;
  }
  const findings = new SourceFindings(path, trans);
  const top = readYaml(front, findings);
  if (!top) {
    return { values: {}, findings: [] };
  }
  const license = top.get('license');
  const values: Partial<IMetadata> = {
    ...present('title', top.get('title').plain()),
    ...present('additionalTitles', withKeys(readSubtitle(top.get('subtitle')))),
    ...present('creators', withKeys(readAuthors(top.any('authors', 'author')))),
    ...wellDescribed(top.any('abstract', 'description')),
    ...present('keywords', wordsOf(top.any('keywords', 'tags'))),
    ...present(
      'licenses',
      licensesOf(
        license
          .items()
          .map(node =>
            node.isObject ? node.any('content', 'code', 'id') : node
          )
      )
    )
  };
  return {
    values,
    offers: present('publicationDate', readDate(top.get('date'))),
    findings: findings.all.map(({ place: _place, ...finding }) => ({
      ...finding,
      place: { path }
    }))
  };
}

function readSubtitle(node: SourceNode) {
  const title = node.plain();
  return title ? [{ title, type: 'subtitle', language: null }] : [];
}

/** Authors as notebooks and front matter write them: names, or objects with more. */
export function readAuthors(list: SourceNode): Person[] {
  return list.items().flatMap((node): Person[] => {
    if (!node.isObject) {
      const name = node.plain();
      return name ? [namedPerson(name)] : [];
    }
    const orcid = readOrcid(node.get('orcid'));
    const affiliations = distinctAffiliations(
      node
        .any('affiliations', 'affiliation')
        .items()
        .map(one => affiliationOf((one.isObject ? one.any('name', 'institution') : one).plain(), null)) // prettier-ignore
    );
    const name = node.get('name');
    const parts = name.isObject ? name : node;
    const familyName = parts
      .any('family', 'family-names', 'familyName')
      .plain();
    const givenName = parts.any('given', 'given-names', 'givenName').plain();
    const whole = name.isObject ? name.get('literal').plain() : name.plain();
    if (familyName) {
      return [{ ...nobody('person'), familyName, givenName, orcid, affiliations }]; // prettier-ignore
    }
    return whole ? [{ ...namedPerson(whole, orcid), affiliations }] : [];
  });
}
