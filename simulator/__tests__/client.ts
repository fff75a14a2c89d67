/** A running simulator for tests, and the calls that they make. */

import { IJsonObject, Json } from '../json';
import { IRunning, serve } from '../server';
import { ISettings, Profile } from '../settings';
import { Simulator } from '../simulator';

/** Metadata that can be published. */
export const METADATA: IJsonObject = {
  title: 'Tides of the Elbe',
  publisher: 'Zenodo',
  publication_date: '2026-11-21',
  resource_type: { id: 'software-computationalnotebook' },
  creators: [
    {
      person_or_org: {
        type: 'personal',
        family_name: 'Doe',
        given_name: 'Jane'
      }
    }
  ]
};

/** An answer whose body has been read. */
export interface IAnswer {
  status: number;
  headers: Headers;
  text: string;
  json: IJsonObject;
}

/** A simulator with a server. */
export class Client {
  private constructor(
    readonly simulator: Simulator,
    private readonly _running: IRunning
  ) {}

  static async start(
    profile: Profile = 'sandbox',
    settings: Partial<ISettings> = {}
  ): Promise<Client> {
    const simulator = new Simulator(profile, { lag: 0, ...settings });
    return new Client(simulator, await serve(simulator));
  }

  get base(): string {
    return this._running.base;
  }

  stop(): Promise<void> {
    return this._running.close();
  }

  /** Call with the owner's token; a string or bytes are sent as they are. */
  async call(
    method: string,
    path: string,
    body?: Json | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {}
  ): Promise<IAnswer> {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${this.simulator.secrets.token}`,
        ...(body === undefined
          ? {}
          : {
              'Content-Type': bytes
                ? 'application/octet-stream'
                : 'application/json'
            }),
        ...headers
      },
      body: bytes ? body : body === undefined ? undefined : JSON.stringify(body)
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as IJsonObject) : {}
    };
  }

  /** A draft with metadata. */
  async draft(metadata: IJsonObject = {}): Promise<string> {
    const body = { metadata: { ...METADATA, ...metadata } };
    const answer = await this.call('POST', '/api/records', body);
    return String(answer.json.id);
  }

  /** Announce, send and commit a file; the answers of all three. */
  async upload(
    id: string,
    key: string,
    content: string | Uint8Array<ArrayBuffer>
  ): Promise<IAnswer[]> {
    const files = `/api/records/${id}/draft/files`;
    const one = `${files}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return [
      await this.call('POST', files, [{ key }]),
      await this.call('PUT', `${one}/content`, bytes),
      await this.call('POST', `${one}/commit`)
    ];
  }

  /** Publish a new record with one file. */
  async publish(
    metadata: IJsonObject = {},
    key = 'analysis.ipynb',
    content = '{}'
  ): Promise<IAnswer> {
    const id = await this.draft(metadata);
    await this.upload(id, key, content);
    return this.call('POST', `/api/records/${id}/draft/actions/publish`);
  }
}
