import type { IMetadata } from '../../../core/metadata/model';
import type { ITranslator } from '../../../core/text';

/** The parts that say something, in one line; `empty` where none does. */
function listed(parts: readonly string[], trans: ITranslator): string {
  return parts.filter(Boolean).join(', ') || trans.__('empty');
}

/** Whether any of the texts within says something. */
function says(group: object): boolean {
  return Object.values(group).some(
    value =>
      (typeof value === 'string' && value.trim() !== '') ||
      (typeof value === 'object' && value !== null && says(value as object))
  );
}

/** Who may see the files. */
export function accessWords(
  { access, embargo }: IMetadata,
  trans: ITranslator
): string {
  const until = embargo.until.trim();
  return access === 'public'
    ? trans.__('public')
    : embargo.active && until
      ? trans.__('files are restricted until %1', until)
      : trans.__('restricted');
}

export function accessSummary(values: IMetadata, trans: ITranslator): string {
  const { communities } = values;
  const where =
    communities.length === 0
      ? trans.__('no community')
      : trans._n('%1 community', '%1 communities', communities.length);
  return listed([accessWords(values, trans), where], trans);
}

export function fundingSummary(
  { funding, contributors }: IMetadata,
  trans: ITranslator
): string {
  const awards = funding.filter(({ award }) => award !== null).length;
  const others = funding.length - awards;
  return listed(
    [
      awards > 0 ? trans._n('%1 award', '%1 awards', awards) : '',
      others > 0
        ? trans._n(
            '%1 funder without award',
            '%1 funders without award',
            others
          )
        : '',
      contributors.length > 0
        ? trans._n('%1 contributor', '%1 contributors', contributors.length)
        : ''
    ],
    trans
  );
}

export function linksSummary(
  { relatedWorks, references, alternateIdentifiers }: IMetadata,
  trans: ITranslator
): string {
  return listed(
    [
      relatedWorks.length > 0
        ? trans._n('%1 related work', '%1 related works', relatedWorks.length)
        : '',
      references.length > 0
        ? trans._n('%1 reference', '%1 references', references.length)
        : '',
      alternateIdentifiers.length > 0
        ? trans._n(
            '%1 alternate identifier',
            '%1 alternate identifiers',
            alternateIdentifiers.length
          )
        : ''
    ],
    trans
  );
}

export function softwareSummary(
  { software }: IMetadata,
  trans: ITranslator
): string {
  const filled = [
    software.repository.trim() !== '',
    software.programmingLanguages.length > 0,
    software.developmentStatus !== ''
  ];
  const count = filled.filter(Boolean).length;
  return count === 0
    ? trans.__('empty')
    : trans.__('%1 of %2 filled in', count, filled.length);
}

export function publishingSummary(
  { publishingInformation, conference }: IMetadata,
  trans: ITranslator
): string {
  const { journal, imprint, thesis } = publishingInformation;
  return listed(
    [
      says(journal) ? trans.__('journal') : '',
      says(imprint) ? trans.__('book or report') : '',
      says(thesis) ? trans.__('thesis') : '',
      says(conference) ? trans.__('conference') : ''
    ],
    trans
  );
}

export function otherSummary(values: IMetadata, trans: ITranslator): string {
  const { languages, dates, publisher, copyright } = values;
  const { additionalTitles, additionalDescriptions } = values;
  return listed(
    [
      languages.length > 0
        ? trans._n('%1 language', '%1 languages', languages.length)
        : '',
      dates.length > 0 ? trans._n('%1 date', '%1 dates', dates.length) : '',
      publisher.trim() ? trans.__('publisher') : '',
      copyright.trim() ? trans.__('copyright') : '',
      additionalTitles.length > 0
        ? trans._n('%1 title', '%1 titles', additionalTitles.length)
        : '',
      additionalDescriptions.length > 0
        ? trans._n(
            '%1 description',
            '%1 descriptions',
            additionalDescriptions.length
          )
        : ''
    ],
    trans
  );
}
