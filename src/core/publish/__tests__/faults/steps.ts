import type { IFault } from '../../../../../simulator/faults';
import type { Publication } from '../publication';

/** One request of the machine, and how to bring a publication to it. */
export interface IStep {
  readonly name: string;
  readonly match: NonNullable<IFault['match']>;
  /** What has to go wrong before, so that there is such a request. */
  readonly provoke?: (publication: Publication) => void;
  /** A page died before at this request, and another one resumes. */
  readonly diedAfter?: RegExp;
  /** A community is asked to look at it first, and accepts it. */
  readonly review?: boolean;
  /** The archive goes by another name since. */
  readonly rename?: boolean;
}

const DRAFT = '^/api/records/\\d+/draft';
const at = (method: string, path: string) => ({
  method,
  path: new RegExp(path)
});
const create = at('POST', '^/api/records$');
const reserve = at('POST', `${DRAFT}/pids/doi$`);
const content = at('PUT', '/content$');
const commit = at('POST', '/commit$');
const publish = at('POST', '/actions/publish$');
const submit = at('POST', '/actions/submit-review$');

const after =
  (fault: IFault) =>
  ({ zenodo }: Publication): void =>
    zenodo.simulator.faults.add(fault);

/** All requests of a publication, in their order. */
export const steps: readonly IStep[] = [
  { name: 'Create the draft', match: create },
  {
    name: 'Look for the draft, when that answer was lost',
    match: at('GET', '^/api/user/records$'),
    provoke: after({ kind: 'lose-answer', match: create })
  },
  { name: 'Reserve the DOI', match: reserve },
  {
    name: 'Look for the DOI, when that answer was lost',
    match: at('GET', `${DRAFT}$`),
    provoke: after({ kind: 'lose-answer', match: reserve })
  },
  { name: 'Announce a file', match: at('POST', `${DRAFT}/files$`) },
  { name: 'Send the content', match: content },
  {
    name: 'Look for the file, when its content broke off',
    match: at('GET', `${DRAFT}/files/[^/]+$`),
    provoke: after({ kind: 'drop', share: 0.5, match: content })
  },
  { name: 'Complete the file', match: commit },
  {
    name: 'Remove a file whose checksum is wrong',
    match: at('DELETE', `${DRAFT}/files/[^/]+$`),
    provoke: after({ kind: 'corrupt', match: content })
  },
  { name: 'Send the last details', match: at('PUT', `${DRAFT}$`) },
  {
    name: 'Look at the draft before publishing, when something was sent twice',
    match: at('GET', `${DRAFT}$`),
    provoke: after({ kind: 'drop', share: 0.5, match: content })
  },
  { name: 'Publish', match: publish },
  {
    name: 'Look for the record, when that answer was lost',
    match: at('GET', '^/api/records/\\d+$'),
    provoke: after({ kind: 'lose-answer', match: publish })
  },
  {
    name: 'Check the token, when something was not permitted',
    match: at('GET', '^/api/user/records$'),
    provoke: after({ kind: 'refuse', status: 403, match: commit })
  },
  {
    name: 'Resume: look for the draft that another page asked for',
    match: at('GET', '^/api/user/records$'),
    diedAfter: /^POST \/api\/records$/
  },
  {
    name: 'Resume: look at the draft',
    match: at('GET', `${DRAFT}$`),
    diedAfter: /pids\/doi$/
  },
  {
    name: 'Resume: bring the draft up to date',
    match: at('PUT', `${DRAFT}$`),
    diedAfter: /pids\/doi$/
  },
  {
    name: 'Resume: list the files',
    match: at('GET', `${DRAFT}/files$`),
    diedAfter: /commit$/
  },
  {
    name: 'Resume: remove what goes by another name now',
    match: at('DELETE', `${DRAFT}/files/rivers\\.zip$`),
    diedAfter: /commit$/,
    rename: true
  },
  {
    name: 'Resume: look for the record',
    match: at('GET', '^/api/records/\\d+$'),
    diedAfter: /actions\/publish$/
  },
  {
    name: 'Review first: look for a review',
    match: at('GET', `${DRAFT}/review$`),
    review: true
  },
  {
    name: 'Review first: choose the community',
    match: at('PUT', `${DRAFT}/review$`),
    review: true
  },
  { name: 'Review first: submit', match: submit, review: true },
  {
    name: 'Review first: look for the review, when that answer was lost',
    match: at('GET', `${DRAFT}/review$`),
    provoke: after({ kind: 'lose-answer', match: submit }),
    review: true
  },
  {
    name: 'Resume in review: look for the record',
    match: at('GET', '^/api/records/\\d+$'),
    diedAfter: /actions\/submit-review$/,
    review: true
  },
  {
    name: 'Resume in review: look for the review',
    match: at('GET', '^/api/requests/[^/]+$'),
    diedAfter: /actions\/submit-review$/,
    review: true
  }
];
