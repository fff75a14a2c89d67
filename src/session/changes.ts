/** What the parts of a session tell each other. */
export interface IChanges {
  /** Other files are in the bundle, or other bytes. Resolved when all that depends on them is told. */
  filesChanged(): Promise<void>;
  /** Something was typed, ticked or chosen: it is kept, and the findings are told anew. */
  formChanged(): void;
  /** Findings changed, and nothing else. */
  findingsChanged(): void;
  /** Another record is the last version, or none is. */
  lastVersionChanged(): Promise<void>;
  /** Resolved when all is told of files that changed, and the look into them is done. */
  checked(): Promise<void>;
  /** Another site was chosen. */
  siteChanged(): Promise<void>;
  /** A token was taken. */
  signedIn(): Promise<void>;
}
