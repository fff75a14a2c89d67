import type { IPlanEntry } from '../core/bundle/entry';
import { PackedSize } from '../core/bundle/packedSize';
import { secretFindings } from '../core/checks/secrets/secretFindings';
import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import { PublisherError } from '../core/error';
import { readBytes } from '../core/files';
import type { CopyEdit, IFinding } from '../core/finding';
import { editedCopy } from '../core/publish/prepare';
import { IReadFile, stampOf } from './notebookReader';
import type { ISessionPorts } from './ports';

/**
 * Files up to so many bytes, and so many of them, are looked through when the
 * panel is opened; all are when they are packed.
 */
const atOnce = 5 * 1024 * 1024;
const mostAtOnce = 500;

/** How often, in milliseconds, is told how far it is. */
const interval = 250;

/** What a look goes over. */
export interface ILookedAt {
  readonly included: readonly IPlanEntry[];
  /** Notebooks that were read already, with the changes to their copies. */
  readonly notebooks: readonly IReadFile[];
  readonly copyEdits: Readonly<Record<string, readonly CopyEdit[]>>;
}

/** Looks for secrets while the user fills in the form: again only in what changed. */
export class SecretsLook {
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _getToken: () => string | null
  ) {}

  /** Learns from what is read anyway. */
  readonly packed = new PackedSize();

  /** By which secrets are known again. */
  salt = '';

  get findings(): IFinding[] {
    return [...this._found.values()].flatMap(({ findings }) => findings);
  }

  /** Looks for secrets; knows the token that must not go out. */
  get scanner(): ISecretScanner {
    const token = this._getToken();
    if (!this._scanner || token !== this._token) {
      this._token = token;
      this._generation++;
      this._scanner = this._ports.makeScanner({
        salt: this.salt,
        ...(token ? { token } : {})
      });
    }
    return this._scanner;
  }

  /** What the last look, right before the upload, found. */
  add(findings: readonly IFinding[]): void {
    for (const finding of findings) {
      const path = finding.place?.path ?? '';
      const { findings: others = [] } = this._found.get(path) ?? {};
      const isNew = others.every(({ key }) => key !== finding.key);
      if (isNew) {
        this._found.set(path, { key: '', findings: [...others, finding] });
      }
    }
  }

  /**
   * @param tell - called now and then, with the number of files that are done
   * @throws CancelledError
   */
  async look(
    files: ILookedAt,
    signal: AbortSignal,
    tell: (done: number, total: number) => void
  ): Promise<void> {
    const { clock, trans } = this._ports;
    const { scanner } = this;
    const entries = toLookAt(files);
    const read = new Map(files.notebooks.map(one => [one.path, one.bytes]));
    let told = clock.now();
    for (const [index, entry] of entries.entries()) {
      const { path } = entry;
      const edits = files.copyEdits[path] ?? [];
      const stamp = stampOf(entry, edits);
      const key = JSON.stringify([this._generation, stamp]);
      if (this._found.get(path)?.key !== key) {
        const open = async () => {
          const bytes =
            read.get(path) ?? (await this._copy(entry, edits, signal));
          await this.packed.learn(path, stamp, bytes);
          return bytes;
        };
        try {
          const hits = await scanner.scan([{ path, open }], signal);
          this._found.set(path, { key, findings: secretFindings(hits, trans) });
        } catch (error) {
          if (!(error instanceof PublisherError) || signal.aborted) {
            throw error;
          }
          // It cannot be read: that is said when it is packed.
          this._found.delete(path);
        }
      }
      if (clock.now() - told >= interval) {
        told = clock.now();
        tell(index + 1, entries.length);
      }
    }
    const paths = new Set(files.included.map(({ path }) => path));
    for (const path of this._found.keys()) {
      if (!paths.has(path)) {
        this._found.delete(path);
      }
    }
  }

  /** A file as it would be archived. */
  private async _copy(
    { path, source, content }: IPlanEntry,
    edits: readonly CopyEdit[],
    signal: AbortSignal
  ): Promise<Uint8Array> {
    const { files, trans } = this._ports;
    const bytes =
      source === null
        ? (content ?? new Uint8Array())
        : await readBytes(files, source, signal);
    const { scanner } = this;
    return edits.length > 0
      ? editedCopy({ scanner, trans }, path, bytes, edits)
      : bytes;
  }

  private readonly _found = new Map<
    string,
    { readonly key: string; readonly findings: readonly IFinding[] }
  >();
  private _scanner: ISecretScanner | null = null;
  private _token: string | null = null;
  private _generation = 0;
}

/** Notebooks first: that is where keys are left. */
function toLookAt({ included, notebooks }: ILookedAt): IPlanEntry[] {
  const isNotebook = new Set(notebooks.map(({ path }) => path));
  const small = included.filter(({ size }) => (size ?? 0) <= atOnce);
  return [
    ...small.filter(({ path }) => isNotebook.has(path)),
    ...small.filter(({ path }) => !isNotebook.has(path))
  ].slice(0, mostAtOnce);
}
