import type { IPlanEntry } from '../core/bundle/entry';
import type { ICheckInput } from '../core/checks/check';
import { HEAD_BYTES, wantsHead } from '../core/checks/exif';
import { notebookChecks } from '../core/checks/notebookChecks';
import { runChecks } from '../core/checks/runChecks';
import { secretFindings } from '../core/checks/secrets/secretFindings';
import { InThreadScanner } from '../core/checks/secrets/secretScanner';
import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import { CancelledError, PublisherError } from '../core/error';
import { readBytes, readText } from '../core/files';
import type { IFinding } from '../core/finding';
import type { IUsedCode } from '../core/environment/needs/findNeeds';
import { cellSource } from '../core/notebook/notebook';
import { readUses } from '../core/uses/readUses';
import type { IUses } from '../core/uses/use';
import type { ContentsPart } from './contentsPart';
import { IReadFile, NotebookReader, stampOf } from './notebookReader';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';

/**
 * Files up to so many bytes, and so many of them, are looked through for
 * secrets when the panel is opened; all are when they are packed.
 */
const atOnce = 5 * 1024 * 1024;
const mostAtOnce = 500;

/** How often, in milliseconds, is told how far it is. */
const interval = 250;

/** A file that is used brings files that it uses; so many times. */
const mostRounds = 4;

/** Pictures that are looked into. */
const mostPictures = 200;

/** What the notebooks need, as far as it can be read. */
export type Needs = Pick<IUses, 'modules' | 'localModules' | 'programs'>;

/**
 * Looks into the files of the bundle: what the notebooks use, what a reader
 * would stumble over, and what may be a secret. It looks again at what changed
 * only, and the last question counts.
 */
