import { emptyConference, emptyPublishingInformation } from '../empty';
import type { IMetadata } from '../model';
import type { SourceNode } from './sourceNode';
import { webAddress } from './workIdentifier';

/** Whether any of the texts in a section says something. */
export function says(section: object): boolean {
  return Object.values(section).some(value =>
    typeof value === 'string' ? value !== '' : says(value as object)
  );
}

/** Journal, imprint, thesis and conference of a deposit. */
export function readZenodoSections(top: SourceNode): Partial<IMetadata> {
  const line = (key: string) => top.get(key).plain();
  const url = top.get('conference_url');
  const address = webAddress(url.line());
  if (!address && url.line()) {
    url.complain();
  }
  const publishingInformation = {
    journal: {
      title: line('journal_title'),
      volume: line('journal_volume'),
      issue: line('journal_issue'),
      pages: line('journal_pages'),
      issn: line('journal_issn')
    },
    imprint: {
      ...emptyPublishingInformation.imprint,
      title: line('partof_title'),
      isbn: line('imprint_isbn'),
      place: line('imprint_place'),
      pages: line('partof_pages')
    },
    thesis: {
      ...emptyPublishingInformation.thesis,
      university: line('thesis_university')
    }
  };
  const conference = {
    ...emptyConference,
    title: line('conference_title'),
    acronym: line('conference_acronym'),
    dates: line('conference_dates'),
    place: line('conference_place'),
    url: address,
    session: line('conference_session'),
    sessionPart: line('conference_session_part')
  };
  return {
    ...(says(publishingInformation) && { publishingInformation }),
    ...(says(conference) && { conference })
  };
}
