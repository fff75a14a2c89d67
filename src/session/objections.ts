/** What a site did not like of the form, until the user changes it. */
export class Objections {
  constructor(
    fields: Readonly<Record<string, string>> = {},
    /** Of no field in particular. */
    readonly general: readonly string[] = []
  ) {
    this._fields = { ...fields };
  }

  /** By field in the form's notation. */
  get fields(): Readonly<Record<string, string>> {
    return { ...this._fields };
  }

  /** The field was changed: what was said of it and of its parts is void. */
  forget(field: string): void {
    for (const key of Object.keys(this._fields)) {
      if (key === field || key.startsWith(`${field}.`)) {
        delete this._fields[key];
      }
    }
  }

  private readonly _fields: Record<string, string>;
}
