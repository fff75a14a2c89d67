/** The state behind a simulator, and how it starts. */

import { randomBytes, randomUUID } from 'node:crypto';

import {
  IBucket,
  IClient,
  ICommunity,
  IDraft,
  IParent,
  IRecord,
  IRequest,
  IToken,
  IUser
} from './model';
import { SearchIndex } from './searchIndex';
import { ISettings } from './settings';

/** Everything that a simulator remembers; `reset` forgets it. */
export class State {
  readonly users = new Map<string, IUser>();
  readonly tokens = new Map<string, IToken>();
  readonly revoked = new Set<string>();
  readonly clients = new Map<string, IClient>();
  readonly communities = new Map<string, ICommunity>();
  readonly drafts = new Map<string, IDraft>();
  readonly records = new Map<string, IRecord>();
  readonly parents = new Map<string, IParent>();
  readonly requests = new Map<string, IRequest>();
  readonly sessions = new Map<string, string>();
  readonly codes = new Map<string, IAuthorizationCode>();
  readonly index: SearchIndex;
  /** When the vocabularies and communities were made. */
  readonly started: string;
  private _nextId: number;
  private _nextRequest = 3;
  private _lastTime = 0;

  constructor(
    private readonly _settings: ISettings,
    /** Fixed secrets, so that a reset leaves the credentials valid. */
    readonly secrets: ISecrets
  ) {
    this.index = new SearchIndex(_settings.lag, _settings.now);
    this._nextId = _settings.firstId;
    this.started = this.time();
    const people: [string, string][] = [
      ['1', 'owner'],
      ['2', 'other'],
      ['3', 'curator']
    ];
    for (const [id, name] of people) {
      const email = `${name}@example.org`;
      this.users.set(id, { id, name, email, password: secrets.password });
    }
    const scopes = ['deposit:write', 'deposit:actions'];
    this.addToken(secrets.token, '1', scopes);
    this.addToken(secrets.tokenNoScope, '1', []);
    this.addToken(secrets.tokenOther, '2', scopes);
    this.addToken(secrets.tokenCurator, '3', scopes);
    for (const client of [secrets.confidential, secrets.public]) {
      this.clients.set(client.id, client);
    }
    for (const community of secrets.communities) {
      this.communities.set(community.id, {
        ...community,
        created: this.started
      });
    }
  }

  /** The next record id; parents and records share one counter. */
  nextId(): string {
    return String(this._nextId++);
  }

  /** The number of the next request; shown in base 36. */
  nextRequest(): number {
    return this._nextRequest++;
  }

  /** The present time as InvenioRDM writes it; never the same twice. */
  time(): string {
    this._lastTime = Math.max(this._settings.now() * 1000, this._lastTime + 1);
    const whole = new Date(Math.floor(this._lastTime / 1000)).toISOString();
    const micro = String(Math.floor(this._lastTime) % 1000).padStart(3, '0');
    return whole.replace('Z', `${micro}+00:00`);
  }

  /** Today, as in `publication_date`. */
  today(): string {
    return new Date(this._settings.now()).toISOString().slice(0, 10);
  }

  /** Remember a token. */
  addToken(value: string, userId: string, scopes: string[]): IToken {
    const token = { value, userId, scopes };
    this.tokens.set(value, token);
    return token;
  }

  /** The user of a token, if it exists and was not revoked. */
  userOfToken(value: string): IUser | null {
    const token = this.revoked.has(value) ? undefined : this.tokens.get(value);
    return (token && this.users.get(token.userId)) ?? null;
  }

  /** An empty, open bucket. */
  newBucket(): IBucket {
    return {
      id: randomUUID(),
      files: new Map(),
      defaultPreview: null,
      locked: false,
      quota: this._settings.quota
    };
  }

  /** The versions of a record that are published, oldest first. */
  versionsOf(parent: IParent): IRecord[] {
    return [...this.records.values()]
      .filter(record => record.parent === parent && !record.tombstone)
      .sort((a, b) => a.index - b.index);
  }

  /** The newest published version. */
  latestOf(parent: IParent): IRecord | undefined {
    return this.versionsOf(parent).at(-1);
  }

  /** The open draft of a new version (or of the first). */
  newVersionDraftOf(parent: IParent): IDraft | undefined {
    return [...this.drafts.values()].find(
      draft => draft.parent === parent && !this.records.has(draft.id)
    );
  }
}

/** A code on its way from the consent page to the token end point. */
export interface IAuthorizationCode {
  clientId: string;
  userId: string;
  redirectUri: string;
  scopes: string[];
  expires: number;
}

/** Tokens, clients and ids that outlive a reset. */
export interface ISecrets {
  password: string;
  token: string;
  tokenNoScope: string;
  tokenOther: string;
  tokenCurator: string;
  confidential: IClient;
  public: IClient;
  communities: Omit<ICommunity, 'created'>[];
}

/** 60 characters, as Zenodo's tokens have. */
export function randomToken(): string {
  const letters =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return [...randomBytes(60)]
    .map(byte => letters[byte % letters.length])
    .join('');
}

/** New secrets. */
export function newSecrets(settings: ISettings): ISecrets {
  const client = (confidential: boolean): IClient => ({
    id: randomToken().slice(0, 40),
    secret: randomToken(),
    confidential,
    redirectUris: settings.redirectUris
  });
  const community = (
    slug: string,
    title: string,
    ownerId: string,
    submission: 'open' | 'closed',
    review: 'open' | 'closed'
  ): Omit<ICommunity, 'created'> => ({
    id: randomUUID(),
    slug,
    title,
    ownerId,
    submission,
    review
  });
  return {
    password: '123456',
    token: randomToken(),
    tokenNoScope: randomToken(),
    tokenOther: randomToken(),
    tokenCurator: randomToken(),
    confidential: { ...client(true), ...settings.client },
    public: client(false),
    communities: [
      community('open-comm', 'Open Comm', '3', 'open', 'closed'),
      community('closed-comm', 'Closed Comm', '3', 'closed', 'closed'),
      community('my-comm', 'My Comm', '1', 'open', 'open')
    ]
  };
}
