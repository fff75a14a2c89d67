/** Reads what the server says of a transfer: it may be of another version. */
import { asList, asObject, asText as text } from '../zenodo/parse';
import { plainText } from '../zenodo/errors';
import type { WaitReason } from '../zenodo/retry';
import { ITransferFailure, ITransferState, transferPhases } from './transfers';

const waits: Readonly<Record<string, WaitReason>> = {
  'rate-limit': 'rate-limit',
  connection: 'connection',
  trouble: 'trouble',
  start: 'turn'
};

/** Null = it is no state of a transfer. Times of the server are in seconds. */
export function readTransfer(value: unknown): ITransferState | null {
  const state = asObject(value);
  const phase = transferPhases.find(one => one === state.phase);
  const id = text(state.id);
  if (!phase || !id) {
    return null;
  }
  const wait = asObject(state.wait);
  const reason = waits[text(wait.reason)];
  return {
    id,
    phase,
    site: text(state.site),
    draft: text(state.draft),
    publication: text(state.publication),
    stamp: text(state.stamp),
    name: plainText(text(state.name)),
    done: number(state.done),
    total: number(state.total),
    wait: reason ? { reason, until: number(wait.until) * 1000 } : null,
    failure: state.error ? readFailure(state.error) : null,
    uploads: asList(state.uploads)
      .map(asObject)
      .map(({ key, size, md5 }) => ({
        key: text(key),
        size: number(size),
        md5: text(md5)
      })),
    files: asList(state.files)
      .map(asObject)
      .map(({ path, size, sha256 }) => ({
        path: text(path),
        size: number(size),
        sha256: text(sha256)
      }))
  };
}

/** The reason of a failed transfer, or of a request that was refused. */
export function readFailure(value: unknown): ITransferFailure {
  const { code, path, key, text: words, site_status: status } = asObject(value);
  return {
    code: text(code) || 'failed',
    path: plainText(text(path) || text(key)),
    text: plainText(text(words)),
    status: typeof status === 'number' ? status : null
  };
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : 0;
}
