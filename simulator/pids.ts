/** DOIs: reserving, dropping, checking, registering. */

import { broken, IFieldError, invalid } from './http';
import { copy, IJsonObject, isObject, Json, objectOf, textOf } from './json';
import { IDraft, IParent } from './model';
import { ISettings } from './settings';
import { Errors } from './validation/loader';

/** The DOI that a site gives to an id. */
export function ownDoi(settings: ISettings, id: string): IJsonObject {
  return {
    identifier: `${settings.doiPrefix}/zenodo.${id}`,
    provider: 'datacite',
    client: 'datacite'
  };
}

/** Reserve the draft's DOI. */
export function reserve(
  settings: ISettings,
  draft: IDraft,
  scheme: string
): void {
  if (scheme !== 'doi') {
    throw broken();
  }
  if (draft.pids.doi !== undefined) {
    throw invalid([fieldError('A PID already exists for type doi')]);
  }
  draft.pids.doi = ownDoi(settings, draft.id);
}

/** Discard a reserved DOI. */
export function discard(draft: IDraft, published: boolean): boolean {
  if (published) {
    throw invalid([
      fieldError(
        'Cannot discard a reserved or registered persistent identifier.'
      )
    ]);
  }
  const had = draft.pids.doi !== undefined;
  delete draft.pids.doi;
  return had;
}

/**
 * The pids of a POST or PUT body. Without `pids` the present ones stay
 * (FINDINGS 12).
 */
export function loadPids(
  settings: ISettings,
  value: Json | undefined,
  present: IJsonObject,
  publisher: Json | undefined,
  errors: Errors
): IJsonObject {
  const pids = isObject(value) ? copy(value) : present;
  const doi = objectOf(pids.doi);
  const identifier = textOf(doi.identifier);
  const needsPublisher = doi.provider !== 'external';
  if (isObject(value) && pids.doi !== undefined) {
    checkDoi(settings, doi, identifier, errors);
  }
  if (needsPublisher && !textOf(publisher)) {
    errors.add(
      'metadata.publisher',
      'Missing publisher field required for DOI registration.'
    );
  }
  return pids;
}

function checkDoi(
  settings: ISettings,
  doi: IJsonObject,
  identifier: string,
  errors: Errors
): void {
  const prefix = identifier.split('/')[0];
  if (doi.provider === 'external') {
    if (!identifier) {
      errors.add('pids.doi', 'Missing DOI for required field.');
    } else if (prefix === settings.doiPrefix) {
      errors.add(
        'pids.doi',
        `The prefix '${prefix}' is managed by Zenodo. Please supply an external DOI or select 'No' to have a DOI generated for you.`
      );
    } else if (!/^10\.\d+(\.\d+)*\/\S+$/.test(identifier)) {
      errors.add('pids.doi', 'Invalid DOI identifier.');
    }
  } else if (!identifier) {
    // The recorded server breaks (FINDINGS 19).
    throw broken();
  } else if (prefix !== settings.doiPrefix) {
    errors.add(
      'pids.doi',
      `Wrong DOI ${prefix} prefix provided, it should be ${settings.doiPrefix} as defined in the rest client`
    );
  }
}

/** Give a record and its parent the identifiers that publishing registers. */
export function register(
  settings: ISettings,
  id: string,
  pids: IJsonObject,
  parent: IParent
): IJsonObject {
  const doi = pids.doi ?? ownDoi(settings, id);
  // The versions of a record with an external DOI have no DOI in common.
  if (objectOf(doi).provider !== 'external' && parent.pids.doi === undefined) {
    parent.pids.doi = ownDoi(settings, parent.id);
  }
  return {
    doi,
    oai: { identifier: `oai:zenodo.org:${id}`, provider: 'oai' }
  };
}

function fieldError(message: string): IFieldError {
  return { field: 'pids.doi', messages: [message] };
}
