import { IPlace } from '../finding';
import { IImportNote, Role, Sureness } from './code/note';
import { UseKind } from './fileNames';
import { IModuleUse } from './moduleUse';
import { IDeclaredRequirement, IProgramUse } from './use';
import { FarKind } from './where';

/** A path that code names, before it is looked up. */
export interface IRawPath {
  readonly role: Role;
  /** In the bundle, or as written where it is `far`. */
  readonly path: string;
  readonly sure: Sureness;
  /** Null: to be told by the file's ending. */
  readonly kind: UseKind | null;
  readonly far?: FarKind;
  readonly hasBackslash?: boolean;
  readonly notebook: string;
  readonly place: IPlace;
}

/** A module to which places are added. */
interface IGrowing extends IModuleUse {
  readonly places: IPlace[];
}

/** What was found in all notebooks. */
export class Found {
  /** In the order in which the code runs, notebook by notebook. */
  readonly paths: IRawPath[] = [];
  readonly urls: { readonly text: string; readonly place: IPlace }[] = [];
  readonly declared: IDeclaredRequirement[] = [];
  /** Cells and files of which only a part could be read. */
  readonly partly: IPlace[] = [];

  /** Note an import; one place for each cell. */
  module(note: IImportNote, place: IPlace, isLocal: boolean): void {
    const { name, language, optional } = note;
    const modules = isLocal ? this._local : this._modules;
    const key = `${language} ${name}`;
    const before = modules.get(key);
    const places = before?.places ?? [];
    // Places come in order, so that the same one comes twice in a row.
    if (!same(places[places.length - 1], place)) {
      places.push(place);
    }
    const isOptional = optional && (before?.optional ?? true);
    modules.set(key, { name, language, places, optional: isOptional });
  }

  /** Note a program that is started. */
  program(name: string, place: IPlace): void {
    const places = this._programs.get(name) ?? [];
    if (!same(places[places.length - 1], place)) {
      places.push(place);
    }
    this._programs.set(name, places);
  }

  /** In the order in which they were found first. */
  get modules(): IModuleUse[] {
    return [...this._modules.values()];
  }

  /** Modules of the project. */
  get localModules(): IModuleUse[] {
    return [...this._local.values()];
  }

  get programs(): IProgramUse[] {
    return [...this._programs].map(([name, places]) => ({ name, places }));
  }

  private readonly _modules = new Map<string, IGrowing>();
  private readonly _local = new Map<string, IGrowing>();
  private readonly _programs = new Map<string, IPlace[]>();
}

function same(a: IPlace | undefined, b: IPlace): boolean {
  return a?.path === b.path && a?.cell === b.cell && a?.line === b.line;
}
