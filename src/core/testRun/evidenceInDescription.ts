import type { IMetadata } from '../metadata/model';
import {
  type ITestEvidence,
  evidencePattern,
  evidenceSentence
} from './evidence';

const { source } = evidencePattern;

/** The sentence as a paragraph of its own, with what parts it from the rest; in HTML and as text. */
const htmlParagraph = new RegExp(`\\s*<p>${source}</p>`, 'g');
const textParagraph = new RegExp(`(^|\\n)[^\\S\\n]*\\n?${source}[^\\S\\n]*(?=\\n|$)`, 'g'); // prettier-ignore

/**
 * The details with what a test run showed as the last paragraph of the
 * description, in place of what an earlier run showed.
 *
 * @param evidence - null = nothing is shown any more
 */
export function withEvidence(
  metadata: IMetadata,
  evidence: ITestEvidence | null
): IMetadata {
  const rest = withoutEvidence(metadata);
  if (!evidence) {
    return rest;
  }
  const sentence = evidenceSentence(evidence);
  const { description, descriptionFormat } = rest;
  const isHtml = descriptionFormat === 'html';
  const parts = [
    description.trimEnd(),
    isHtml ? `<p>${sentence}</p>` : sentence
  ];
  return {
    ...rest,
    description: parts.filter(Boolean).join(isHtml ? '\n' : '\n\n')
  };
}

/** The details without what a test run showed: other files, other runs. */
export function withoutEvidence(metadata: IMetadata): IMetadata {
  const { description, descriptionFormat } = metadata;
  if (!evidencePattern.test(description)) {
    return metadata;
  }
  const paragraph =
    descriptionFormat === 'html' ? htmlParagraph : textParagraph;
  return {
    ...metadata,
    description: description.replace(paragraph, '').trimEnd()
  };
}
