import { Signal } from '@lumino/signaling';
import { zenodo } from '../../../core/zenodo/sites';
import { nothingAsked } from '../../../session/records/state';
import type {
  IOpenRecordSession,
  IOpenRecordState
} from '../../../session/records/state';

/** A session that changes as told, and writes down what it is asked. */
export class FakeOpening implements IOpenRecordSession {
  constructor(change: Partial<IOpenRecordState>) {
    this.state = { ...nothingAsked, ...change };
  }

  state: IOpenRecordState;
  readonly stateChanged: Signal<IOpenRecordSession, void> = new Signal<
    IOpenRecordSession,
    void
  >(this);
  readonly calls: string[] = [];

  change(change: Partial<IOpenRecordState>): void {
    this.state = { ...this.state, ...change };
    this.stateChanged.emit();
  }

  lookUp = async (address: string) => this._note(`lookUp ${address}`);
  chooseSite = async (id: string) => this._note(`chooseSite ${id}`);
  signIn = async (token: string) => this._note(`signIn ${token}`);
  signInThere = () => ({
    begin: () => this._note('signInThere'),
    show: () => this._note('showWindow'),
    cancel: () => this._note('cancelSignIn')
  });
  setName = (name: string) => {
    this._note(`setName ${name}`);
    this.change({ name });
  };
  open = async () => this._note('open');
  cancel = () => this._note('cancel');
  removeKept = async () => this._note('removeKept');
  startAgain = () => this._note('startAgain');
  publish = async () => this._note('publish');

  private _note(call: string): void {
    this.calls.push(call);
  }
}

/** A record of one archive. */
export const record: NonNullable<IOpenRecordState['record']> = {
  site: zenodo,
  id: '17',
  doi: '10.5281/zenodo.17',
  conceptDoi: '10.5281/zenodo.16',
  title: 'Rivers <b>of</b> Portugal',
  version: '1.2.0',
  published: '2026-11-21',
  isLatest: true,
  files: [{ key: 'rivers.zip', status: 'completed', size: 2000, md5: '' }],
  totalBytes: 2000,
  needsToken: false
};

/** It was opened. */
export const result: NonNullable<IOpenRecordState['result']> = {
  folder: 'work/rivers',
  files: 3,
  bytes: 58_000_000,
  notebooks: 1,
  leftOut: [],
  packageLists: []
};
