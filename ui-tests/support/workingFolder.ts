/** Files on Jupyter's server, byte for byte, whatever their names are. */
import type { APIRequestContext } from '@playwright/test';

import { expect } from '../fixtures';
import { labUrl } from '../environment';

/** The files of a folder, by their path in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder on Jupyter's server. Galata's own helper does not encode names. */
export class WorkingFolder {
  constructor(
    private readonly _request: APIRequestContext,
    readonly path: string
  ) {}

  /** The path on the server of a file in this folder. */
  at(path: string): string {
    return path ? `${this.path}/${path}` : this.path;
  }

  /** Write files, and the folders that they are in. */
  async write(files: Files): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const parts = this.at(path).split('/');
      for (let depth = 1; depth < parts.length; depth++) {
        await this._put(parts.slice(0, depth).join('/'), {
          type: 'directory'
        });
      }
      await this._put(this.at(path), {
        type: 'file',
        format: 'base64',
        content: Buffer.from(content).toString('base64')
      });
    }
  }

  /** The bytes of a file as they are on the disk now. */
  async read(path: string): Promise<Uint8Array> {
    const query = '?type=file&format=base64&content=1';
    const response = await this._request.get(
      `${addressOf(this.at(path))}${query}`
    );
    expect(response.status(), path).toBe(200);
    const { content } = (await response.json()) as { content: string };
    return new Uint8Array(Buffer.from(content, 'base64'));
  }

  private async _put(path: string, data: object): Promise<void> {
    const response = await this._request.put(addressOf(path), { data });
    expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
  }
}

function addressOf(path: string): string {
  return `${labUrl}/api/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}
