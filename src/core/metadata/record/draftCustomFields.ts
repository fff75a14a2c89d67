import { cleanLine } from '../clean';
import type { IMetadata } from '../model';
import type { DraftTexts, IDraftCustomFields } from './draftBody';
import { onceEach, unlessEmpty, vocabularyId } from './unlessEmpty';

/** The server's names of the parts of a section whose names differ from ours. */
const NAMES: Readonly<Record<string, string>> = {
  dateSubmitted: 'date_submitted',
  dateDefended: 'date_defended',
  sessionPart: 'session_part'
};

/** The server's name of a part of a section. */
export function serverName(part: string): string {
  return NAMES[part] ?? part;
}

function draftTexts(section: object): DraftTexts {
  return Object.fromEntries(
    Object.entries(section)
      .map(([name, value]) => [serverName(name), cleanLine(String(value))])
      .filter(([, value]) => value)
  ) as DraftTexts;
}

/** The custom fields that say something. */
export function draftCustomFields({
  software,
  publishingInformation,
  conference
}: IMetadata): IDraftCustomFields {
  const { journal, imprint, thesis } = publishingInformation;
  return {
    ...unlessEmpty('code:codeRepository', cleanLine(software.repository)),
    ...unlessEmpty(
      'code:programmingLanguage',
      onceEach(software.programmingLanguages)
    ),
    ...vocabularyId('code:developmentStatus', software.developmentStatus),
    ...unlessEmpty('journal:journal', draftTexts(journal)),
    ...unlessEmpty('imprint:imprint', draftTexts(imprint)),
    ...unlessEmpty('thesis:thesis', draftTexts(thesis)),
    ...unlessEmpty('meeting:meeting', draftTexts(conference))
  };
}
