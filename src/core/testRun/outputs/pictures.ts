/** Compares pictures by their points. Only PNG can be read; others by their bytes. */
import { IComparison, alike, different, same } from './comparison';

/** Points of a picture that is looked into: more are said to be different. */
const MOST_POINTS = 40_000_000;

/**
 * How far (of 255) a point may be off in each channel where a line is drawn a
 * trifle elsewhere, as after other roundings: by some thirtieth of a point.
 * Letters of another version of a library differ by more, and are shown.
 */
const FAINT = 8;

/** The share of points that may be off so. */
const FEW = 0.02;

/** A picture's points: eight bits each of red, green, blue and opacity. */
export interface IPoints {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Compare two pictures of one type, in base64. */
export async function comparePictures(
  mime: string,
  a: string,
  b: string
): Promise<IComparison> {
  const [left, right] = [a, b].map(text => text.replace(/\s/g, ''));
  if (left === right) {
    return same;
  }
  if (mime !== 'image/png') {
    return different('picture');
  }
  const one = await pointsOf(left);
  const other = await pointsOf(right);
  return one && other ? comparePoints(one, other) : different('uncompared');
}

/** The points of a PNG in base64; null where it is none, or too large. */
export async function pointsOf(base64: string): Promise<IPoints | null> {
  // Only where pictures differ in their bytes.
  const { decode } = await import('fast-png');
  try {
    const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
    // Width and height come first (PNG, 11.2.2), so that nothing large is unpacked.
    const head = new DataView(bytes.buffer);
    if (head.getUint32(16) * head.getUint32(20) > MOST_POINTS) {
      return null;
    }
    return inRgba(decode(bytes));
  } catch {
    // Whatever it is, it is no picture that can be compared: the caller says so.
    return null;
  }
}

interface IDecoded {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
  readonly depth: number;
  readonly channels: number;
  readonly palette?: readonly (readonly number[])[];
}

function inRgba(png: IDecoded): IPoints {
  const { width, height, data, depth, channels, palette } = png;
  const rgba = new Uint8Array(width * height * 4);
  const perRow = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const value = (channel: number) =>
        depth < 8
          ? (data[y * perRow + ((x * depth) >> 3)] >>
              (8 - depth - ((x * depth) & 7))) &
            most
          : data[(y * width + x) * channels + channel];
      const level = (channel: number) =>
        Math.round((value(channel) * 255) / most);
      if (palette) {
        const [r, g, b, alpha = 255] = palette[value(0)] ?? [0, 0, 0, 0];
        rgba.set([r, g, b, alpha], at);
      } else {
        const isGrey = channels < 3;
        rgba[at] = level(0);
        rgba[at + 1] = level(isGrey ? 0 : 1);
        rgba[at + 2] = level(isGrey ? 0 : 2);
        rgba[at + 3] = channels % 2 === 0 ? level(channels - 1) : 255;
      }
    }
  }
  return { width, height, rgba };
}

/**
 * Compare two pictures point by point. Alike are those whose few differing
 * points are faint and stand on edges of both pictures: a field of one colour
 * that changes, as a cell of a heat map does, is a difference.
 */
export function comparePoints(a: IPoints, b: IPoints): IComparison {
  if (a.width !== b.width || a.height !== b.height) {
    return different('picture-size');
  }
  const points = a.width * a.height;
  let off = 0;
  let isFaint = true;
  for (let point = 0; point < points; point++) {
    const distance = distanceAt(a.rgba, b.rgba, point, point);
    if (distance > 0) {
      off++;
      isFaint &&=
        distance <= FAINT &&
        contrastAt(a, point) >= distance &&
        contrastAt(b, point) >= distance;
    }
  }
  const share = off / points;
  return off === 0
    ? alike(['picture-bytes'])
    : isFaint && share <= FEW
      ? alike(['antialiasing'], share)
      : different('picture', share);
}

/** The largest distance of the channels of two points; where both are clear, none. */
function distanceAt(
  a: Uint8Array,
  b: Uint8Array,
  point: number,
  other: number
): number {
  const i = point * 4;
  const j = other * 4;
  if (a[i + 3] === 0 && b[j + 3] === 0) {
    return 0;
  }
  return Math.max(
    Math.abs(a[i] - b[j]),
    Math.abs(a[i + 1] - b[j + 1]),
    Math.abs(a[i + 2] - b[j + 2]),
    Math.abs(a[i + 3] - b[j + 3])
  );
}

/** How far the points around one are from it, at most: on an edge, far. */
function contrastAt({ width, height, rgba }: IPoints, point: number): number {
  const x = point % width;
  const y = (point - x) / width;
  let most = 0;
  for (
    let row = Math.max(0, y - 1);
    row <= Math.min(height - 1, y + 1);
    row++
  ) {
    for (
      let column = Math.max(0, x - 1);
      column <= Math.min(width - 1, x + 1);
      column++
    ) {
      most = Math.max(
        most,
        distanceAt(rgba, rgba, point, row * width + column)
      );
    }
  }
  return most;
}
