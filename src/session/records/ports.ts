import type { IClock } from '../../core/clock';
import type { IFileWriter } from '../../core/fileWriter';
import type { IUnpackLimits } from '../../core/records/limits';
import type { ITranslator } from '../../core/text';
import type { IDownloads } from '../../core/zenodo/downloads';
import type { IHttp } from '../../core/zenodo/http';
import type { IOpenedRecords, ISites } from '../ports';
import type { ISignIns } from '../signIn/signInState';
import type { IWallet } from '../wallet';

/** What opening a record needs of its surroundings. */
export interface IOpenRecordPorts {
  readonly http: IHttp;
  readonly downloads: IDownloads;
  readonly clock: IClock;
  readonly writer: IFileWriter;
  readonly opened: IOpenedRecords;
  readonly wallet: IWallet;
  readonly signIns: ISignIns;
  readonly sites: ISites;
  readonly trans: ITranslator;
  /** Other bounds than those of the product, for tests. */
  readonly limits?: IUnpackLimits;
  /** Go to a folder in the file browser. */
  show(folder: string): Promise<void>;
  /** Open the panel that publishes these paths. */
  publish(paths: readonly string[]): Promise<void>;
}
