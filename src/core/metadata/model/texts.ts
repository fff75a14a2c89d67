import type { IChoice } from './choice';

/**
 * How a description is written: `text` (blank lines part paragraphs),
 * `markdown`, or `html` as the site keeps it.
 */
export type TextFormat = 'text' | 'markdown' | 'html';

/** A title beside the main one. */
export interface IAdditionalTitle {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly title: string;
  /** Of the vocabulary `titletypes`: `subtitle`, `translated-title` …; '' = none yet. */
  readonly type: string;
  readonly language: IChoice | null;
}

/** A description beside the main one: methods, notes … */
export interface IAdditionalDescription {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly description: string;
  readonly format: TextFormat;
  /** Of the vocabulary `descriptiontypes`: `methods`, `notes` …; '' = none yet. */
  readonly type: string;
  readonly language: IChoice | null;
}

/** A date of the work beside that of its publication. */
export interface IDate {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  /** EDTF level 0: a day, month, year or an interval of them. */
  readonly date: string;
  /** Of the vocabulary `datetypes`: `collected`, `valid` …; '' = none yet. */
  readonly type: string;
  /** Plain text; '' = none. */
  readonly description: string;
}
