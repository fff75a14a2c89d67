import type { FetchStep } from '../../core/records/fetchRecord';
import { plainText } from '../../core/zenodo/errors';
import type { IWait } from '../../core/zenodo/retry';
import type { ISite } from '../../core/zenodo/sites';
import type { IOpenRecordPorts } from './ports';
import type { IOpenProgress } from './state';
import { waitText } from '../waitText';

/** Not more often than this, in milliseconds, is progress shown. */
const interval = 100;

/** Shows how far the opening of a record is. */
export class OpenProgressView {
  constructor(
    private readonly _ports: Pick<IOpenRecordPorts, 'clock' | 'trans'>,
    private readonly _last: () => IOpenProgress | null,
    private readonly _show: (progress: IOpenProgress) => void
  ) {}

  progress(
    step: FetchStep,
    file: string,
    doneBytes: number,
    totalBytes: number
  ): void {
    const now = this._ports.clock.now();
    if (this._last() && now - this._shown < interval) {
      return;
    }
    this._shown = now;
    this._show({
      ...{ step, doneBytes, totalBytes },
      file: plainText(file, 120),
      waiting: null
    });
  }

  /** A wait that the site or the network forces on us; null = it is over. */
  wait(site: ISite, wait: IWait | null): void {
    const { clock, trans } = this._ports;
    const last = this._last();
    if (last) {
      const waiting = wait && waitText(wait, site, clock.now(), trans);
      this._show({ ...last, waiting });
    }
  }

  private _shown = 0;
}
