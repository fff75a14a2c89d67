/** Gathers findings about Binder. */
import { IFinding, IPlace, Severity } from '../finding';
import { ITranslator } from '../text';

/** As much of a file as a finding shows. */
const EXCERPT = 80;

/** A list of findings that grows. */
export class FindingList {
  constructor(protected readonly trans: ITranslator) {}

  readonly all: IFinding[] = [];

  /** Whether Binder certainly refuses or fails. */
  get hasErrors(): boolean {
    return this.all.some(finding => finding.severity === 'error');
  }

  /** Add one. Places without a path or line have none. */
  protected say(
    id: string,
    severity: Severity,
    message: string,
    { path, line }: IPlace = {},
    excerpt?: string
  ): void {
    this.all.push({
      id: `binder.${id}`,
      severity,
      section: 'environment',
      message,
      ...(path === undefined
        ? {}
        : { place: { path, ...(line === undefined ? {} : { line }) } }),
      ...(excerpt === undefined ? {} : { excerpt: excerpt.slice(0, EXCERPT) })
    });
  }
}
