import type { IChoice } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';

/** InvenioRDM's vocabulary `titletypes`. */
export function commonTitleTypes(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'alternative-title', title: trans.__('Alternative title') },
    { id: 'other', title: trans.__('Other') },
    { id: 'subtitle', title: trans.__('Subtitle') },
    { id: 'translated-title', title: trans.__('Translated title') }
  ];
}

/** InvenioRDM's vocabulary `descriptiontypes`, with Zenodo's `notes`. */
export function commonDescriptionTypes(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'abstract', title: trans.__('Abstract') },
    { id: 'methods', title: trans.__('Methods') },
    { id: 'notes', title: trans.__('Notes') },
    { id: 'other', title: trans.__('Other') },
    { id: 'series-information', title: trans.__('Series information') },
    { id: 'table-of-contents', title: trans.__('Table of contents') },
    { id: 'technical-info', title: trans.__('Technical info') }
  ];
}

/** InvenioRDM's vocabulary `datetypes`. */
export function commonDateTypes(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'accepted', title: trans.__('Accepted') },
    { id: 'available', title: trans.__('Available') },
    { id: 'collected', title: trans.__('Collected') },
    { id: 'copyrighted', title: trans.__('Copyrighted') },
    { id: 'coverage', title: trans.__('Coverage') },
    { id: 'created', title: trans.__('Created') },
    { id: 'issued', title: trans.__('Issued') },
    { id: 'other', title: trans.__('Other') },
    { id: 'submitted', title: trans.__('Submitted') },
    { id: 'updated', title: trans.__('Updated') },
    { id: 'valid', title: trans.__('Valid') },
    { id: 'withdrawn', title: trans.__('Withdrawn') }
  ];
}

/** InvenioRDM's vocabulary `code:developmentStatus`. */
export function commonDevelopmentStatuses(
  trans: ITranslator
): readonly IChoice[] {
  return [
    { id: 'abandoned', title: trans.__('Abandoned') },
    { id: 'active', title: trans.__('Active') },
    { id: 'concept', title: trans.__('Concept') },
    { id: 'inactive', title: trans.__('Inactive') },
    { id: 'moved', title: trans.__('Moved') },
    { id: 'suspended', title: trans.__('Suspended') },
    { id: 'unsupported', title: trans.__('Unsupported') },
    { id: 'wip', title: trans.__('Wip') }
  ];
}
