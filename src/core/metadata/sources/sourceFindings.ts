import type { IFinding, Severity } from '../../finding';
import type { ITranslator } from '../../text';

/** So many findings are told of one file; a broken one could have thousands. */
const MOST = 20;

/** Longest part of a file (UTF-16 units) that a message shows. */
const LONGEST = 80;

/** Collects what is odd about one file. */
export class SourceFindings {
  /** @param path - of the file, from the bundle's root */
  constructor(
    readonly path: string,
    readonly trans: ITranslator
  ) {}

  /** The findings by line; the last one says that there are more. */
  get all(): readonly IFinding[] {
    const rest = this._known.size - this._all.length;
    const lineOf = ({ place }: IFinding) => place?.line ?? Infinity;
    const sorted = [...this._all].sort((one, other) =>
      lineOf(one) < lineOf(other) ? -1 : lineOf(one) > lineOf(other) ? 1 : 0
    );
    return rest > 0
      ? [
          ...sorted,
          {
            id: 'metadata.source.more',
            severity: 'warning',
            section: 'metadata',
            message: this.trans._n(
              'There is %1 more thing in %2 that could not be used.',
              'There are %1 more things in %2 that could not be used.',
              rest,
              this.path
            ),
            place: { path: this.path }
          }
        ]
      : sorted;
  }

  /**
   * @param line - of the file, from 1; asked for only where it is shown, as it
   *   has to be searched
   */
  add(
    name: string,
    severity: Severity,
    message: string,
    line?: () => number | undefined
  ): void {
    const known = `${name} ${message}`;
    if (this._known.has(known)) {
      return;
    }
    this._known.add(known);
    if (this._all.length < MOST) {
      const at = line?.();
      this._all.push({
        id: `metadata.source.${name}`,
        severity,
        section: 'metadata',
        message,
        place: { path: this.path, ...(at && { line: at }) }
      });
    }
  }

  /** All that was told: a reader may ask twice for the same value. */
  private readonly _known = new Set<string>();
  private readonly _all: IFinding[] = [];
}

/** A part of a file as a message shows it. */
export function shown(text: string): string {
  return text.length > LONGEST
    ? `${[...text.slice(0, LONGEST)].slice(0, -1).join('')}…`
    : text;
}
