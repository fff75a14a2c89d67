import type { IFinding } from '../core/finding';
import {
  candidateFields,
  companionOf,
  together
} from '../core/metadata/candidates';
import { emptyMetadata, localDate } from '../core/metadata/empty';
import type { IMetadata, MetadataField } from '../core/metadata/model';
import { type IPrefill, prefill } from '../core/metadata/prefill';
import type { IFormerVersion } from '../core/metadata/prefillSources';
import type { ContentsPart } from './contentsPart';
import { formerFindings } from './formerFindings';
import { lastPublication } from './lastPublication';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import type { IVersionOf } from '../core/publish/versions';

/** The last version, where this becomes the next one. */
export interface ILastVersionSource {
  /** Which it is; undefined = there is none. */
  readonly request: IVersionOf | undefined;
  /** The site did not tell its details. */
  readonly isUntold: boolean;
  /** Its details, once the site told them. */
  former(): Promise<IFormerVersion | null>;
}

/** Fills in the form from the files and the last version, where the user did not. */
export class Filling {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _version: () => ILastVersionSource
  ) {}

  /** Fields that the user changed: filling in leaves them alone. */
  touched = new Set<MetadataField>();

  /** The record whose details are in the form; '' = none. */
  filledFrom = '';

  /** What is odd about the sources. */
  get findings(): readonly IFinding[] {
    const { state } = this._store;
    return [
      ...(this._seen?.findings ?? []),
      ...formerFindings(
        {
          former: this._former,
          isUntold: this._version().isUntold,
          isLate: this._isLate,
          metadata: state.metadata,
          touched: this.touched
        },
        state.account.site,
        this._ports.trans
      )
    ];
  }

  /** The user set a field. */
  touch(field: MetadataField): void {
    this.touched.add(field);
    this._old.delete(field);
  }

  /**
   * The next version begins: what the user typed is in the last one, and counts
   * no more than that once its details are told.
   */
  beginNext(): void {
    // Of communities, the record says nothing.
    this._old = new Set(this.touched);
    this._old.delete('communities');
    this.filledFrom = '';
  }

  /** Fill in what the user has not changed. */
  fill(): Promise<void> {
    return this._inTurn(() => this._fill());
  }

  /** See what could be chosen, and change nothing: the form was kept. */
  look(): Promise<void> {
    return this._inTurn(async () => {
      await this._look();
      this._tellDetails();
    });
  }

  /**
   * Another record may be the last version now, or its details may be known:
   * fill the form in anew, unless it was filled in with them before.
   *
   * @param isLate - the user is about to publish, and has not seen them
   * @returns whether its details came into the form
   */
  follow(isLate = false): Promise<boolean> {
    return this._inTurn(async () => {
      this._isLate = false;
      const wanted = this._version().request?.recordId ?? '';
      const id = (await this._version().former()) ? wanted : '';
      const isAwaited = id !== wanted && ['', wanted].includes(this.filledFrom);
      if (isAwaited || id === this._lookedAt) {
        this._tellDetails();
        return false;
      }
      // What was sent is not changed behind the user's back.
      if (id === this.filledFrom || this._store.state.publish.draft) {
        await this._look();
        this._tellDetails();
        return false;
      }
      await this._fill();
      this._isLate = isLate && id !== '';
      return id !== '';
    });
  }

  private async _fill(): Promise<void> {
    const found = await this._look();
    this._isLate = false;
    this.filledFrom = this._lookedAt;
    if (this._former) {
      this._old.forEach(field => this.touched.delete(field));
      this._old.clear();
    }
    const { values, origins } = this._store.state.metadata;
    const free = candidateFields(values).filter(
      field => !this._isTouched(field)
    );
    const none = emptyMetadata(this._today);
    // What no source says any more goes.
    const fresh = free.reduce<Partial<IMetadata>>(
      (all, field) => ({
        ...all,
        ...together(field, none),
        ...(field in found.values ? together(field, found.values) : {})
      }),
      {}
    );
    const kept = Object.entries(origins).filter(
      ([field]) => !free.includes(field as MetadataField)
    );
    this._store.update('metadata', {
      values: { ...values, ...fresh },
      origins: {
        ...Object.fromEntries(kept),
        ...Object.fromEntries(
          Object.entries(found.origins).filter(([field]) => field in fresh)
        )
      }
    });
    this._tellDetails();
  }

  /** A field is the user's with what is set together with it. */
  private _isTouched(field: MetadataField): boolean {
    const other = companionOf(field);
    return (
      this.touched.has(field) ||
      (other !== undefined && this.touched.has(other))
    );
  }

  private async _look(): Promise<IPrefill> {
    const { files, defaults, trans } = this._ports;
    const { root } = this._contents;
    const former = await this._version().former();
    const found = await prefill({
      files: this._contents.files,
      root: '',
      entries: this._contents.included
        .filter(({ reasonKind }) => reasonKind !== 'generated')
        .map(({ path }) => path),
      notebooks: this._contents.notebooks,
      today: this._today,
      // Where hidden files are not shown, git's are not either.
      ...(this._store.state.contents.showsHidden && { git: { files, root } }),
      former,
      last: await lastPublication(this._ports),
      defaults,
      trans
    });
    this._seen = found;
    this._former = former;
    this._lookedAt = former ? (this._version().request?.recordId ?? '') : '';
    this._store.update('metadata', { candidates: found.candidates });
    return found;
  }

  private _tellDetails(): void {
    const { isUntold } = this._version();
    const isTaken = this._former !== null && this.filledFrom !== '';
    const details = isTaken ? 'taken' : isUntold ? 'failed' : 'unasked';
    if (this._store.state.version.details !== details) {
      this._store.update('version', { details });
    }
  }

  /** The user's local date. */
  private get _today(): string {
    return localDate(new Date(this._ports.clock.now()));
  }

  /** One after the other: each sees what the one before it left. */
  private _inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this._turn.then(run);
    this._turn = result.then(
      () => undefined,
      () => undefined
    );
    return result;
  }

  private _turn: Promise<void> = Promise.resolve();
  private _seen: IPrefill | null = null;
  private _former: IFormerVersion | null = null;
  /** The record of which the candidates know. */
  private _lookedAt = '';
  private _isLate = false;
  /** What was changed for the version before. */
  private _old = new Set<MetadataField>();
}
