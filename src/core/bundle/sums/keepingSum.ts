import type { IKeptFileWriter } from './keptFiles';
import type { ISum } from './sums';

/** A sum of bytes that are written to a file on the way. */
export class KeepingSum implements ISum {
  constructor(
    private readonly _sum: ISum,
    private readonly _file: IKeptFileWriter
  ) {}

  /** @throws Error when they could not be written */
  async update(bytes: Uint8Array): Promise<void> {
    await this._sum.update(bytes);
    this._file.write(bytes);
  }

  digest(): Promise<string> {
    // Before the sum is told: whoever hears of it may read the file.
    this._file.close();
    return this._sum.digest();
  }
}
