import type { ITranslator } from '../../core/text';

/** The resource types offered before the site's own list is known, the usual ones first. */
export function commonResourceTypes(
  trans: ITranslator
): { readonly id: string; readonly title: string }[] {
  return [
    {
      id: 'software-computationalnotebook',
      title: trans.__('Computational notebook')
    },
    { id: 'software', title: trans.__('Software') },
    { id: 'dataset', title: trans.__('Dataset') },
    { id: 'workflow', title: trans.__('Workflow') },
    { id: 'lesson', title: trans.__('Lesson') },
    { id: 'model', title: trans.__('Model') },
    { id: 'publication-article', title: trans.__('Journal article') },
    { id: 'publication-report', title: trans.__('Report') },
    { id: 'other', title: trans.__('Other') }
  ];
}
