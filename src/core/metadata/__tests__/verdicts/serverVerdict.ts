import { zenodo } from '../../../zenodo/sites';
import { formField } from '../../formField';
import type { IMetadata } from '../../model';
import { toDraftBody } from '../../toRecord';
import { vocabularyUses } from '../../vocabularyUses';

/** A server's API, as `POST /records`; a text is sent as the bytes of a file. */
export type Ask = (
  method: string,
  path: string,
  body?: object | string
) => Promise<{ readonly status: number; readonly json: unknown }>;

interface IAnswer {
  readonly id?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly field: string }[];
}

/** A form that names no identifier has no scheme either: that is said once. */
export function sortedFields(fields: readonly string[]): string[] {
  const all = new Set(fields);
  for (const field of fields) {
    if (field.endsWith('.identifier')) {
      all.delete(field.replace(/identifier$/, 'scheme'));
    }
  }
  return [...all].sort();
}

/**
 * The form's fields that a server objects to when a draft is made of the form.
 * The draft is discarded.
 *
 * @throws Error for an answer that is no verdict, as 500
 */
export async function serverVerdict(
  ask: Ask,
  metadata: IMetadata
): Promise<string[]> {
  const body = toDraftBody({ metadata, site: zenodo });
  const { status, json } = await ask('POST', '/records', body);
  const answer = json as IAnswer;
  if (status === 201) {
    await ask('DELETE', `/records/${answer.id}/draft`);
  } else if (status !== 400) {
    throw new Error(`${status} ${JSON.stringify(json)}`);
  }
  const unknown = /^Invalid value (.*)\.$/.exec(answer.message ?? '')?.[1];
  if (status === 400 && unknown !== undefined) {
    return sortedFields(
      vocabularyUses(metadata)
        .filter(({ id }) => id === unknown)
        .map(({ field }) => field)
    );
  }
  if (status === 400 && !answer.errors?.length) {
    throw new Error(JSON.stringify(json));
  }
  return sortedFields(
    (answer.errors ?? [])
      .map(({ field }) => field)
      .filter(field => field !== 'files.enabled')
      .map(field => formField(field, metadata) ?? `? ${field}`)
  );
}

/**
 * What keeps a form, of which nothing is refused, from being published; '' =
 * nothing. It stays published.
 */
export async function publishing(
  ask: Ask,
  metadata: IMetadata
): Promise<string> {
  const body = toDraftBody({ metadata, site: zenodo });
  const { id } = (await ask('POST', '/records', body)).json as IAnswer;
  const draft = `/records/${id}/draft`;
  await ask('POST', `${draft}/files`, [{ key: 'a.txt' }]);
  await ask('PUT', `${draft}/files/a.txt/content`, 'a');
  await ask('POST', `${draft}/files/a.txt/commit`);
  const { status, json } = await ask('POST', `${draft}/actions/publish`);
  return status === 202 ? '' : `${status} ${JSON.stringify(json)}`;
}
