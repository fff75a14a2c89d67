import { downloadCell } from '../core/bundle/downloadCell';
import { lengthOf } from '../core/metadata/clean';
import type { ILicense } from '../core/metadata/model';
import {
  dataPacking,
  dataRecordOf,
  ISplitRequest
} from '../core/publish/dataRecord';
import { notebookLanguage } from '../core/uses/notebookLanguage';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import { DataLicense, IDataChoices, noDataChoices } from './dataState';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';
import type { IDataActions } from './actions/contentsActions';
import type { PublicationStore } from './store';

/** Shorter titles are refused by the site; see `validateMetadata`. */
const shortestTitle = 3;

/** Stands for what is known only when the data are packed. */
const placeholder = {
  ...{ id: '0000000', doi: '10.5281/zenodo.0000000' },
  md5: '0'.repeat(32)
};

/** The data that get a record of their own: which, and what that record says. */
export class DataPart implements IDataActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _changes: IChanges
  ) {}

  choices: IDataChoices = noDataChoices;

  /** What is to be published of the data; undefined = nothing is parted off. */
  get request(): ISplitRequest | undefined {
    const { data, metadata } = this._store.state;
    const files = this._contents.data;
    if (files.length === 0) {
      return undefined;
    }
    const typed = data.title.trim();
    return {
      files,
      title: lengthOf(typed) < shortestTitle ? data.defaultTitle : typed,
      licenses: this._licenses(data.license, metadata.values.licenses),
      notebooks: data.cells.flatMap(({ path, on }) => (on ? [path] : []))
    };
  }

  async split(paths: readonly string[]): Promise<void> {
    await this._contents.partOff(paths);
  }

  async join(): Promise<void> {
    await this._contents.partOff([]);
  }

  setTitle(title: string): void {
    this._choose({ title });
  }

  setLicense(license: DataLicense): void {
    this._choose({ license });
  }

  setCell(path: string, on: boolean): void {
    this._choose({ cells: { ...this.choices.cells, [path]: on } });
  }

  preview(): string {
    const { account, data } = this._store.state;
    const [cell] = data.cells;
    const { md5 } = placeholder;
    const files = this._contents.data;
    const packing = dataPacking(files);
    const uploads =
      packing.layout === 'zip'
        ? [{ key: 'data.zip', size: data.bytes, md5 }]
        : files.map(({ path, size }) => ({
            key: path.slice(packing.base ? packing.base.length + 1 : 0),
            size: size ?? 0,
            md5
          }));
    return downloadCell({
      site: account.site,
      recordId: placeholder.id,
      doi: placeholder.doi,
      files: dataRecordOf(packing, placeholder, { uploads }).files,
      notebook: cell?.path ?? '',
      trans: this._ports.trans
    });
  }

  /** Tell anew what follows from the files, the notebooks and the details. */
  refresh(): void {
    const { title, license } = this.choices;
    const { data, notebooks } = this._contents;
    const languages = new Map(
      this._inspection.notebooks.map(({ path, notebook }) => [
        path,
        notebook && notebookLanguage(notebook)
      ])
    );
    const isPython = (path: string) => languages.get(path) === 'python';
    const python = notebooks.filter(isPython);
    const needing = this._needing(python);
    const { trans } = this._ports;
    const { title: whole } = this._store.state.metadata.values;
    this._store.update('data', {
      paths: data.map(({ path }) => path),
      bytes: data.reduce((sum, { size }) => sum + (size ?? 0), 0),
      title,
      defaultTitle: whole.trim()
        ? trans.__('Data of “%1”', whole.trim())
        : trans.__('Data of the notebooks'),
      license,
      cells: python.map(path => ({
        path,
        on: this.choices.cells[path] ?? needing.includes(path)
      })),
      foreign: notebooks.filter(path => !isPython(path))
    });
  }

  /** The notebooks that are known to read the data; all, where none is known to. */
  private _needing(notebooks: readonly string[]): readonly string[] {
    const paths = new Set(this._contents.data.map(({ path }) => path));
    const users = new Set(
      (this._inspection.uses?.files ?? [])
        .filter(({ path }) => paths.has(path))
        .map(({ notebook }) => notebook)
    );
    const known = notebooks.filter(path => users.has(path));
    return known.length > 0 ? known : notebooks;
  }

  private _choose(change: Partial<IDataChoices>): void {
    this.choices = { ...this.choices, ...change };
    this.refresh();
    this._changes.formChanged();
  }

  private _licenses(
    license: DataLicense,
    same: readonly ILicense[]
  ): readonly ILicense[] {
    const { trans } = this._ports;
    switch (license) {
      case 'same':
        return same;
      case 'cc-by-4.0':
        return [
          {
            id: license,
            title: trans.__('Creative Commons Attribution 4.0 International')
          }
        ];
      case 'cc0-1.0':
        return [
          {
            id: license,
            title: trans.__('Creative Commons Zero v1.0 Universal')
          }
        ];
    }
  }
}
