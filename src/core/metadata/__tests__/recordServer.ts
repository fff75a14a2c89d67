import { readFileSync } from 'fs';
import { resolve } from 'path';
import type { ISettings } from '../../../../simulator/settings';
import { Simulator } from '../../../../simulator/simulator';
import { parseDraft } from '../../zenodo/parse';
import type { IDraft } from '../../zenodo/types';

/** A draft or record as an answer has it. */
export interface IAnswered {
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

interface IExchange {
  readonly name: string;
  readonly response: {
    readonly body: { readonly json?: unknown } | null;
  } | null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    return value.flatMap(recordsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  const own = ['metadata', 'access', 'custom_fields', 'pids'].every(key =>
    isObject(value[key])
  );
  return own ? [value] : Object.values(value).flatMap(recordsIn);
}

/** Every draft and record in the recorded exchanges, those of lists too. */
export function recordedRecords(): IAnswered[] {
  const { exchanges } = JSON.parse(
    readFileSync(
      resolve(__dirname, '../../../../simulator/contract/exchanges.json'),
      'utf8'
    )
  ) as { exchanges: IExchange[] };
  return exchanges.flatMap(({ name, response }) =>
    recordsIn(response?.body?.json).map((json, index) => ({
      name: `${name}${index ? ` (${index + 1})` : ''}`,
      json
    }))
  );
}

/** What is said of a draft by answers that are read. */
export function draftOf(json: unknown): IDraft {
  const draft = parseDraft(json);
  if (!draft) {
    throw new Error('No draft');
  }
  return draft;
}

/** More requests than a test makes. */
const many = { count: 1e6, seconds: 60, name: '' };

/** The simulator's drafts, as a client keeps them. */
export class RecordServer {
  constructor(settings: Partial<ISettings> = {}) {
    this._simulator = new Simulator('sandbox', {
      lag: 0,
      limits: { guest: [many], user: [many], search: [many], badge: [many] },
      ...settings
    });
  }

  /** @throws Error for any answer that is not the expected one */
  async create(body: object): Promise<IDraft> {
    return draftOf(await this._call('POST', '/api/records', 201, body));
  }

  async update(id: string, body: object): Promise<IDraft> {
    return draftOf(
      await this._call('PUT', `/api/records/${id}/draft`, 200, body)
    );
  }

  private async _call(
    method: string,
    path: string,
    status: number,
    body: object
  ): Promise<unknown> {
    const answer = await this._simulator.handle(
      new Request(`http://127.0.0.1:5055${path}`, {
        method,
        headers: {
          Accept: 'application/vnd.inveniordm.v1+json',
          Authorization: `Bearer ${this._simulator.secrets.token}`,
          'Content-Type': 'application/json'
        },
        body: JSON.stringify(body)
      })
    );
    const text = await answer.text();
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return JSON.parse(text);
  }

  private readonly _simulator: Simulator;
}
