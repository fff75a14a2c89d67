import type { IReference, IRelatedWork } from '../model';
import { cffPeople } from './cffPeople';
import type { Person } from './people';
import type { SourceNode } from './sourceNode';
import { bareDoi, webAddress, workIdentifier } from './workIdentifier';

/** Resource types of the site for types of references. Source: CFF 1.2.0, `definitions.reference.type`. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['article', 'publication-article'],
  ['book', 'publication-book'],
  ['conference-paper', 'publication-conferencepaper'],
  ['data', 'dataset'],
  ['database', 'dataset'],
  ['magazine-article', 'publication-article'],
  ['manual', 'publication-softwaredocumentation'],
  ['patent', 'publication-patent'],
  ['proceedings', 'publication-conferenceproceeding'],
  ['report', 'publication-report'],
  ['slides', 'presentation'],
  ['software', 'software'],
  ['software-code', 'software'],
  ['software-container', 'software'],
  ['software-executable', 'software'],
  ['software-virtual-machine', 'software'],
  ['standard', 'publication-standard'],
  ['thesis', 'publication-dissertation'],
  ['unpublished', 'publication-preprint'],
  ['video', 'video']
]);

/** `Doe J. R.`; the name of an entity as it is. */
function citedName(person: Person): string {
  if (person.kind === 'organisation') {
    return person.name;
  }
  const initials = person.givenName
    .split(/\s+/)
    .filter(part => part)
    .map(part => `${[...part][0]}.`)
    .join(' ');
  return [person.familyName, initials].filter(part => part).join(' ');
}

/** The identifier of a reference; none where it has no DOI and no address. */
function identifierOf(
  node: SourceNode
): Pick<IReference, 'identifier' | 'scheme'> {
  const doi =
    bareDoi(node.get('doi').line()) ??
    node
      .get('identifiers')
      .items()
      .filter(one => one.get('type').line() === 'doi')
      .map(one => bareDoi(one.get('value').line()))
      .find(found => found);
  if (doi) {
    return { identifier: doi, scheme: 'doi' };
  }
  const url = ['url', 'repository-code', 'repository', 'repository-artifact']
    .map(key => webAddress(node.get(key).line()))
    .find(found => found);
  const work = url ? workIdentifier(url) : null;
  return work ?? { identifier: '', scheme: '' };
}

/** A work in the list of references, in words. Null for one that says nothing. */
export function cffReference(node: SourceNode): Omit<IReference, 'key'> | null {
  if (!node.isObject) {
    const reference = node.plain();
    return reference ? { reference, identifier: '', scheme: '' } : null;
  }
  const line = (key: string) => node.get(key).plain();
  const authors = cffPeople(node.get('authors')).map(citedName).join(', ');
  const date = line('year') || line('date-published') || line('date-released');
  const issue = line('issue');
  const volume = `${line('volume')}${issue && `(${issue})`}`;
  const pages = [line('start'), line('end')].filter(part => part).join('–');
  const journal = [line('journal') || line('collection-title'), volume]
    .filter(part => part)
    .join(' ');
  const publisher = node.get('publisher').isObject
    ? node.get('publisher').get('name').plain()
    : line('publisher');
  const version = line('version');
  const head = [authors, date && `(${date.slice(0, 4)})`]
    .filter(part => part)
    .join(' ');
  const title = `${line('title')}${version && ` (version ${version})`}`;
  const place = [journal, pages].filter(part => part).join(': ');
  const parts = [
    [head, title].filter(part => part).join(' '),
    place,
    publisher
  ];
  const reference = parts
    .filter(part => part)
    .map(part => part.replace(/\.$/, ''))
    .join('. ');
  const identifier = identifierOf(node);
  return reference || identifier.identifier
    ? {
        reference: reference ? `${reference}.` : identifier.identifier,
        ...identifier
      }
    : null;
}

/**
 * The work that its authors would rather have cited, as a link; null where it
 * has neither DOI nor address. An article describes what is published; other
 * works stand beside it.
 */
export function preferredWork(
  node: SourceNode
): Omit<IRelatedWork, 'key'> | null {
  const identifier = identifierOf(node);
  const resourceType = TYPES.get(node.get('type').line()) ?? '';
  return identifier.identifier
    ? {
        ...identifier,
        relation: resourceType.startsWith('publication')
          ? 'isdescribedby'
          : 'issupplementto',
        resourceType
      }
    : null;
}
