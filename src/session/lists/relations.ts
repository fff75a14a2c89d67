import type { IChoice } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';

/** How a work is related to another: InvenioRDM's vocabulary `relationtypes`. */
export function commonRelations(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'cites', title: trans.__('Cites') },
    { id: 'collects', title: trans.__('Collects') },
    { id: 'compiles', title: trans.__('Compiles') },
    { id: 'continues', title: trans.__('Continues') },
    { id: 'describes', title: trans.__('Describes') },
    { id: 'documents', title: trans.__('Documents') },
    { id: 'hasmetadata', title: trans.__('Has metadata') },
    { id: 'haspart', title: trans.__('Has part') },
    { id: 'hastranslation', title: trans.__('Has translation') },
    { id: 'hasversion', title: trans.__('Has version') },
    { id: 'iscitedby', title: trans.__('Is cited by') },
    { id: 'iscollectedby', title: trans.__('Is collected by') },
    { id: 'iscompiledby', title: trans.__('Is compiled by') },
    { id: 'iscontinuedby', title: trans.__('Is continued by') },
    { id: 'isderivedfrom', title: trans.__('Is derived from') },
    { id: 'isdescribedby', title: trans.__('Is described by') },
    { id: 'isdocumentedby', title: trans.__('Is documented by') },
    { id: 'isidenticalto', title: trans.__('Is identical to') },
    { id: 'ismetadatafor', title: trans.__('Is metadata for') },
    { id: 'isnewversionof', title: trans.__('Is new version of') },
    { id: 'isobsoletedby', title: trans.__('Is obsoleted by') },
    { id: 'isoriginalformof', title: trans.__('Is original form of') },
    { id: 'ispartof', title: trans.__('Is part of') },
    { id: 'ispreviousversionof', title: trans.__('Is previous version of') },
    { id: 'ispublishedin', title: trans.__('Is published in') },
    { id: 'isreferencedby', title: trans.__('Is referenced by') },
    { id: 'isrequiredby', title: trans.__('Is required by') },
    { id: 'isreviewedby', title: trans.__('Is reviewed by') },
    { id: 'issourceof', title: trans.__('Is source of') },
    { id: 'issupplementto', title: trans.__('Is supplement to') },
    { id: 'issupplementedby', title: trans.__('Is supplemented by') },
    { id: 'istranslationof', title: trans.__('Is translation of') },
    { id: 'isvariantformof', title: trans.__('Is variant form of') },
    { id: 'isversionof', title: trans.__('Is version of') },
    { id: 'obsoletes', title: trans.__('Obsoletes') },
    { id: 'other', title: trans.__('Other') },
    { id: 'references', title: trans.__('References') },
    { id: 'requires', title: trans.__('Requires') },
    { id: 'reviews', title: trans.__('Reviews') }
  ];
}
