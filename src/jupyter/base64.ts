/** Bytes at a time: more arguments than a call can have would break it. */
const step = 0x8000;

/** Bytes as text in base64, as the contents API takes them. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  }
  return btoa(parts.join(''));
}
