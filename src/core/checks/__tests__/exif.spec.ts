import * as fc from 'fast-check';

import { hasPosition, wantsHead } from '../exif';
import { bytesOf, jpeg, png, tiff } from './pictures';

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const POSITION = [0, 1, 2, 3, 4];

describe('hasPosition', () => {
  it.each([
    ['JPEG, little-endian', jpeg(tiff('II', POSITION))],
    ['JPEG, big-endian', jpeg(tiff('MM', POSITION))],
    ['PNG', png('eXIf', tiff('MM', POSITION))],
    ['JPEG with XMP', jpeg(bytesOf('<x exif:GPSLatitude="1"/>'), XMP)],
    ['PNG with XMP', png('iTXt', bytesOf('XML exif:GPSLatitude'))]
  ])('finds one in %s', (_, picture) => {
    expect(hasPosition(picture)).toBe(true);
  });

  it.each([
    ['a directory with its version only', jpeg(tiff('II', [0]))],
    ['half a position', jpeg(tiff('II', [2]))],
    ['Exif data without GPS', jpeg(tiff('II', POSITION).slice(0, 22))],
    [
      'an order that is none',
      jpeg([0x49, 0x4d, ...tiff('II', POSITION).slice(2)])
    ],
    ['another block', jpeg(tiff('II', POSITION), 'Other\0')],
    ['another chunk', png('tEXt', tiff('II', POSITION))],
    ['text', Uint8Array.from(bytesOf('exif:GPSLatitude'))],
    ['nothing', new Uint8Array()]
  ])('finds none in %s', (_, picture) => {
    expect(hasPosition(picture)).toBe(false);
  });

  it('finds none after the picture begins', () => {
    const picture = [...jpeg(tiff('II', POSITION))];
    picture.splice(2, 0, 0xff, 0xda, 0, 2);
    expect(hasPosition(Uint8Array.from(picture))).toBe(false);
  });

  it('reads a part of larger memory', () => {
    const picture = jpeg(tiff('II', POSITION));
    const memory = new Uint8Array(picture.length + 20).fill(0xff);
    memory.set(picture, 10);
    expect(hasPosition(memory.subarray(10, 10 + picture.length))).toBe(true);
  });

  it('survives pictures that are cut or damaged', () => {
    const whole = fc.constantFrom(
      jpeg(tiff('II', POSITION)),
      jpeg(tiff('MM', POSITION)),
      png('eXIf', tiff('II', POSITION))
    );
    const place = fc.nat(200);
    const damage = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(whole, place, damage, (picture, end, changes) => {
        const copy = picture.slice(0, end);
        changes.forEach(([at, byte]) => (copy[at % 64] = byte));
        expect(typeof hasPosition(copy)).toBe('boolean');
      }),
      { numRuns: 2_000 }
    );
  });
});

it('wants the head of pictures', () => {
  expect(['a.JPG', 'a.jpeg', 'b/c.png'].every(wantsHead)).toBe(true);
  expect(['a.csv', 'png', 'a.png.txt', 'a.tif'].some(wantsHead)).toBe(false);
});
