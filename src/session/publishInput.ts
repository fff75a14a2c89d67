import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import type { ExistingRecord } from '../core/metadata/fromRecord';
import type { IPublicationRequest } from '../core/publish/request';
import type { ITransferRoute } from '../core/publish/transferStep';
import type { IFailureListener } from './failure';

/** What the publication needs to know of the other parts, asked when it is needed. */
export interface IPublishInput {
  request(): IPublicationRequest;
  /** Looks for secrets; knows the present token. */
  scanner(): ISecretScanner;
  /** The way of the files from Jupyter's server; null = through this page. */
  route(): ITransferRoute | null;
  /** Save open documents and look through the files again. False = the user said no, or something is to fix. */
  prepare(): Promise<boolean>;
  /** Ask the user to confirm; `doi` is null before it is reserved. */
  confirm(request: IPublicationRequest, doi: string | null): Promise<boolean>;
  /** The README that gets badges in the working folder, or null. */
  readme(): string | null;
}

/** What the panel's publishing needs to know of the other parts. */
export interface IPublishPartInput extends IPublishInput, IFailureListener {
  /** Resolved when the form is filled in after opening; null = it is. Never rejects. */
  filling(): Promise<void> | null;
  /** Nothing is to fix, or it is listed now. */
  isReady(): boolean;
  /** There is a record now. */
  published(): void;
  /** What was published is over, and the same files begin again. */
  beginAnew(): Promise<void>;
  /** The user wants the details that stand on the site. */
  takeFromSite(draft: ExistingRecord): void;
  /** It is on its way: another page may go on with it, and needs the form. */
  begun(): void;
  /** This page takes over from another: what was typed there last counts. */
  takeForm(): Promise<void>;
  /** Something was chosen that is worth keeping. */
  keep(): void;
}
