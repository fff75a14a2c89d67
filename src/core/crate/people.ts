import type { ICreator } from '../metadata/model';
import { normalizeOrcid, orcidTrouble } from '../metadata/orcid';
import { Graph, IReference, oneOrMany } from './entities';

/** Put the creators and where they work into the crate; answers in their order. */
export function addCreators(
  graph: Graph,
  creators: readonly ICreator[]
): IReference[] {
  const affiliations = new Map<string, IReference>();
  const affiliation = (name: string): IReference => {
    const known = affiliations.get(name);
    const added =
      known ??
      graph.add({
        '@id': `#affiliation-${affiliations.size + 1}`,
        '@type': 'Organization',
        name
      });
    affiliations.set(name, added);
    return added;
  };
  const added = creators.map((creator, index) => {
    const works = oneOrMany(
      creator.affiliations
        .map(({ name }) => name.trim())
        .filter(Boolean)
        .map(affiliation)
    );
    if (creator.kind === 'organisation') {
      return graph.add({
        '@id': `#organization-${index + 1}`,
        '@type': 'Organization',
        name: creator.name.trim(),
        parentOrganization: works
      });
    }
    const given = creator.givenName.trim();
    const family = creator.familyName.trim();
    const orcid = normalizeOrcid(creator.orcid);
    return graph.add({
      '@id':
        orcidTrouble(orcid) === null
          ? `https://orcid.org/${orcid}`
          : `#person-${index + 1}`,
      '@type': 'Person',
      name: [given, family].filter(Boolean).join(' '),
      givenName: given,
      familyName: family,
      affiliation: works
    });
  });
  const ids = new Set<string>();
  return added.filter(({ '@id': id }) => !ids.has(id) && ids.add(id));
}
