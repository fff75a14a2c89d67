/**
 * What the reference starts with that marks a draft as this extension's, until
 * it is published. A draft whose creation was never answered is found by it.
 */
const NONCE_PREFIX = 'jupyterlab-zenodo-publisher:';

/** The text of the reference that marks the draft of a publication. */
export function nonceReference(uuid: string): string {
  return NONCE_PREFIX + uuid;
}

/** Whether a reference marks a draft as this extension's. */
export function isNonceReference(reference: string): boolean {
  return reference.startsWith(NONCE_PREFIX);
}
