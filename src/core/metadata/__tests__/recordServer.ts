import { readFileSync } from 'fs';
import { resolve } from 'path';
import type { ISettings } from '../../../../simulator/settings';
import { Simulator } from '../../../../simulator/simulator';
import { parseDraft } from '../../zenodo/parse';
import type { IDraft } from '../../zenodo/types';
import type { Ask } from './verdicts/serverVerdict';

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
    return this._draft(201, await this.ask('POST', '/records', body));
  }

  async update(id: string, body: object): Promise<IDraft> {
    return this._draft(
      200,
      await this.ask('PUT', `/records/${id}/draft`, body)
    );
  }

  /** Whether an id is in a vocabulary. */
  async knows(vocabulary: string, id: string): Promise<boolean> {
    const own = ['affiliations', 'awards', 'funders', 'subjects'];
    const { status } = await this.ask(
      'GET',
      `${own.includes(vocabulary) ? '' : '/vocabularies'}/${vocabulary}/${encodeURIComponent(id)}`
    );
    return status === 200;
  }

  readonly ask: Ask = async (method, path, body) => {
    const answer = await this._simulator.handle(
      new Request(`http://127.0.0.1:5055/api${path}`, {
        method,
        headers: {
          Accept: 'application/vnd.inveniordm.v1+json',
          Authorization: `Bearer ${this._simulator.secrets.token}`,
          ...(body !== undefined && {
            'Content-Type':
              typeof body === 'string'
                ? 'application/octet-stream'
                : 'application/json'
          })
        },
        body: typeof body === 'string' ? body : body && JSON.stringify(body)
      })
    );
    const text = await answer.text();
    return { status: answer.status, json: text ? JSON.parse(text) : null };
  };

  private _draft(
    expected: number,
    { status, json }: Awaited<ReturnType<Ask>>
  ): IDraft {
    if (status !== expected) {
      throw new Error(`${status} ${JSON.stringify(json)}`);
    }
    return draftOf(json);
  }

  private readonly _simulator: Simulator;
}
