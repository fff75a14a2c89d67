/** Vocabularies whose entries a record names by id, as the site's addresses have them. */
export type Vocabulary =
  | 'licenses'
  | 'languages'
  | 'resourcetypes'
  | 'creatorsroles'
  | 'contributorsroles'
  | 'relationtypes'
  | 'datetypes'
  | 'descriptiontypes'
  | 'titletypes'
  | 'removalreasons'
  | 'code:programmingLanguages'
  | 'code:developmentStatus'
  | 'affiliations'
  | 'funders'
  | 'awards'
  | 'subjects';

/** Those with an address of their own; the others are below `vocabularies`. */
const OWN_PLACE: readonly Vocabulary[] = [
  'affiliations',
  'funders',
  'awards',
  'subjects'
];

/** Where a vocabulary is, below `/api`. */
export function placeOf(vocabulary: Vocabulary): string[] {
  return OWN_PLACE.includes(vocabulary)
    ? [vocabulary]
    : ['vocabularies', vocabulary];
}
