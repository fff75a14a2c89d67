/** Pictures with a position, made byte by byte. */

const latin = (text: string) => Array.from(text, c => c.charCodeAt(0));

/** A TIFF block whose first directory points to one with these GPS tags. */
export function tiff(order: 'II' | 'MM', gpsTags: number[]): number[] {
  const little = order === 'II';
  const number = (value: number, size: number) => {
    const bytes = Array.from({ length: size }, (_, i) => (value >> (8 * i)) & 255); // prettier-ignore
    return little ? bytes : bytes.reverse();
  };
  const entry = (tag: number, value: number) => [
    ...number(tag, 2),
    ...number(4, 2),
    ...number(1, 4),
    ...number(value, 4)
  ];
  return [
    ...latin(order),
    ...number(42, 2),
    ...number(8, 4),
    ...number(2, 2),
    ...entry(0x0112, 1),
    ...entry(0x8825, 38),
    ...number(0, 4),
    ...number(gpsTags.length, 2),
    ...gpsTags.flatMap(tag => entry(tag, 0)),
    ...number(0, 4)
  ];
}

/** A JPEG with a block of application data of its own before this one. */
export function jpeg(data: number[], kind = 'Exif\0\0'): Uint8Array {
  const segment = (marker: number, content: number[]) => {
    const length = content.length + 2;
    return [0xff, marker, length >> 8, length & 255, ...content];
  };
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, latin('JFIF\0')),
    0xff,
    ...segment(0xe1, [...latin(kind), ...data]),
    ...segment(0xda, [1, 2, 3]),
    0xff,
    0xd9
  ]);
}

/** A PNG with this chunk after its header. */
export function png(type: string, data: number[]): Uint8Array {
  const chunk = (name: string, content: number[]) => {
    const { length } = content;
    return [0, 0, length >> 8, length & 255, ...latin(name), ...content, 0, 0, 0, 0]; // prettier-ignore
  };
  return Uint8Array.from([
    ...latin('\u0089PNG\r\n\u001a\n'),
    ...chunk('IHDR', Array(13).fill(0)),
    ...chunk(type, data),
    ...chunk('IEND', [])
  ]);
}

/** Text as bytes. */
export function bytesOf(text: string): number[] {
  return latin(text);
}

/** As pictures stand in notebooks. */
export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
