/**
 * Whether a picture says where it was taken.
 *
 * Sources: Exif 2.32 (CIPA DC-008), sections 4.5.2 to 4.6.6; PNG 3rd edition,
 * 11.3.4.5 (`eXIf`); XMP part 3 (JPEG's APP1). Every offset in a picture is
 * untrusted: what lies outside of the bytes is not there.
 */

/** Bytes at a picture's beginning in which its Exif data stand: a JPEG segment has 64 kB. */
export const HEAD_BYTES = 131_072;

/** Parts of a picture, and entries of a directory, that are looked at. */
const MOST = 1_000;

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const GPS_DIRECTORY = 0x8825;
const GPS_LATITUDE = 2;
const GPS_LONGITUDE = 4;

/** Whether a file may be a picture that is looked into: then it needs its `head`. */
export function wantsHead(path: string): boolean {
  return /\.(?:jpe?g|png)$/i.test(path);
}

/** Whether a JPEG or PNG holds a place on Earth; any other bytes do not. */
export function hasPosition(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return inJpeg(bytes, view);
  }
  const isPng = latin(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n';
  return isPng && inPng(bytes, view);
}

function inJpeg(bytes: Uint8Array, view: DataView): boolean {
  let at = 2;
  for (let i = 0; i < MOST && at + 4 <= bytes.length; i++) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === START_OF_SCAN) {
      return false;
    }
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === APP1) {
      const segment = bytes.subarray(at + 4, end);
      const isExif = latin(segment, 0, 6) === 'Exif\0\0';
      if (isExif ? inTiff(segment.subarray(6)) : inXmp(segment)) {
        return true;
      }
    }
    at = end;
  }
  return false;
}

function inPng(bytes: Uint8Array, view: DataView): boolean {
  let at = 8;
  for (let i = 0; i < MOST && at + 8 <= bytes.length; i++) {
    const data = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    const type = latin(bytes, at + 4, 4);
    if (
      (type === 'eXIf' && inTiff(data)) ||
      (type === 'iTXt' && inXmp(data.subarray(0, HEAD_BYTES)))
    ) {
      return true;
    }
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** XMP says it in words. */
function inXmp(bytes: Uint8Array): boolean {
  return latin(bytes, 0, bytes.length).includes('exif:GPSLatitude');
}

function inTiff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = latin(bytes, 0, 2);
  if ((order !== 'II' && order !== 'MM') || bytes.length < 8) {
    return false;
  }
  const little = order === 'II';
  const first = directory(view, view.getUint32(4, little), little);
  const gps = first.get(GPS_DIRECTORY);
  const tags = gps === undefined ? null : directory(view, gps, little);
  return tags !== null && tags.has(GPS_LATITUDE) && tags.has(GPS_LONGITUDE);
}

/** The tags of a directory with their values or offsets: 12 bytes each. */
function directory(
  view: DataView,
  at: number,
  little: boolean
): Map<number, number> {
  const tags = new Map<number, number>();
  if (at + 2 > view.byteLength) {
    return tags;
  }
  const count = Math.min(view.getUint16(at, little), MOST);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i;
    if (entry + 12 > view.byteLength) {
      break;
    }
    tags.set(view.getUint16(entry, little), view.getUint32(entry + 8, little));
  }
  return tags;
}

/** Bytes as the characters of the same numbers. */
function latin(bytes: Uint8Array, start: number, length: number): string {
  const parts: string[] = [];
  const end = Math.min(bytes.length, start + length);
  for (let at = start; at < end; at += 4_096) {
    const part = bytes.subarray(at, Math.min(end, at + 4_096));
    parts.push(String.fromCharCode(...part));
  }
  return parts.join('');
}
