import { createCRC32, createMD5, createSHA256, IHasher } from 'hash-wasm';
import type { ISum, ISums, SumKind } from './sums';

const hashes = { sha256: createSHA256, crc32: createCRC32, md5: createMD5 };

type HashName = keyof typeof hashes;

/** What each kind is made of, in this order. */
const parts: Readonly<Record<SumKind, readonly HashName[]>> = {
  sha256: ['sha256'],
  'sha256-crc32': ['sha256', 'crc32'],
  md5: ['md5']
};

/** Computes sums on the spot, by WebAssembly. */
export class InThreadSums implements ISums {
  async begin(kind: SumKind): Promise<ISum> {
    const names = parts[kind];
    const used = await Promise.all(names.map(name => this._begin(name)));
    return {
      update: bytes => {
        for (const hash of used) {
          hash.update(bytes);
        }
      },
      digest: async () => {
        const sums = used.map(hash => hash.digest('hex'));
        names.forEach((name, i) => this._free[name].push(used[i]));
        return sums.join('');
      }
    };
  }

  async keep(): Promise<null> {
    // Files that can be written piece by piece there are in workers only.
    return null;
  }

  end(): void {
    // There is nothing that runs by itself.
  }

  private async _begin(name: HashName): Promise<IHasher> {
    const hash = this._free[name].pop() ?? (await hashes[name]());
    return hash.init();
  }

  /** Hashers that nobody uses now: making one takes longer than a small file. */
  private readonly _free: Record<HashName, IHasher[]> = {
    sha256: [],
    crc32: [],
    md5: []
  };
}
