import { SimulatedSite } from '../../../publish/__tests__/simulatedSite';
import { emptyMetadata } from '../../empty';
import type { IMetadata } from '../../model';
import { type IDraftBody, toDraftBody } from '../../toRecord';

export const today = '2026-11-21';

/** What is there in every form that can be published. */
const others: Partial<IMetadata> = {
  title: 'Without a title',
  creators: [
    {
      key: '1',
      kind: 'person',
      familyName: 'Nobody',
      givenName: '',
      name: '',
      orcid: '',
      identifiers: [],
      affiliations: [],
      role: ''
    }
  ]
};

/** The draft of a form with nothing but these values. */
export function draftOf(values: Partial<IMetadata>): IDraftBody {
  const metadata = { ...emptyMetadata(today), ...values };
  return toDraftBody({ metadata, site: { name: 'Zenodo' } });
}

/** What a draft says that an empty form does not say. */
export function saidBy(values: Partial<IMetadata>): object {
  const empty = draftOf({});
  const { metadata, access, custom_fields } = draftOf(values);
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !==
    JSON.stringify((empty.metadata as unknown as Record<string, unknown>)[key]);
  const said = Object.fromEntries(Object.entries(metadata).filter(differs));
  return {
    ...(Object.keys(said).length > 0 && { metadata: said }),
    ...(access.files !== 'public' && { access }),
    ...(custom_fields && { custom_fields })
  };
}

/**
 * Publish a form with these values on the simulated site. Resolves to all that
 * it objects to.
 */
export async function objections(
  values: Partial<IMetadata>
): Promise<unknown[]> {
  const site = new SimulatedSite();
  const said: unknown[] = [];
  const ask = async (method: string, path: string, body?: object | string) => {
    const answer = await site.byHand(method, path, body);
    const text = await answer.text();
    const json = (text ? JSON.parse(text) : {}) as {
      id?: string;
      errors?: { field: string; messages: string[] }[];
      message?: string;
    };
    if (answer.status >= 300) {
      said.push({ path, status: answer.status, ...json });
    }
    said.push(
      ...(json.errors ?? []).filter(({ field }) => field !== 'files.enabled')
    );
    return json;
  };
  const { id } = await ask(
    'POST',
    'records',
    draftOf({ ...others, ...values })
  );
  const files = `records/${id}/draft/files`;
  await ask('POST', files, [{ key: 'a.txt' }]);
  await ask('PUT', `${files}/a.txt/content`, 'a');
  await ask('POST', `${files}/a.txt/commit`);
  await ask('POST', `records/${id}/draft/actions/publish`);
  return said;
}
