/**
 * SHA-256, hexadecimal, of bytes that are all there, by the browser itself:
 * three times as fast as WebAssembly, and beside the page.
 *
 * @returns null where the browser does not (plain `http`); the bytes are free
 *   for others at once
 */
export function wholeSha256(
  bytes: Uint8Array<ArrayBuffer>
): Promise<string> | null {
  const { subtle } = globalThis.crypto ?? {};
  // Types say that it is everywhere.
  return (subtle as SubtleCrypto | undefined)
    ? subtle.digest('SHA-256', bytes).then(hexadecimal)
    : null;
}

function hexadecimal(sum: ArrayBuffer): string {
  return Array.from(new Uint8Array(sum), byte =>
    byte.toString(16).padStart(2, '0')
  ).join('');
}
