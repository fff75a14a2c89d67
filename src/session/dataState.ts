/** Under which licence the data are published. */
export type DataLicense = 'cc-by-4.0' | 'cc0-1.0' | 'same';

/** The data that get a record of their own. */
export interface IDataState {
  /** Their paths in the bundle; empty = all files are in one record. */
  readonly paths: readonly string[];
  readonly bytes: number;
  /** As typed; '' = the default title. */
  readonly title: string;
  /** The title without a typed one. */
  readonly defaultTitle: string;
  readonly license: DataLicense;
  /** Notebooks that can get a cell which fetches the data, and whether they do. */
  readonly cells: readonly { readonly path: string; readonly on: boolean }[];
  /** Notebooks in other languages than Python: no cell can be made for them. */
  readonly foreign: readonly string[];
}

/** What the user chose about the data's record, kept over a reload of the page. */
export interface IDataChoices {
  readonly title: string;
  readonly license: DataLicense;
  /** Ticked and unticked notebooks. */
  readonly cells: Readonly<Record<string, boolean>>;
}

export const noDataChoices: IDataChoices = {
  title: '',
  license: 'cc-by-4.0',
  cells: {}
};
