import type { ITransferEntry } from '../core/transfer/transfers';
import { toBase64 } from './base64';

/** An order to our server extension as JSON; what the page itself made goes along in base64. */
export function orderBody(
  order: { readonly entries: readonly ITransferEntry[] },
  more: Readonly<Record<string, string>> = {}
): string {
  const entries = order.entries.map(({ content, ...entry }) => ({
    ...entry,
    ...(content ? { content: toBase64(content) } : {})
  }));
  return JSON.stringify({ ...order, entries, ...more });
}
