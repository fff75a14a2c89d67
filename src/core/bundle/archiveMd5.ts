import { md5Of } from './blobSums';
import { ISum, ISums, SumsLostError } from './sums/sums';

/** The MD5 of an archive, computed while it is written. */
export class ArchiveMd5 {
  static async begin(sums: ISums): Promise<ArchiveMd5> {
    return new ArchiveMd5(await sums.begin('md5'));
  }

  private constructor(private readonly _sum: ISum) {}

  /** Take the next bytes, which must stay as they are until that is done. */
  async update(chunk: Uint8Array): Promise<void> {
    try {
      await this._sum.update(chunk);
    } catch (error) {
      ignoreLost(error);
    }
  }

  /** Hexadecimal; where it was lost on the way, of the finished archive. */
  async digest(archive: Blob): Promise<string> {
    try {
      return await this._sum.digest();
    } catch (error) {
      ignoreLost(error);
      return md5Of(archive);
    }
  }
}

/** It is computed in another way then; nothing else may go wrong unseen. */
function ignoreLost(error: unknown): void {
  if (!(error instanceof SumsLostError)) {
    throw error;
  }
}
