/** The lists for pip of a bundle, and the lists that they read in turn. */
import { normalizedName } from './distributionName';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { BinderTree } from './binderTree';
import { graphicsFindings } from './graphicsCard';
import { IListItem } from './listItem';
import { parentOf, joinInBundle } from '../paths';
import {
  IRequirementKnowledge,
  requirementFindings
} from './requirementFindings';
import { pinOf, readRequirement } from './requirementLine';
import { includedFile, parseRequirements } from './requirementsFile';

/* Files that read other files, which read others. */
const MOST_FILES = 20;

/** Walks through lists for pip. */
export class PipLists {
  constructor(
    private readonly _tree: BinderTree,
    private readonly _known: Omit<
      IRequirementKnowledge,
      'canCapture' | 'limited'
    >,
    private readonly _trans: ITranslator
  ) {}

  /** Normalised names of what the lists install. */
  readonly packages = new Set<string>();

  /**
   * Look at a list in environment.yml.
   *
   * @returns findings about it and the files that it reads.
   */
  async inConda(
    path: string,
    text: string,
    items: readonly IListItem[]
  ): Promise<IFinding[]> {
    const list = { path, text, items, keepsOne: true };
    const { files, limited } = await this._others(path, items);
    const known = { ...this._known, limited, canCapture: false };
    return [
      ...requirementFindings(list, known, this._trans),
      ...(await this._files(files, limited))
    ];
  }

  /**
   * Look at a requirements.txt.
   *
   * @param canCapture - reading the kernel would write this file anew.
   * @returns findings about it and the files that it reads.
   */
  file(path: string, canCapture: boolean): Promise<IFinding[]> {
    return this._files([path], new Set(), canCapture);
  }

  private async _files(
    paths: readonly string[],
    inherited: ReadonlySet<string>,
    canCapture = false
  ): Promise<IFinding[]> {
    const found: IFinding[] = [];
    for (const path of paths) {
      if (this._seen.has(path) || this._seen.size >= MOST_FILES) {
        continue;
      }
      this._seen.add(path);
      const { meant: text } = await this._tree.text(path);
      const { items } = parseRequirements(text);
      const { files, limited: own } = await this._others(path, items);
      const limited = new Set([...inherited, ...own]);
      const list = { path, text, items, keepsOne: false };
      const known = { ...this._known, limited, canCapture };
      found.push(
        ...requirementFindings(list, known, this._trans),
        ...graphicsFindings(path, text, items, this._trans),
        ...(await this._files(files, limited))
      );
    }
    return found;
  }

  /** The lists that a list reads, and the packages of which it limits the version to one. */
  private async _others(
    path: string,
    items: readonly IListItem[]
  ): Promise<{ files: string[]; limited: Set<string> }> {
    const files: string[] = [];
    const limited = new Set<string>();
    for (const { text } of items) {
      const name = /^[\w.-]+/.exec(text)?.[0];
      if (name !== undefined) {
        this.packages.add(normalizedName(name));
      }
      const other = includedFile(text);
      const file = other && joinInBundle(parentOf(path), other.file);
      if (!file || !this._tree.isThere(file)) {
        continue;
      }
      if (!other.isConstraint) {
        files.push(file);
        continue;
      }
      for (const item of parseRequirements((await this._tree.text(file)).meant)
        .items) {
        const line = readRequirement(item.text);
        if (line.kind === 'named' && pinOf(line) !== null) {
          limited.add(normalizedName(line.name));
        }
      }
    }
    return { files, limited };
  }

  private readonly _seen = new Set<string>();
}
