import { asObject } from '../../zenodo/parse';
import { paragraphsToHtml } from '../html';
import type {
  IAdditionalDescription,
  IAdditionalTitle,
  IDate,
  ILicense,
  TextFormat
} from '../model';
import { htmlToText } from '../plainText';
import { choiceOf, idOf, textIn, textOf } from './json';

/** HTML, as plain text where that says the same. */
export function readHtml(value: unknown): {
  readonly text: string;
  readonly format: TextFormat;
} {
  const html = textOf(value);
  const text = htmlToText(html);
  return paragraphsToHtml(text) === html
    ? { text, format: 'text' }
    : { text: html, format: 'html' };
}

export function readTitle(value: unknown, key: string): IAdditionalTitle {
  const { title, type, lang } = asObject(value);
  return {
    key,
    title: textOf(title),
    type: idOf(type),
    language: choiceOf(lang)
  };
}

export function readDescription(
  value: unknown,
  key: string
): IAdditionalDescription {
  const { description, type, lang } = asObject(value);
  const { text, format } = readHtml(description);
  return {
    key,
    description: text,
    format,
    type: idOf(type),
    language: choiceOf(lang)
  };
}

export function readDate(value: unknown, key: string): IDate {
  const { date, type, description } = asObject(value);
  return {
    key,
    date: textOf(date),
    type: idOf(type),
    description: textOf(description)
  };
}

export function readRight(value: unknown, key: string): ILicense {
  const { title, description, link } = asObject(value);
  const id = idOf(value);
  return id
    ? { id, title: textIn(title) || id }
    : {
        id: '',
        title: textIn(title),
        own: { key, description: textIn(description), link: textOf(link) }
      };
}
