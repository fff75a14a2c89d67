/** `/api/records` and `/api/records/<id>/draft`. */

import { RDM } from '../accept';
import { broken, denied, noContent, notFound, readJson, refuse } from '../http';
import { IJsonObject } from '../json';
import { IDraft } from '../model';
import { discard, reserve } from '../pids';
import { publish } from '../publish';
import { checkRevision } from '../revision';
import { IContext, IRoute, route } from '../router';
import { Errors } from '../validation/loader';
import { Place, viewDraft, viewRecord } from '../view';
import { hasEndedReview } from '../viewParent';
import {
  draftOf,
  entityAnswer,
  owns,
  readableDraft,
  recordForm,
  recordOf,
  signedIn,
  viewerOf,
  withErrors
} from './common';

const BODY_TYPES = [
  'application/json',
  'application/ld+json;profile="https://w3id.org/ro/crate/1.1"'
];

/** Routes of drafts. */
export const draftRoutes: IRoute[] = [
  route('POST', '/api/records', create),
  route('GET', '/api/records/:id/draft', context => {
    const form = recordForm(context);
    const draft = readableDraft(context);
    return answer(context, 200, draft, form, 'answer');
  }),
  route('PUT', '/api/records/:id/draft', update),
  route('DELETE', '/api/records/:id/draft', remove),
  route('POST', '/api/records/:id/draft', edit),
  route('POST', '/api/records/:id/draft/pids/:scheme', context => {
    const form = recordForm(context);
    const draft = draftOf(context);
    reserve(context.settings, draft, context.params[1]);
    context.drafts.touch(draft);
    context.drafts.index(draft);
    return answer(context, 201, draft, form, 'answer');
  }),
  route('DELETE', '/api/records/:id/draft/pids/:scheme', context => {
    const form = recordForm(context);
    const draft = draftOf(context);
    const published = context.state.records.has(draft.id);
    if (!discard(draft, published)) {
      throw notFound();
    }
    context.drafts.touch(draft);
    context.drafts.index(draft);
    return answer(context, 200, draft, form, 'answer');
  }),
  route('POST', '/api/records/:id/draft/actions/publish', context => {
    const { state, settings, drafts } = context;
    const form = recordForm(context);
    const record = publish(state, settings, drafts, draftOf(context));
    const viewer = viewerOf(context, form === RDM);
    return entityAnswer(202, viewRecord(state, record, viewer, 'answer'), form);
  }),
  route('POST', '/api/records/:id/versions', newVersion)
];

async function create(context: IContext): Promise<Response> {
  const form = recordForm(context);
  const body = await readJson(context.request, BODY_TYPES);
  const { id } = signedIn(context);
  const { draft, errors } = context.drafts.create(body, id);
  return answer(context, 201, draft, form, 'created', errors);
}

async function update(context: IContext): Promise<Response> {
  const form = recordForm(context);
  const body = await readJson(context.request, BODY_TYPES);
  const draft = draftOf(context);
  checkRevision(context.request, draft);
  const errors = context.drafts.update(draft, body);
  return answer(context, 200, draft, form, 'answer', errors);
}

function remove(context: IContext): Response {
  const draft = draftOf(context);
  checkRevision(context.request, draft);
  const { reviewId } = draft.parent;
  const review = reviewId ? context.state.requests.get(reviewId) : undefined;
  if (review?.status === 'submitted' && !context.state.records.has(draft.id)) {
    throw refuse(
      400,
      'You cannot delete a draft with an open review. Please cancel the review first.'
    );
  }
  context.drafts.discard(draft);
  return noContent();
}

function edit(context: IContext): Response {
  const { state, params, drafts } = context;
  const form = recordForm(context);
  const record = state.records.get(params[0]);
  if (record?.tombstone) {
    throw denied();
  }
  const open = record && !state.drafts.has(record.id);
  if (open && !owns(context, record.parent)) {
    throw denied();
  }
  if (open && hasEndedReview(context.state, record.parent)) {
    throw broken();
  }
  const draft = open ? drafts.edit(record) : draftOf(context);
  return answer(context, 201, draft, form, 'answer');
}

function newVersion(context: IContext): Response {
  const form = recordForm(context);
  const record = recordOf(context);
  const doi = record.pids.doi as IJsonObject;
  // A record with an external DOI has no versions on Zenodo.
  if (!owns(context, record.parent) || doi.provider === 'external') {
    throw denied();
  }
  const draft = context.drafts.newVersion(record);
  return answer(context, 201, draft, form, 'answer');
}

function answer(
  context: IContext,
  status: number,
  draft: IDraft,
  form: string,
  place: Place,
  errors?: Errors
): Response {
  const viewer = viewerOf(context, form === RDM);
  const body = viewDraft(context.state, draft, viewer, place);
  return entityAnswer(status, withErrors(body, errors?.list ?? []), form);
}
