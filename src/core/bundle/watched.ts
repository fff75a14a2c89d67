/** What is told of bytes that pass. */
export interface IBytesWatch {
  /**
   * So many bytes pass.
   *
   * @throws what the stream is to break with
   */
  readonly onBytes: (bytes: number) => void;
  /** All have passed. What it rejects with, the stream breaks with. */
  readonly onEnd: () => Promise<void>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Watch bytes on their way. Where the source can write into its reader's
 * buffers, as a browser's answers can, so can what is returned: a large file
 * then passes without a copy.
 */
export function watched(
  source: ReadableStream<Uint8Array>,
  watch: IBytesWatch
): ReadableStream<Uint8Array> {
  return canFill(source) ? filling(source, watch) : giving(source, watch);
}

function canFill(source: ReadableStream<Uint8Array>): boolean {
  try {
    source.getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    // It is another kind of stream, or the browser does not know this one.
    return false;
  }
}

/** A stream that gives chunks of its own. */
function giving(
  source: ReadableStream<Uint8Array>,
  { onBytes, onEnd }: IBytesWatch
): ReadableStream<Uint8Array> {
  return source.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
      flush: onEnd
    })
  );
}

/** A stream that fills its reader's buffers; to who has none, it gives chunks. */
function filling(
  source: ReadableStream<Uint8Array>,
  { onBytes, onEnd }: IBytesWatch
): ReadableStream<Uint8Array> {
  /** One reader a piece: who reads decides of which kind. */
  const fill = async (bytes: Bytes) => {
    const reader = source.getReader({ mode: 'byob' });
    try {
      return await reader.read(bytes);
    } finally {
      reader.releaseLock();
    }
  };
  const next = async () => {
    const reader = source.getReader();
    try {
      return await reader.read();
    } finally {
      reader.releaseLock();
    }
  };
  const pull = async (controller: ReadableByteStreamController) => {
    const request = controller.byobRequest;
    const view = request?.view;
    const { done, value } = view
      ? await fill(
          new Uint8Array(
            view.buffer as ArrayBuffer,
            view.byteOffset,
            view.byteLength
          )
        )
      : await next();
    if (done) {
      await onEnd();
      controller.close();
    } else {
      onBytes(value.length);
    }
    if (request && value) {
      // Reading has moved the memory into another buffer.
      request.respondWithNewView(value as Bytes);
    } else if (value) {
      controller.enqueue(value as Bytes);
    }
  };
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      try {
        await pull(controller);
      } catch (error) {
        // Whoever gives the bytes must not wait. What is broken stays broken.
        await source.cancel(error).catch(() => undefined);
        throw error;
      }
    },
    cancel: reason => source.cancel(reason)
  });
}