export class Inspection {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _getToken: () => string | null
  ) {
    this._reader = new NotebookReader(_ports);
  }

  /** By which findings are known again: random, and kept with what is set aside. */
  salt = '';

  uses: IUses | null = null;
  notebooks: readonly IReadFile[] = [];

  /** Of the uses, the checks and the scan. */
  get findings(): IFinding[] {
    return [
      ...(this.uses?.findings ?? []),
      ...this._checked,
      ...this._secrets.values()
    ].flat();
  }

  /** Looks for secrets; knows the token that must not go out. */
  get scanner(): ISecretScanner {
    const token = this._getToken();
    if (!this._scanner || token !== this._token) {
      this._token = token;
      this._secrets = new Map();
      this._scanner = new InThreadScanner(
        { salt: this.salt, ...(token ? { token } : {}) },
        this._ports.clock
      );
    }
    return this._scanner;
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
      const proposed = await this._readOnce();
      if (
        !proposed ||
        proposed.length === 0 ||
        !(await this._contents.propose(proposed))
      ) {
        return;
      }
    }
  }

  /** @returns files to take in; null when another run took this one's place */
  private async _readOnce(): Promise<readonly IPlanEntry[] | null> {
    this.stop();
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
      if (error instanceof CancelledError || signal.aborted) {
        return null;
      }
      throw error;
    }
  }

  /**
   * Run the checks and look for secrets, telling what is found on the way.
   *
   * @returns false when another run took its place
   */
  async check(tell: () => void): Promise<boolean> {
    const run = this._run ?? new AbortController();
    const { signal } = run;
    try {
      await this._runChecks(signal);
      tell();
      await this._scan(signal, tell);
      return true;
    } catch (error) {
      if (error instanceof CancelledError || signal.aborted) {
        return false;
      }
      throw error;
    } finally {
      if (this._run === run) {
        this._store.update('contents', { checking: null });
      }
    }
  }

  /** Secrets that the last look, right before the upload, found. */
  add(findings: readonly IFinding[]): void {
    for (const finding of findings) {
      this._secrets.set(`upload ${finding.key}`, [finding]);
    }
  }

  private async _runChecks(signal: AbortSignal): Promise<void> {
    const { clock, documents, identity, trans } = this._ports;
    const included = this._contents.included;
    const bySource = new Map(
      included.map(({ source, path }) => [source ?? '', path])
    );
    const inBundle = (sources: readonly string[]) =>
      sources.flatMap(source => bySource.get(source) ?? []);
    const sources = [...bySource.keys()].filter(source => source);
    const input: ICheckInput = {
      notebooks: this.notebooks,
      files: await this._listed(included, signal),
      // They are saved before anything is packed.
      dirty: [],
      busy: inBundle(documents.busy(sources)),
      identity
    };
    const checks = notebookChecks(trans);
    this._checked = await runChecks(checks, input, {
      ...{ trans, clock, signal },
      salt: this.salt
    });
  }

  private async _listed(
    included: readonly IPlanEntry[],
    signal: AbortSignal
  ): Promise<ICheckInput['files']> {
    const pictures = included
      .filter(({ path, source }) => source !== null && wantsHead(path))
      .slice(0, mostPictures);
    const heads = new Map<string, Uint8Array>();
    for (const { path, source } of pictures) {
      const head = await this._head(source ?? '', signal);
      if (head) {
        heads.set(path, head);
      }
    }
    return included.map(({ path, size }) => {
      const head = heads.get(path);
      return { path, size, ...(head ? { head } : {}) };
    });
  }

  /** The first bytes; null where they cannot be read, which is said when they are packed. */
  private async _head(
    source: string,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    try {
      const { stream } = await this._ports.files.read(source, signal);
      const reader = stream.getReader();
      const parts: Uint8Array[] = [];
      let size = 0;
      while (size < HEAD_BYTES) {
        const { done, value } = await reader.read();
        if (done) {
          break;
        }
        parts.push(value);
        size += value.length;
      }
      await reader.cancel();
      const blob = new Blob(parts as BlobPart[]);
      return new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
    } catch (error) {
      if (error instanceof PublisherError && !signal.aborted) {
        return null;
      }
      throw error;
    }
  }

  /** Look for secrets in what changed since the last time. */
  private async _scan(signal: AbortSignal, tell: () => void): Promise<void> {
    const { files, trans } = this._ports;
    const { copyEdits } = this._contents.choices;
    const included = this._toScan();
    const read = new Map(this.notebooks.map(one => [one.path, one.bytes]));
    const { scanner } = this;
    const known = this._secrets;
    const fresh = new Map<string, readonly IFinding[]>();
    this._secrets = fresh;
    let told = this._ports.clock.now();
    for (const [index, entry] of included.entries()) {
      const { path, source, content } = entry;
      const key = JSON.stringify([path, stampOf(entry, copyEdits[path] ?? [])]);
      const open = async () =>
        read.get(path) ??
        (source === null
          ? (content ?? new Uint8Array())
          : readBytes(files, source, signal));
      try {
        fresh.set(
          key,
          known.get(key) ??
            secretFindings(await scanner.scan([{ path, open }], signal), trans)
        );
      } catch (error) {
        if (!(error instanceof PublisherError) || signal.aborted) {
          throw error;
        }
        // It cannot be read: that is said when it is packed.
      }
      const now = this._ports.clock.now();
      if (now - told >= interval) {
        told = now;
        const checking = { done: index + 1, total: included.length };
        this._store.update('contents', { checking });
        tell();
      }
    }
    tell();
  }

  /** Notebooks first: that is where keys are left. */
  private _toScan(): IPlanEntry[] {
    const { included, notebooks } = this._contents;
    const isNotebook = new Set(notebooks);
    const small = included.filter(({ size }) => (size ?? 0) <= atOnce);
    return [
      ...small.filter(({ path }) => isNotebook.has(path)),
      ...small.filter(({ path }) => !isNotebook.has(path))
    ].slice(0, mostAtOnce);
  }

  private readonly _reader: NotebookReader;
  private _run: AbortController | null = null;
  private _checked: readonly IFinding[] = [];
  private _secrets: Map<string, readonly IFinding[]> = new Map();
  private _scanner: ISecretScanner | null = null;
  private _token: string | null = null;
}
