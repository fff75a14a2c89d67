import type { ITranslator } from '../../text';
import {
  cellSource,
  type INotebook,
  isBadgeCell,
  isJsonObject
} from '../../notebook/notebook';
import { firstHeading, plainText, readableName } from '../../notebook/title';
import { firstParagraph } from '../readmeText';
import type { IChoice, IMetadata } from '../model';
import { readAuthors, readFrontMatter } from './frontMatter';
import { withKeys } from './people';
import { present } from './present';
import { notebookLanguage, programmingLanguage } from './programmingLanguages';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import { SourceNode } from './sourceNode';
import { softwareOf } from './zenodoCustom';

/** Headings and file names that are no title of a work. */
const NO_TITLE = /^(?:untitled\d*|introduction|setup|imports)$/i;

/** A title of Zenodo's own form has at most so many characters to be seen as one. */
const LONGEST_TITLE = 250;

/**
 * What a notebook says of itself: its metadata (`title`, `authors`), its front
 * matter, its first heading and the paragraph after it, its kernel's language.
 * Its file's name is the title if nothing else is.
 *
 * Source: nbformat 4, "Top-level structure"; metadata crosswalk 3d.
 */
export function readNotebookSource(
  notebook: INotebook,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const { metadata, cells } = notebook;
  const top = new SourceNode(metadata, findings, {
    value: metadata,
    lineAt: () => undefined
  });
  const texts = cells
    .filter(cell => cell.cell_type !== 'code' && !isBadgeCell(cell))
    .slice(0, 20)
    .map(cell => ({ isText: cell.cell_type === 'markdown', text: cellSource(cell) })); // prettier-ignore
  const front = readFrontMatter(texts[0]?.text ?? '', path, trans);
  const written = texts.filter(({ isText }) => isText).map(({ text }) => text);
  const heading = written.map(text => headingIn(text)).find(title => title);
  const named = [top.get('title').plain(), front?.values.title, heading];
  const title = [...named, readableName(path)].find(
    one => one && !NO_TITLE.test(one)
  );
  const description = firstParagraph(written.join('\n\n').slice(0, 20_000));
  const values: Partial<IMetadata> = {
    ...(description && { description, descriptionFormat: 'text' as const }),
    ...front?.values,
    ...present('title', title ?? ''),
    ...present('creators', withKeys(readAuthors(top.get('authors')))),
    ...softwareOf({ programmingLanguages: languagesOf(notebook) })
  };
  return {
    values: { ...values, ...(values.creators ? {} : present('creators', front?.values.creators ?? [])) }, // prettier-ignore
    offers: front?.offers,
    findings: [...findings.all, ...(front?.findings ?? [])]
  };
}

function headingIn(markdown: string): string {
  const title = plainText(firstHeading(markdown.slice(0, 20_000)) ?? '');
  return title.length <= LONGEST_TITLE && !NO_TITLE.test(title) ? title : '';
}

function languagesOf({ metadata }: INotebook): IChoice[] {
  const { kernelspec, language_info: info } = metadata;
  const names = [
    isJsonObject(kernelspec) ? kernelspec.language : undefined,
    isJsonObject(info) ? info.name : undefined
  ];
  const found = names
    .map(name => (typeof name === 'string' ? programmingLanguage(name) : null))
    .find(choice => choice);
  return found ? [found, notebookLanguage] : [notebookLanguage];
}
