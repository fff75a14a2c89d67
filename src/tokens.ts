import { Token } from '@lumino/coreutils';

/** Publishes notebooks to Zenodo, for other extensions. */
export interface IZenodoPublisher {
  /**
   * Open the panel that publishes these files and folders, or go to it where it
   * is open already. Nothing is sent before the user asks for it there.
   *
   * @param paths - from the server's root, with the name of the drive
   */
  open(paths: readonly string[]): Promise<void>;
}

/**
 * The token of the publisher. Require it to offer publishing from a place of
 * your own; list it as optional where that is not the point of your extension.
 */
export const IZenodoPublisher = new Token<IZenodoPublisher>(
  'jupyterlab-zenodo-publisher:IZenodoPublisher',
  'Opens the panel that publishes files and folders to Zenodo.'
);
