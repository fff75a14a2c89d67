import type { IChoice } from './choice';

/** Of a work that is software. Custom fields `code:*`. */
export interface ISoftware {
  /** Web address. */
  readonly repository: string;
  /** Of the vocabulary `code:programmingLanguages`. */
  readonly programmingLanguages: readonly IChoice[];
  /** Of the vocabulary `code:developmentStatus`: `active`, `wip` …; '' = not said. */
  readonly developmentStatus: string;
}

/** The journal that published the work. Custom field `journal:journal`. */
export interface IJournal {
  readonly title: string;
  readonly volume: string;
  readonly issue: string;
  /** Page range or article number. */
  readonly pages: string;
  readonly issn: string;
}

/** The book, report or proceedings that the work is part of. Custom field `imprint:imprint`. */
export interface IImprint {
  readonly title: string;
  readonly isbn: string;
  readonly place: string;
  readonly pages: string;
  readonly edition: string;
}

/** Of a work that is a thesis. Custom field `thesis:thesis`. */
export interface IThesis {
  readonly university: string;
  readonly department: string;
  /** As `PhD`, in free text. */
  readonly type: string;
  /** EDTF. */
  readonly dateSubmitted: string;
  /** EDTF. */
  readonly dateDefended: string;
}

/** Where the work has been published before. */
export interface IPublishingInformation {
  readonly journal: IJournal;
  readonly imprint: IImprint;
  readonly thesis: IThesis;
}

/** The conference at which the work was presented. Custom field `meeting:meeting`. */
export interface IConference {
  readonly title: string;
  readonly acronym: string;
  /** Free text, as `21-22 November 2026`. */
  readonly dates: string;
  readonly place: string;
  /** Web address. */
  readonly url: string;
  readonly session: string;
  readonly sessionPart: string;
}
