import type { IPublicationState } from './state';

/** A state of sections, of which parts are replaced. */
export interface IStore<S extends object> {
  readonly state: S;
  /** Replace parts of one section's state. */
  update<K extends keyof S>(section: K, change: Partial<S[K]>): void;
}

/** Holds a state; a change makes a new object and is told. */
export class Store<S extends object> implements IStore<S> {
  constructor(
    private _state: S,
    private readonly _onChange: () => void
  ) {}

  get state(): S {
    return this._state;
  }

  /** Replace parts of the state. */
  set(change: Partial<S>): void {
    this._state = { ...this._state, ...change };
    this._onChange();
  }

  update<K extends keyof S>(section: K, change: Partial<S[K]>): void {
    this._state = {
      ...this._state,
      [section]: { ...this._state[section], ...change }
    };
    this._onChange();
  }
}

/** Holds the state of a publication. */
export type PublicationStore = Store<IPublicationState>;
