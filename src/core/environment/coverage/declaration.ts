/** Something that an environment file asks for. */
export interface IDeclaration {
  /** As it is written: `scikit-learn`. */
  readonly name: string;
  /** The normalised name on PyPI, by which it is compared. */
  readonly key: string;
  /** The whole entry, as `scikit-learn>=1.4`. */
  readonly text: string;
  /** The file, as a path of the bundle, and its line, one-based. */
  readonly path: string;
  readonly line: number;
}

/** What the environment files say all together. */
export interface IDeclarations {
  readonly declared: readonly IDeclaration[];
  /**
   * What could not be read: a file that is computed, that is not there, a URL
   * without a name. Then what is not found may still be there.
   */
  readonly unclear: readonly { readonly path: string; readonly text: string }[];
  /** The file to which a line for another distribution is added; null for none. */
  readonly editable: string | null;
}

/** Puts declarations together while files are read. */
export class DeclarationList {
  readonly declared: IDeclaration[] = [];
  readonly unclear: { path: string; text: string }[] = [];

  add(declaration: IDeclaration): void {
    this.declared.push(declaration);
  }

  notRead(path: string, text: string): void {
    this.unclear.push({ path, text: text.slice(0, 80) });
  }
}
