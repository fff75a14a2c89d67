/**
 * The data of server-sent events, each of which is one JSON text. Not the
 * browser's `EventSource`: it cannot send the header that a hub wants.
 *
 * Source: the HTML standard, section "Interpreting an event stream".
 *
 * @throws what reading the stream throws; SyntaxError
 */
export async function* serverEvents(
  stream: ReadableStream<Uint8Array>
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const events = rest.split(/\r?\n\r?\n/);
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event
          .split(/\r?\n/)
          .filter(line => line.startsWith('data:'))
          .map(line => line.slice('data:'.length).replace(/^ /, ''));
        if (data.length > 0) {
          yield JSON.parse(data.join('\n')) as unknown;
        }
      }
      if (done) {
        return;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
