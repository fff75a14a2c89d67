import { CancelledError } from '../../error';
import { failure } from './common';
import {
  content,
  absent,
  pending,
  init,
  sent,
  done,
  upload
} from './uploading';

describe('the progress of uploadFile', () => {
  it('tells the progress of each attempt', async () => {
    const progress: number[] = [];
    const { result, http } = upload(undefined, {
      onProgress: sentBytes => progress.push(sentBytes)
    });
    (await http.nextRequest()).respondWith(absent);
    (await http.nextRequest()).respondWith(init);
    const first = await http.nextRequest();
    expect(first.headers['Content-Type']).toBe('application/octet-stream');
    expect(first.body).toBe(content);
    first.onProgress?.(40);
    first.respondWith('drop');
    (await http.nextRequest()).respondWith(pending);
    const second = await http.nextRequest();
    second.onProgress?.(20);
    second.onProgress?.(99);
    second.respondWith(sent);
    (await http.nextRequest()).respondWith(done);
    await result;
    expect(progress).toEqual([0, 40, 0, 20, 65, 65]);
  });

  it('stops when it is cancelled, and leaves the rest for a resumed upload', async () => {
    const stop = new AbortController();
    const { result, http } = upload(undefined, { signal: stop.signal });
    (await http.nextRequest()).respondWith(absent);
    (await http.nextRequest()).respondWith(init);
    await http.nextRequest();
    stop.abort();
    expect(await failure(result)).toBeInstanceOf(CancelledError);
    expect(http.requests).toHaveLength(3);
  });
});
