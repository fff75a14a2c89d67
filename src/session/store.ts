import type { IPublicationState } from './state';

/** Holds the state of a publication; a change makes a new object and is told. */
export class PublicationStore {
  constructor(
    private _state: IPublicationState,
    private readonly _onChange: () => void
  ) {}

  get state(): IPublicationState {
    return this._state;
  }

  /** Replace parts of the state. */
  set(change: Partial<IPublicationState>): void {
    this._state = { ...this._state, ...change };
    this._onChange();
  }

  /** Replace parts of one section's state. */
  update<
    K extends
      | 'contents'
      | 'data'
      | 'version'
      | 'environment'
      | 'metadata'
      | 'account'
      | 'publish'
  >(section: K, change: Partial<IPublicationState[K]>): void {
    this.set({ [section]: { ...this._state[section], ...change } } as Partial<
      Pick<IPublicationState, K>
    >);
  }
}
