import type { IPlanEntry } from '../core/bundle/entry';
import type { ICheckInput } from '../core/checks/check';
import { notebookChecks } from '../core/checks/notebookChecks';
import { runChecks } from '../core/checks/runChecks';
import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import type { IUsedCode } from '../core/environment/needs/findNeeds';
import { CancelledError } from '../core/error';
import { readText } from '../core/files';
import type { IFinding } from '../core/finding';
import { cellSource } from '../core/notebook/notebook';
import { readUses } from '../core/uses/readUses';
import type { IUses } from '../core/uses/use';
import type { ContentsPart } from './contentsPart';
import { IReadFile, NotebookReader } from './notebookReader';
import { withHeads } from './pictureHeads';
import type { ISessionPorts } from './ports';
import { SecretsLook } from './secretsLook';
import type { PublicationStore } from './store';

/** A file that is used brings files that it uses; so many times. */
const mostRounds = 4;

/**
 * Looks into the files of the bundle: what the notebooks use, what a reader
 * would stumble over, and what may be a secret. The last question counts.
 */
export class Inspection {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    getToken: () => string | null
  ) {
    this._reader = new NotebookReader(_ports);
    this._secrets = new SecretsLook(_ports, getToken);
  }

  uses: IUses | null = null;
  notebooks: readonly IReadFile[] = [];

  /** By which findings are known again: random, and kept with what is set aside. */
  get salt(): string {
    return this._secrets.salt;
  }

  set salt(salt: string) {
    this._secrets.salt = salt;
  }

  /** Of the uses, the checks and the scan. */
  get findings(): IFinding[] {
    return [
      ...this._trouble,
      ...(this.uses?.findings ?? []),
      ...this._checked,
      ...this._secrets.findings
    ];
  }

  /** Looks for secrets; knows the token that must not go out. */
  get scanner(): ISecretScanner {
    return this._secrets.scanner;
  }

  /** The code of the notebooks, cell by cell. */
  get code(): IUsedCode[] {
    return this.notebooks.flatMap(({ path, notebook }) =>
      (notebook?.cells ?? []).flatMap((cell, index) =>
        cell.cell_type === 'code'
          ? [{ place: { path, cell: index }, source: cellSource(cell) }]
          : []
      )
    );
  }

  stop(): void {
    this._run?.abort();
  }

  /**
   * Read the notebooks, and take in the files that they use, as long as there
   * are more of them: what was taken in may use others.
   */
  async readNotebooks(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      const proposed = (await this._readOnce()) ?? [];
      const isMore =
        proposed.length > 0 && (await this._contents.propose(proposed));
      if (!isMore) {
        return;
      }
    }
  }

  /**
   * Run the checks and look for secrets, telling what is found on the way.
   *
   * @returns false when another run took its place, or it broke
   */
  async check(tell: () => void): Promise<boolean> {
    const run = (this._run ??= new AbortController());
    const { signal } = run;
    const { outgoing, choices } = this._contents;
    const { notebooks } = this;
    try {
      await this._runChecks(signal);
      tell();
      await this._secrets.look(
        {
          included: outgoing,
          notebooks,
          copyEdits: choices.copyEdits
        },
        signal,
        (done, total) => {
          this._store.update('contents', { checking: { done, total } });
          tell();
        }
      );
      const packedBytes = this._secrets.packed.estimate(
        this._contents.included
      );
      this._store.update('contents', { packedBytes });
      tell();
      return true;
    } catch (error) {
      this._broken(error, signal);
      tell();
      return false;
    } finally {
      if (this._run === run) {
        this._store.update('contents', { checking: null });
      }
    }
  }

  /** Secrets that the last look, right before the upload, found. */
  add(findings: readonly IFinding[]): void {
    this._secrets.add(findings);
  }

  /** @returns files to take in; null when another run took this one's place */
  private async _readOnce(): Promise<readonly IPlanEntry[] | null> {
    this.stop();
    this._trouble = [];
    const { signal } = (this._run = new AbortController());
    const { files, trans } = this._ports;
    const contents = this._contents;
    const isNotebook = new Set(contents.notebooks);
    try {
      const notebooks = await this._reader.read(
        contents.included.filter(({ path }) => isNotebook.has(path)),
        contents.choices.copyEdits,
        this.scanner,
        signal
      );
      const uses = await readUses({
        notebooks: notebooks.flatMap(({ path, notebook }) =>
          notebook ? [{ path, notebook }] : []
        ),
        readText: (source, inner) => readText(files, source, inner),
        listing: { entries: contents.entries, files },
        root: contents.root,
        trans,
        signal
      });
      this.notebooks = notebooks;
      this.uses = uses;
      return uses.proposedEntries;
    } catch (error) {
      this._broken(error, signal);
      return null;
    }
  }

  /** A look that breaks is said, and keeps nothing else from going on. */
  private _broken(error: unknown, signal: AbortSignal): void {
    if (error instanceof CancelledError || signal.aborted) {
      return;
    }
    const { trans } = this._ports;
    const why = error instanceof Error ? error.name : 'Error';
    this._trouble = [
      {
        id: 'contents.not-looked-into',
        severity: 'warning',
        section: 'contents',
        message: trans.__(
          'The files could not be looked into to the end (%1). Look through the folder again, and look at them yourself.',
          why
        )
      }
    ];
  }

  private async _runChecks(signal: AbortSignal): Promise<void> {
    const { clock, documents, files, identity, trans } = this._ports;
    const included = this._contents.outgoing;
    const bySource = new Map(
      included.map(({ source, path }) => [source ?? '', path])
    );
    const sources = [...bySource.keys()].filter(source => source);
    const input: ICheckInput = {
      notebooks: this.notebooks,
      files: await withHeads(included, files, signal),
      // They are saved before anything is packed.
      dirty: [],
      busy: documents
        .busy(sources)
        .flatMap(source => bySource.get(source) ?? []),
      identity
    };
    this._checked = await runChecks(notebookChecks(trans), input, {
      ...{ trans, clock, signal },
      salt: this.salt
    });
  }

  private readonly _reader: NotebookReader;
  private readonly _secrets: SecretsLook;
  private _run: AbortController | null = null;
  private _checked: readonly IFinding[] = [];
  private _trouble: readonly IFinding[] = [];
}
