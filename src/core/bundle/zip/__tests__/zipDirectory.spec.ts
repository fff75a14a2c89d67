import { IZipEntry, zipDirectory } from '../zipDirectory';
import { madeArchive } from './made';
import { numbers64, readDirectory, readEnds } from './readRecords';
import { pythonReads, zipJsReads } from './readers';

const MAX = 0xffffffff;

const DESCRIPTOR = 8;

const time = '2026-11-21T12:34:57Z';

const entry: IZipEntry = {
  path: 'x.bin',
  method: 0,
  crc32: 0x89abcdef,
  packedSize: 1000,
  size: 2000,
  lastModified: time,
  offset: 3000,
  hasDescriptor: true
};

describe('zipDirectory', () => {
  const one = (change: Partial<IZipEntry>) =>
    readDirectory(zipDirectory([{ ...entry, ...change }], 9000), 9000);

  it('says of a file what there is to say', () => {
    const { central, end, zip64End } = one({});
    const [{ extra, ...fields }] = central;
    expect(fields).toEqual({
      madeBy: (3 << 8) | 20,
      version: 20,
      flags: DESCRIPTOR,
      method: 0,
      time: (12 << 11) | (34 << 5) | (56 / 2),
      date: ((2026 - 1980) << 9) | (11 << 5) | 21,
      crc32: 0x89abcdef,
      packedSize: 1000,
      size: 2000,
      path: 'x.bin',
      attributes: 0o100644 * 2 ** 16,
      offset: 3000,
      unused: 0
    });
    expect([...extra.keys()]).toEqual([0x5455]);
    expect(extra.get(0x5455)!.readInt32LE(1)).toBe(Date.parse(time) / 1000);
    expect(end).toEqual({ count: 1, size: 46 + 5 + 9, offset: 9000 });
    expect(zip64End).toBeNull();
  });

  it.each([
    [{ size: MAX }, [MAX]],
    [{ packedSize: MAX }, [MAX]],
    [{ offset: MAX }, [MAX]],
    [{ size: 5e9, packedSize: 4.9e9 }, [5e9, 4.9e9]],
    [{ size: 5e9, offset: 6e9 }, [5e9, 6e9]],
    [{ packedSize: 5e9, offset: 6e9 }, [5e9, 6e9]],
    [{ size: 5e9, packedSize: 5e9, offset: 6e9 }, [5e9, 5e9, 6e9]]
  ])('has a Zip64 field only for what needs it: %j', (change, zip64) => {
    const { central, zip64End } = one(change);
    expect(numbers64(central[0].extra.get(1))).toEqual(zip64);
    const { size, packedSize, offset } = { ...entry, ...change };
    expect(central[0]).toMatchObject({
      madeBy: (3 << 8) | 45,
      version: 45,
      size: Math.min(size, MAX),
      packedSize: Math.min(packedSize, MAX),
      offset: Math.min(offset, MAX)
    });
    expect(zip64End).toBeNull();
  });

  it('has no Zip64 field for what just fits', () => {
    const most = MAX - 1;
    const { central } = one({ size: most, packedSize: most, offset: most });
    expect(central[0].extra.has(1)).toBe(false);
    expect(central[0]).toMatchObject({
      version: 20,
      size: most,
      packedSize: most,
      offset: most
    });
  });

  it('has a Zip64 end where it begins beyond 4 GB', () => {
    const at = (offset: number) =>
      readDirectory(zipDirectory([entry], offset), offset);
    expect(at(MAX - 1).zip64End).toBeNull();
    for (const offset of [MAX, 11e9]) {
      const { end, zip64End } = at(offset);
      expect(end).toEqual({ count: 1, size: 60, offset: MAX });
      expect(zip64End).toEqual({ count: 1, size: 60, offset });
    }
  });

  it('has a Zip64 end from 65,535 files on', () => {
    const many = Array.from({ length: 65_535 }, () => entry);
    const fits = readEnds(zipDirectory(many.slice(1), 1), 1);
    expect(fits.end.count).toBe(65_534);
    expect(fits.zip64End).toBeNull();
    const { end, zip64End } = readEnds(zipDirectory(many, 1), 1);
    expect(end).toEqual({ count: 0xffff, size: 65_535 * 60, offset: 1 });
    expect(zip64End).toEqual({ count: 65_535, size: 65_535 * 60, offset: 1 });
  });

  it('is read with 70,000 files', async () => {
    const names = Array.from({ length: 70_000 }, (_, i) => `${i}.txt`);
    const many = madeArchive(
      names.map(path => ({ path, content: path, lastModified: time }))
    );
    const first = names.length - 3;
    const python = pythonReads(many, first);
    expect(python.bad).toBeNull();
    for (const read of [python.files, await zipJsReads(many, first)]) {
      // As one string: Jest compares lists item by item, which takes seconds.
      expect(read.map(({ name }) => name).join()).toBe(names.join());
      expect(read.slice(first).map(({ content }) => content)).toEqual(
        names.slice(first)
      );
    }
  }, 60_000);
});
