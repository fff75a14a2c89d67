import type { IJournalEntry } from '../core/publish/journalEntry';
import type { IStepObserver } from '../core/publish/observer';
import type { StepName } from '../core/publish/steps';
import type { IWait } from '../core/zenodo/retry';
import { stepsToCome } from './initialState';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import { waitText } from './waitText';

/** Before so many milliseconds nothing can be said about the time left. */
const tooEarly = 3000;

/** Not more often than this, in milliseconds, is progress shown. */
const interval = 100;

/** Shows how far a running publication is. */
export class ProgressView implements IStepObserver {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _onJournalled: (entry: IJournalEntry) => void
  ) {}

  begin(): void {
    this._store.update('publish', {
      trouble: null,
      steps: stepsToCome,
      progress: {
        step: 'check',
        file: '',
        doneBytes: 0,
        totalBytes: 0,
        secondsLeft: null,
        waiting: null
      }
    });
  }

  step(name: StepName, status: 'now' | 'done', detail: string): void {
    const { steps } = this._store.state.publish;
    this._begun = this._ports.clock.now();
    this._shown = 0;
    this._store.update('publish', {
      steps: steps.map(step =>
        step.name === name ? { name, status, detail } : step
      ),
      progress: {
        step: name,
        file: '',
        doneBytes: 0,
        totalBytes: 0,
        secondsLeft: null,
        waiting: null
      }
    });
  }

  progress(step: StepName, file: string, done: number, total: number): void {
    const now = this._ports.clock.now();
    if (now - this._shown < interval && done < total) {
      return;
    }
    this._shown = now;
    if (done === 0) {
      this._begun = now;
    }
    const elapsed = now - this._begun;
    this._store.update('publish', {
      progress: {
        step,
        file,
        doneBytes: done,
        totalBytes: total,
        secondsLeft:
          elapsed < tooEarly || done === 0
            ? null
            : Math.ceil(((total - done) * elapsed) / done / 1000),
        waiting: null
      }
    });
  }

  journalled(entry: IJournalEntry): void {
    this._onJournalled(entry);
  }

  /** Put a question to the user; meanwhile nothing is under way. */
  async whileAsking(ask: () => Promise<boolean>): Promise<boolean> {
    this._store.update('publish', { asking: true });
    try {
      return await ask();
    } finally {
      this._store.update('publish', { asking: false });
    }
  }

  /** All is done. @param badges - how many of the user's files got the badge */
  finished(badges: number): void {
    this.step(
      'finish',
      'done',
      this._ports.trans._n(
        'the badge is in %1 of your files',
        'the badge is in %1 of your files',
        badges
      )
    );
  }

  /** A wait that the site or the network forces on us; null = it is over. */
  wait(wait: IWait | null): void {
    const { progress } = this._store.state.publish;
    if (!progress) {
      return;
    }
    const { clock, trans } = this._ports;
    const { site } = this._store.state.account;
    const waiting = wait && waitText(wait, site, clock.now(), trans);
    this._store.update('publish', { progress: { ...progress, waiting } });
  }

  /** The step that was under way has stopped. */
  stop(): void {
    const { steps } = this._store.state.publish;
    this._store.update('publish', {
      steps: steps.map(step =>
        step.status === 'now' ? { ...step, status: 'stopped' } : step
      )
    });
  }

  private _begun = 0;
  private _shown = 0;
}
