import type { IFileContent, IFileEntry, IFiles } from '../../src/core/files';
import { FileMissingError } from '../../src/core/files';

async function get(address: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal, cache: 'no-store' });
  if (!response.ok) {
    throw new FileMissingError(address, `${address}: ${response.status}`);
  }
  return response;
}

/** The server's tree of 10,000 files, one request a folder, as Jupyter's. */
export class HttpFiles implements IFiles {
  async list(folder: string, signal?: AbortSignal): Promise<IFileEntry[]> {
    return (await get(`/list/${folder}`, signal)).json();
  }

  async stat(path: string, signal?: AbortSignal): Promise<IFileEntry> {
    const folder = path.split('/').slice(0, -1).join('/');
    const entries = await this.list(folder, signal);
    const entry = entries.find(one => one.path === path);
    if (!entry) {
      throw new FileMissingError(path, `${path} is not there`);
    }
    return entry;
  }

  async read(path: string, signal?: AbortSignal): Promise<IFileContent> {
    return { stream: await streamOf(`/small/${path}`, signal) };
  }
}

/** The bytes behind an address, as they come. */
export async function streamOf(
  address: string,
  signal?: AbortSignal
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await get(address, signal);
  if (!body) {
    throw new FileMissingError(address, `${address} has no body`);
  }
  return body;
}
