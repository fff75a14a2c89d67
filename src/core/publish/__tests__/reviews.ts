import type { IRequest } from '../../../../simulator/model';
import type { ICommunity } from '../../metadata/model';
import { site, SimulatedSite } from './simulatedSite';

/** A community of the simulated site, as the form has it. */
export function communityOf(zenodo: SimulatedSite, slug: string): ICommunity {
  const all = [...zenodo.simulator.state.communities.values()];
  const found = all.find(one => one.slug === slug);
  return {
    id: found?.id ?? '',
    slug,
    title: found?.title ?? '',
    submissionPolicy: found?.submission ?? '',
    reviewPolicy: found?.review ?? ''
  };
}

/** What curators were asked, and not to no end. */
export function submissionsOf({ simulator }: SimulatedSite): IRequest[] {
  return [...simulator.state.requests.values()].filter(
    ({ status }) => status !== 'created'
  );
}

/** Do as a curator does on the site, with the latest request. */
export async function decide(
  zenodo: SimulatedSite,
  action: 'accept' | 'decline' | 'comment',
  words = ''
): Promise<void> {
  const request = submissionsOf(zenodo).pop();
  const path = action === 'comment' ? 'comments' : `actions/${action}`;
  const answer = await zenodo.simulator.handle(
    new Request(`${site.url}/api/requests/${request?.id ?? ''}/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${zenodo.simulator.secrets.tokenCurator}`,
        'Content-Type': 'application/json'
      },
      body: JSON.stringify(
        words ? { payload: { content: words, format: 'html' } } : {}
      )
    })
  );
  if (answer.status >= 300) {
    throw new Error(`The curator could not ${action}: ${await answer.text()}`);
  }
}

/** Nobody decided in time. */
export function expire(zenodo: SimulatedSite): void {
  const request = submissionsOf(zenodo).pop();
  if (request) {
    request.status = 'expired';
  }
}
