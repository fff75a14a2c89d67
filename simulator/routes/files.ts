/** The files of drafts. */

import {
  commit,
  deleteAll,
  deleteFile,
  fileOf,
  importFiles,
  initialise,
  putContent,
  viewEntries,
  viewEntry
} from '../files';
import {
  broken,
  denied,
  invalid,
  json,
  noContent,
  notFound,
  readJson,
  refuse
} from '../http';
import { objectOf } from '../json';
import { IContext, IRoute, route } from '../router';
import { archiveOf, contentAnswer } from './content';
import { draftOf } from './common';

const FILES = '/api/records/:id/draft/files';

/** Routes of drafts' files. The more special paths come first. */
export const draftFileRoutes: IRoute[] = [
  route('GET', FILES, context => list(context, 200)),
  route('POST', FILES, async context => {
    const body = await readJson(context.request);
    initialise(context.state, draftOf(context), body);
    return list(context, 201);
  }),
  route('DELETE', FILES, context => {
    const draft = draftOf(context);
    deleteAll(draft);
    context.drafts.touch(draft);
    return noContent();
  }),
  route('GET', `${FILES}-archive`, context => archiveOf(draftOf(context))),
  route('POST', '/api/records/:id/draft/actions/files-import', takeOver),
  route('PUT', `${FILES}/*key/content/:part`, context => {
    fileOf(draftOf(context), context.params[1]);
    throw denied();
  }),
  route('PUT', `${FILES}/*key/content`, put),
  route('GET', `${FILES}/*key/content`, context => {
    const file = fileOf(draftOf(context), context.params[1]);
    if (file.status === 'pending') {
      throw broken();
    }
    return contentAnswer(context, file);
  }),
  route('POST', `${FILES}/*key/commit`, context => {
    const draft = draftOf(context);
    const before = fileOf(draft, context.params[1]).status;
    const file = commit(context.state, draft, context.params[1]);
    const entry = viewEntry(context.base.origin, draft, file, true);
    if (before === 'pending') {
      // The commit's own answer still has no metadata.
      file.metadata = {};
    }
    return json(200, entry);
  }),
  route('GET', `${FILES}/*key`, context => {
    const draft = draftOf(context);
    const file = fileOf(draft, context.params[1]);
    return json(200, viewEntry(context.base.origin, draft, file, true));
  }),
  route('PUT', `${FILES}/*key`, async context => {
    const body = objectOf(await readJson(context.request));
    const draft = draftOf(context);
    const file = fileOf(draft, context.params[1]);
    file.metadata = objectOf(body.metadata);
    file.updated = context.state.time();
    return json(200, viewEntry(context.base.origin, draft, file, true));
  }),
  route('DELETE', `${FILES}/*key`, context => {
    const draft = draftOf(context);
    deleteFile(draft, context.params[1]);
    context.drafts.touch(draft);
    return noContent();
  })
];

function list(context: IContext, status: number): Response {
  const { origin } = context.base;
  return json(status, viewEntries(origin, draftOf(context), true));
}

async function put(context: IContext): Promise<Response> {
  const { request, state, params } = context;
  const type = request.headers.get('Content-Type');
  if (type !== null && type !== 'application/octet-stream') {
    throw refuse(
      415,
      "Invalid 'Content-Type' header. Expected one of: application/octet-stream"
    );
  }
  const draft = draftOf(context);
  const file = fileOf(draft, params[1]);
  const before = viewEntry(context.base.origin, draft, file, true);
  const done = await putContent(state, draft, params[1], request.body);
  return json(
    200,
    done === 'lost'
      ? { ...before, errors: 'File upload transfer failed.' }
      : viewEntry(context.base.origin, draft, file, true)
  );
}

function takeOver(context: IContext): Response {
  const { state, drafts } = context;
  const draft = draftOf(context);
  if (draft.bucket.files.size) {
    throw invalid([
      { field: 'files.enabled', messages: ['Please remove all files first.'] }
    ]);
  }
  const from = state.latestOf(draft.parent);
  if (!from) {
    throw notFound();
  }
  importFiles(state, draft, from);
  drafts.touch(draft);
  return list(context, 201);
}
