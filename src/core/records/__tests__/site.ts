import { SimulatedSite, site } from '../../publish/__tests__/simulatedSite';
import { plainEnglish } from '../../text';
import type { IDownloads } from '../../zenodo/downloads';
import { HttpConnectionError } from '../../zenodo/http';
import { RecordFiles } from '../../zenodo/recordFiles';

/** A site with records, and the way of a page to their files. */
export class RecordSite {
  readonly zenodo = new SimulatedSite();

  /** Null = not signed in. */
  token: string | null = null;

  /** The requests for contents that had a token. */
  readonly withToken: string[] = [];

  /** Changes the bytes on their way, or breaks them off. */
  onTheWay: (
    body: ReadableStream<Uint8Array>,
    url: string
  ) => ReadableStream<Uint8Array> = body => body;

  readonly downloads: IDownloads = {
    open: async ({ url, headers, signal }) => {
      if (headers.Authorization) {
        this.withToken.push(url);
      }
      let response: Response;
      try {
        response = await this.zenodo.simulator.handle(
          new Request(url, {
            headers: { ...headers, Origin: 'http://localhost:8888' }
          })
        );
      } catch (error) {
        throw new HttpConnectionError('dropped', { cause: error });
      }
      if (signal?.aborted) {
        throw new HttpConnectionError('aborted');
      }
      const body = response.body ?? new Blob([]).stream();
      return {
        status: response.status,
        headers: response.headers,
        body: this.onTheWay(body, url)
      };
    }
  };

  /** The way to its records. */
  get source(): RecordFiles {
    return new RecordFiles({
      site,
      http: this.zenodo,
      downloads: this.downloads,
      clock: this.zenodo.clock,
      trans: plainEnglish,
      getToken: () => this.token
    });
  }

  /**
   * Publish files as anybody may have, by hand.
   *
   * @returns the record's id
   */
  async publish(
    files: Readonly<Record<string, string | Blob>>,
    more: { title?: string; access?: object } = {}
  ): Promise<string> {
    const { title = 'Rivers', access = { record: 'public', files: 'public' } } =
      more;
    const call = async (method: string, path: string, body?: object | string) =>
      (await this.zenodo.byHand(method, path, body)).json();
    const draft = (await call('POST', 'records', {
      access,
      files: { enabled: true },
      metadata: { ...metadata, title }
    })) as { id: string };
    const at = `records/${draft.id}/draft`;
    for (const [key, content] of Object.entries(files)) {
      const file = `${at}/files/${encodeURIComponent(key)}`;
      await call('POST', `${at}/files`, [{ key }]);
      await this.zenodo.simulator.handle(
        new Request(`${site.url}/api/${file}/content`, {
          method: 'PUT',
          headers: {
            Authorization: `Bearer ${this.zenodo.simulator.secrets.token}`,
            'Content-Type': 'application/octet-stream'
          },
          body: content
        })
      );
      await call('POST', `${file}/commit`);
    }
    await call('POST', `${at}/actions/publish`);
    expect(this.zenodo.records).toContain(draft.id);
    return draft.id;
  }
}

const metadata = {
  publisher: 'Zenodo',
  publication_date: '2026-11-21',
  version: '1.2.0',
  resource_type: { id: 'software-computationalnotebook' },
  creators: [
    {
      person_or_org: {
        type: 'personal',
        family_name: 'Silva',
        given_name: 'Ana'
      }
    }
  ],
  rights: [{ id: 'mit' }]
};

/** A body that breaks off after so many bytes. */
export function cutOff(
  body: ReadableStream<Uint8Array>,
  bytes: number
): ReadableStream<Uint8Array> {
  let left = bytes;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.slice(0, left));
        left -= chunk.length;
        if (left < 0) {
          controller.error(new Error('broke off'));
        }
      }
    })
  );
}

/** A body with its last byte changed. */
export function changed(
  body: ReadableStream<Uint8Array>
): ReadableStream<Uint8Array> {
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        const copy = chunk.slice();
        copy[copy.length - 1] ^= 1;
        controller.enqueue(copy);
      }
    })
  );
}
