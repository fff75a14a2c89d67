import type { IFault } from '../../../../../simulator/faults';
import { asSent } from '../../seenDraft';
import { IHttpRequest } from '../../../zenodo/http';
import type { Publication } from '../publication';
import { PageGone } from '../simulatedSite';

/** Something that goes wrong at one request. */
export interface IFaultRow {
  readonly name: string;
  /** What the simulated site does. */
  readonly fault?: Omit<IFault, 'match' | 'times'>;
  /** What happens in the page, or on the site's own page: when the request leaves, or when it was carried out. */
  readonly before?: (publication: Publication) => void | Promise<void>;
  readonly after?: (publication: Publication) => void | Promise<void>;
  /** Only for these requests does it mean anything. */
  /** It befalls a draft, which has to be there. */
  readonly needsDraft?: boolean;
  /** The user publishes what is there at that moment. */
  readonly isPublishing?: boolean;
  /** What the user says to a draft that was edited. */
  readonly choice?: 'mine' | 'site';
  readonly only?: (request: Pick<IHttpRequest, 'method' | 'url'>) => boolean;
}

/** What the owner writes on the site. */
export const editedTitle = 'Rivers, edited on the site';

const isContent = ({ url }: { url: string }) => url.endsWith('/content');
const hasBody = ({ method, url }: { method: string; url: string }) =>
  method === 'PUT' || /\/(records|files)$/.test(url);

const die = (): never => {
  throw new PageGone();
};

const takeOver = async (publication: Publication): Promise<void> => {
  const { before, after } = publication.zenodo;
  publication.zenodo.before = publication.zenodo.after = () => undefined;
  await publication.secondPage().run();
  Object.assign(publication.zenodo, { before, after });
};

const byHand = (
  method: string,
  path: string,
  body?: object
): IFaultRow['before'] => {
  return async ({ zenodo }) => {
    const [id] = zenodo.drafts;
    if (id) {
      await zenodo.byHand(method, `records/${id}/draft${path}`, body);
    }
  };
};

/** The owner types another title into the site's form, which keeps all else. */
const edit = async ({ zenodo }: Publication): Promise<void> => {
  const [id] = zenodo.drafts;
  if (id) {
    const path = `records/${id}/draft`;
    const answer = await zenodo.byHand('GET', path);
    const { metadata } = (await answer.json()) as { metadata: object };
    const body = asSent({ metadata: { ...metadata, title: editedTitle } });
    await zenodo.byHand('PUT', path, body as object);
  }
};

/** All that may go wrong. */
export const rows: readonly IFaultRow[] = [
  { name: '429, says until when', fault: { kind: 'rate-limit', seconds: 40 } },
  { name: '429, does not say', fault: { kind: 'rate-limit-bare' } },
  { name: '500', fault: { kind: 'server-error' } },
  { name: '502, a page', fault: { kind: 'gateway', status: 502 } },
  { name: '503, a page', fault: { kind: 'gateway', status: 503 } },
  { name: '504, a page', fault: { kind: 'gateway', status: 504 } },
  {
    name: '504, but it was done',
    fault: { kind: 'gateway-after', status: 504 }
  },
  { name: 'connection refused', fault: { kind: 'drop' } },
  {
    name: 'dropped at 0 % of the body',
    fault: { kind: 'drop', share: 0 },
    only: hasBody
  },
  {
    name: 'dropped at 50 % of the body',
    fault: { kind: 'drop', share: 0.5 },
    only: hasBody
  },
  {
    name: 'dropped at 100 % of the body',
    fault: { kind: 'drop', share: 1 },
    only: hasBody
  },
  { name: 'answer lost', fault: { kind: 'lose-answer' } },
  { name: 'answer after 60 s', fault: { kind: 'delay', ms: 60_000 } },
  { name: 'done 5 s after we gave up', fault: { kind: 'late', ms: 5_000 } },
  { name: 'done 50 s after we gave up', fault: { kind: 'late', ms: 50_000 } },
  { name: 'wrong checksum', fault: { kind: 'corrupt' }, only: isContent },
  {
    name: 'content is lost',
    fault: { kind: 'lose-content' },
    only: isContent
  },
  { name: 'answer without body', fault: { kind: 'empty-answer' } },
  { name: 'answer is no JSON', fault: { kind: 'garbled-answer' } },
  { name: '403', fault: { kind: 'refuse', status: 403 } },
  { name: '403, the token has ended', fault: { kind: 'revoke-token' } },
  { name: '404, though it is there', fault: { kind: 'refuse', status: 404 } },
  {
    name: '404, the draft is gone',
    fault: { kind: 'discard-draft' },
    only: ({ url }) => /\/records\/\d+\/draft/.test(url),
    needsDraft: true
  },
  { name: '412', fault: { kind: 'refuse', status: 412 } },
  { name: '413', fault: { kind: 'too-large' } },
  { name: 'quota exceeded', fault: { kind: 'refuse', status: 400 } },
  { name: 'page reloaded before it was sent', before: die },
  { name: 'page reloaded before the answer', after: die },
  {
    name: 'tab closed, opened the next day',
    after: async ({ zenodo }) => {
      await zenodo.clock.sleep(24 * 3600_000);
      die();
    }
  },
  { name: 'second tab takes over before it was sent', before: takeOver },
  { name: 'second tab takes over before the answer', after: takeOver },
  {
    name: 'draft published on the site',
    before: byHand('POST', '/actions/publish'),
    needsDraft: true,
    isPublishing: true
  },
  {
    name: 'draft edited on the site; the user takes that',
    before: edit,
    needsDraft: true,
    choice: 'site'
  },
  {
    name: 'draft edited on the site; the user sends the form',
    before: edit,
    needsDraft: true,
    choice: 'mine'
  }
];
