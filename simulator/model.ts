/** What the simulator remembers: users, drafts, records, files. */

import { IStoredBytes } from './bytes';
import { IJsonObject } from './json';

/** A person who can sign in. */
export interface IUser {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** A personal access token, or one that an OAuth client was given. */
export interface IToken {
  value: string;
  userId: string;
  scopes: string[];
  clientId?: string;
  refreshToken?: string;
}

/** An OAuth client. */
export interface IClient {
  id: string;
  secret: string;
  confidential: boolean;
  redirectUris: string[];
}

/** A community. */
export interface ICommunity {
  id: string;
  slug: string;
  title: string;
  ownerId: string;
  submission: 'open' | 'closed';
  review: 'open' | 'closed';
  created: string;
}

/** One file of a draft or of a record. */
export interface IFile {
  key: string;
  created: string;
  updated: string;
  status: 'pending' | 'completed';
  transfer: IJsonObject;
  /** What was announced at the initialisation; never checked (FINDINGS 3). */
  declared: { size?: number; checksum?: string };
  metadata: IJsonObject | null;
  /** Received, not necessarily committed. */
  bytes: IStoredBytes | null;
  fileId: string;
  versionId: string;
}

/** The files of a draft or of a record. */
export interface IBucket {
  id: string;
  files: Map<string, IFile>;
  defaultPreview: string | null;
  locked: boolean;
  quota: number;
}

/** What a draft and a record have in common. */
export interface IEntity {
  id: string;
  parent: IParent;
  index: number;
  created: string;
  updated: string;
  revision: number;
  pids: IJsonObject;
  metadata: IJsonObject;
  customFields: IJsonObject;
  access: IJsonObject;
  bucket: IBucket;
}

/** A draft: never published, of a new version, or the edit of a record. */
export interface IDraft extends IEntity {
  expires: string;
}

/** A published record. */
export interface IRecord extends IEntity {
  /** The id inside the server, which only some messages show. */
  uuid: string;
  publishedAt: number;
  tombstone: IJsonObject | null;
}

/** What all versions of a record share. */
export interface IParent {
  id: string;
  ownerId: string;
  pids: IJsonObject;
  communities: string[];
  defaultCommunity: string | null;
  links: IAccessLink[];
  reviewId: string | null;
}

/** A secret link to a draft or record. */
export interface IAccessLink {
  id: string;
  created: string;
  permission: string;
  description: string;
  token: string;
}

/** A request: a review, an inclusion in a community, self service. */
export interface IRequest {
  id: string;
  type: string;
  title: string;
  number: number;
  status:
    'created' | 'submitted' | 'accepted' | 'cancelled' | 'declined' | 'expired';
  created: string;
  updated: string;
  revision: number;
  createdBy: string;
  receiver: IJsonObject | null;
  topic: string;
  payload: IJsonObject | null;
  lastReply: IJsonObject | null;
  communityId: string | null;
  /** What was said and done about it, the oldest first. */
  events: IRequestEvent[];
}

/** Something that was said (`C`), or done (`L`), about a request. */
export interface IRequestEvent {
  id: string;
  type: 'C' | 'L';
  created: string;
  createdBy: string;
  payload: IJsonObject;
}
