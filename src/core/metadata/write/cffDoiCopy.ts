import { parseDocument, isMap } from 'yaml';
import { isTooDeep } from '../../yamlText';
import { LONGEST_YAML } from '../sources/tooLong';
import { cffDoi } from './cffFields';
import { patchYaml } from './yamlPatch';

/**
 * A CITATION.cff with the DOI of what is published, and nothing else changed. A
 * file that is none stays as it is.
 */
export function putCffDoi(text: string, doi: string): string {
  const value = cffDoi(doi);
  if (!value || text.length > LONGEST_YAML || isTooDeep(text)) {
    return text;
  }
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    uniqueKeys: false
  });
  return document.errors.length === 0 && isMap(document.contents)
    ? patchYaml(text, [['doi', value]])
    : text;
}
