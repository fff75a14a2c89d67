/** Ids of the site's small vocabularies, so that nothing else is ever filled in. */

const ids = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Of `resourcetypes`: those of records, and two that links may have as well. */
const RESOURCE_TYPES = ids(
  'audio dataset event image image-diagram image-drawing image-figure image-other ' +
    'image-photo image-plot lesson model other physicalobject poster presentation ' +
    'publication publication-annotationcollection publication-article publication-book ' +
    'publication-conferencepaper publication-conferenceproceeding ' +
    'publication-datamanagementplan publication-datapaper publication-deliverable ' +
    'publication-dissertation publication-journal publication-milestone ' +
    'publication-other publication-patent publication-peerreview publication-preprint ' +
    'publication-proposal publication-report publication-section ' +
    'publication-softwaredocumentation publication-standard ' +
    'publication-taxonomictreatment publication-technicalnote ' +
    'publication-workingpaper software software-computationalnotebook video workflow'
);

const LINK_TYPES = ids('instrument project');

const RELATIONS = ids(
  'cites collects compiles continues describes documents hasmetadata haspart ' +
    'hastranslation hasversion iscitedby iscollectedby iscompiledby iscontinuedby ' +
    'isderivedfrom isdescribedby isdocumentedby isidenticalto ismetadatafor ' +
    'isnewversionof isobsoletedby isoriginalformof ispartof ispreviousversionof ' +
    'ispublishedin isreferencedby isrequiredby isreviewedby issourceof ' +
    'issupplementedby issupplementto istranslationof isvariantformof isversionof ' +
    'obsoletes other references requires reviews'
);

const ROLES = ids(
  'contactperson datacollector datacurator datamanager distributor editor ' +
    'hostinginstitution other producer projectleader projectmanager projectmember ' +
    'registrationagency registrationauthority relatedperson researcher researchgroup ' +
    'rightsholder sponsor supervisor translator workpackageleader'
);

const DATE_TYPES = ids(
  'accepted available collected copyrighted coverage created issued other submitted ' +
    'updated valid withdrawn'
);

const STATUSES = ids(
  'abandoned active concept inactive moved suspended unsupported wip'
);

/** The id that a word is when its capitals do not count; '' for none. */
function idIn(set: ReadonlySet<string>, written: string): string {
  const id = written.trim().toLowerCase();
  return set.has(id) ? id : '';
}

/** A resource type that a record may have. A thesis is called a dissertation there. */
export function resourceType(written: string): string {
  return idIn(
    RESOURCE_TYPES,
    written.replace(/^publication-thesis$/i, 'publication-dissertation')
  );
}

/** A resource type that a link may have. */
export function linkType(written: string): string {
  return resourceType(written) || idIn(LINK_TYPES, written);
}

/** A relation, as `isSupplementTo`. One was misspelt for years, and is still written so. */
export function relationType(written: string): string {
  return idIn(
    RELATIONS,
    written.replace(/^isorignialformof$/i, 'isoriginalformof')
  );
}

/** A role, as `DataCurator` or `Data curator`. */
export function roleType(written: string): string {
  return idIn(ROLES, written.replace(/[\s_-]+/g, ''));
}

export function dateType(written: string): string {
  return idIn(DATE_TYPES, written);
}

/** A status, or an address at repostatus.org that ends in one. */
export function developmentStatus(written: string): string {
  return idIn(STATUSES, written.replace(/^.*[/#]/, ''));
}
