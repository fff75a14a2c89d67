import type {
  IAlternateIdentifier,
  IDate,
  IFunding,
  IMetadata,
  IReference,
  IRelatedWork
} from '../model';
import { communityOf } from './communities';
import { readDate } from './dates';
import { grantOf } from './funders';
import { distinct, wordsOf } from './keywords';
import { readOwnDoi } from './ownDoi';
import { withKeys } from './people';
import { present } from './present';
import { referenceOf } from './references';
import type { SourceNode } from './sourceNode';
import { dateType, linkType, relationType } from './knownIds';
import { workIdentifier } from './workIdentifier';

type Keyless<T> = Omit<T, 'key'>;

/** Keywords, works, grants, communities and dates of a deposit. */
export function readZenodoWorks(top: SourceNode): Partial<IMetadata> {
  const { related, alternate } = readRelated(top.get('related_identifiers'));
  const own = readOwnDoi(top.get('doi'));
  const funding = top
    .get('grants')
    .items()
    .flatMap((node): Keyless<IFunding>[] => {
      const grant = grantOf((node.isObject ? node.get('id') : node).line());
      if (!grant) {
        node.complain();
      }
      return grant ? [grant] : [];
    });
  const communities = top
    .get('communities')
    .items()
    .flatMap(node => {
      const slug = (node.isObject ? node.any('identifier', 'id') : node).line();
      return slug ? [communityOf(slug)] : [];
    });
  const references = top
    .get('references')
    .items()
    .flatMap((node): Keyless<IReference>[] => {
      const text = node.plain();
      return text ? [referenceOf(text)] : [];
    });
  return {
    ...present('keywords', readKeywords(top)),
    ...present('relatedWorks', withKeys(related)),
    ...present('alternateIdentifiers', withKeys([...own, ...alternate])),
    ...present('funding', withKeys(funding)),
    ...present('communities', communities),
    ...present('references', withKeys(references)),
    ...present('dates', withKeys(readDates(top.get('dates'))))
  };
}

/** Keywords, and the terms of subjects: their ids are of lists that the site may not have. */
function readKeywords(top: SourceNode): string[] {
  const subjects = top
    .get('subjects')
    .items()
    .map(node => {
      const term = (node.isObject ? node.get('term') : node).plain();
      if (!node.get('identifier').isMissing) {
        node.get('identifier').tellUnused();
      }
      return term;
    });
  return distinct([...wordsOf(top.get('keywords')), ...subjects]);
}

function readRelated(list: SourceNode): {
  readonly related: Keyless<IRelatedWork>[];
  readonly alternate: Keyless<IAlternateIdentifier>[];
} {
  const related: Keyless<IRelatedWork>[] = [];
  const alternate: Keyless<IAlternateIdentifier>[] = [];
  for (const node of list.items()) {
    const work = workIdentifier(node.get('identifier').line());
    const relation = node.get('relation').line();
    const id = relationType(relation);
    if (work && /^isalternateidentifier$/i.test(relation)) {
      alternate.push(work);
    } else if (work && id) {
      const type = node.get('resource_type').line();
      related.push({ ...work, relation: id, resourceType: linkType(type) });
      if (type && !linkType(type)) {
        node.get('resource_type').complain();
      }
    } else {
      node.complain();
    }
  }
  return { related, alternate };
}

function readDates(list: SourceNode): Keyless<IDate>[] {
  return list.items().flatMap(node => {
    const [start, end] = ['start', 'end'].map(key => readDate(node.get(key)));
    const date =
      start && end && start !== end ? `${start}/${end}` : start || end;
    const type = dateType(node.get('type').line());
    if (!date || !type) {
      node.complain();
      return [];
    }
    if (!start || !end) {
      tellOpenInterval(node);
    }
    return [{ date, type, description: node.get('description').plain() }];
  });
}

function tellOpenInterval(node: SourceNode): void {
  const { path, trans } = node.findings;
  node.tell(
    'open-interval',
    'info',
    trans.__(
      '“%1” in %2 has one end only. It was taken for a single date.',
      node.name,
      path
    )
  );
}
