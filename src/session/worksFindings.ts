import type { IFinding, IWorkLink } from '../core/finding';
import type { IFoundWork } from '../core/metadata/worksInText';
import type { ITranslator } from '../core/text';

/** More works that are only spoken of are proposed together. */
const MOST_ALONE = 3;

/** Of more works, as of a list of literature, nobody wants to be asked. */
const MOST = 30;

/** The works that are proposed: data one by one, what texts name together where it is much. */
export function proposalFindings(
  found: readonly IFoundWork[],
  trans: ITranslator
): IFinding[] {
  const shown = found.slice(0, MOST);
  const mentioned = shown.filter(({ isData }) => !isData);
  const isMuch = mentioned.length > MOST_ALONE;
  const alone = isMuch ? shown.filter(({ isData }) => isData) : shown;
  return [
    ...alone.map(one => proposal(one, trans)),
    ...(isMuch ? [together(mentioned, trans)] : [])
  ];
}

function proposal(
  { link, place, isData }: IFoundWork,
  trans: ITranslator
): IFinding {
  const { identifier } = link;
  return {
    id: 'metadata.work-found',
    severity: 'info',
    section: 'metadata',
    key: `metadata.work-found ${identifier.toLowerCase()}`,
    message: isData
      ? trans.__(
          'Your notebook uses the data set `%1`. Add it as a related work, so that readers find it and its authors are cited?',
          identifier
        )
      : trans.__('Your text names `%1`. Add it as a related work?', identifier),
    place,
    fixes: [
      {
        label: trans.__('Add it as a related work'),
        fix: { kind: 'add-works', works: [link] }
      }
    ]
  };
}

function together(found: readonly IFoundWork[], trans: ITranslator): IFinding {
  const works = found.map(({ link }) => link);
  return {
    id: 'metadata.works-found',
    severity: 'info',
    section: 'metadata',
    key: `metadata.works-found ${works.map(({ identifier }) => identifier.toLowerCase()).join(' ')}`,
    message: trans._n(
      'Your texts name %1 other work. Add it as a related work?',
      'Your texts name %1 other works. Add them as related works?',
      works.length
    ),
    fixes: [
      {
        label: trans.__('Add them as related works'),
        fix: { kind: 'add-works', works }
      }
    ]
  };
}

/** What was added here can be taken out again. */
export function addedFinding(link: IWorkLink, trans: ITranslator): IFinding {
  return {
    id: 'metadata.work-added',
    severity: 'info',
    section: 'metadata',
    key: `metadata.work-added ${link.identifier.toLowerCase()}`,
    message: trans.__('`%1` is among the related works now.', link.identifier),
    fixes: [
      {
        label: trans.__('Undo: take it out again'),
        fix: { kind: 'remove-works', works: [link] }
      }
    ]
  };
}
