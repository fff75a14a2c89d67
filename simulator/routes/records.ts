/** Published records and their files. */

import { negotiate, RDM, RECORD_TYPES } from '../accept';
import { bibtex, citation, datacite } from '../export';
import { fileOf, viewEntries, viewEntry } from '../files';
import { broken, denied, json, redirect } from '../http';
import { IContext, IRoute, route } from '../router';
import { viewRecord } from '../view';
import { pageOf } from '../search';
import { archiveOf, contentAnswer } from './content';
import { checkFilesReadable, entityAnswer, recordOf, viewerOf } from './common';

const FILES = '/api/records/:id/files';

/** Routes of records. */
export const recordRoutes: IRoute[] = [
  route('GET', '/api/records/:id', show),
  route('PUT', '/api/records/:id', context => {
    recordOf(context);
    // There is no such action, but the recorded server breaks on it.
    throw broken();
  }),
  route('DELETE', '/api/records/:id', context => {
    recordOf(context);
    throw denied();
  }),
  route('GET', '/api/records/:id/versions', context => {
    const record = recordOf(context);
    const { state } = context;
    const viewer = viewerOf(
      context,
      negotiate(context.request, RECORD_TYPES) === RDM
    );
    const seen = new Set(state.index.visible().map(one => one.id));
    const versions = state
      .versionsOf(record.parent)
      .filter(one => seen.has(one.id))
      .reverse();
    const page = pageOf(context, versions, 'version');
    return json(200, {
      hits: {
        hits: page.hits.map(one => viewRecord(state, one, viewer, 'hit')),
        total: versions.length
      },
      sortBy: 'version',
      page: page.number,
      links: page.links
    });
  }),
  route('GET', '/api/records/:id/versions/latest', context => {
    const record = recordOf(context);
    const latest = context.state.latestOf(record.parent) ?? record;
    const location = `${context.base.origin}/api/records/${latest.id}`;
    return json(
      301,
      { status: 301, message: 'Redirecting...', location },
      { Location: location }
    );
  }),
  route('GET', FILES, context => {
    // Seen on a real server, which is not so strict about the files of drafts.
    negotiate(context.request, ['application/json']);
    const record = recordOf(context);
    checkFilesReadable(context, record);
    return json(200, viewEntries(context.base.origin, record, false));
  }),
  route('GET', `${FILES}-archive`, context => {
    const record = recordOf(context);
    checkFilesReadable(context, record);
    return archiveOf(record);
  }),
  route('GET', `${FILES}/*key/content`, context => {
    const record = recordOf(context);
    checkFilesReadable(context, record);
    return contentAnswer(context, fileOf(record, context.params[1]));
  }),
  route('GET', `${FILES}/*key`, context => {
    const record = recordOf(context);
    checkFilesReadable(context, record);
    const file = fileOf(record, context.params[1]);
    return json(200, viewEntry(context.base.origin, record, file, false));
  })
];

function show(context: IContext): Response {
  const { state, params, base, request } = context;
  const form = negotiate(request, RECORD_TYPES);
  const parent = state.parents.get(params[0]);
  const latest = parent && state.latestOf(parent);
  if (latest) {
    // The id of all versions leads to the newest one (FINDINGS 32).
    return redirect(302, `/api/records/${latest.id}`);
  }
  const record = recordOf(context);
  const self = `${base.origin}/api/records/${record.id}`;
  const headers = {
    Link: `<${self}> ; rel="linkset" ; type="application/linkset+json"`
  };
  const viewer = viewerOf(context, form === RDM);
  const etag = { ...headers, ETag: `"${record.revision}"` };
  const view = viewRecord(state, record, viewer, 'single');
  if (form === 'application/x-bibtex' || form === 'text/x-bibliography') {
    const text =
      form === 'application/x-bibtex' ? bibtex(view) : citation(view, base);
    const type = form === 'application/x-bibtex' ? form : 'text/plain';
    return new Response(text, {
      status: 200,
      headers: { ...etag, 'Content-Type': type }
    });
  }
  if (form === 'application/vnd.datacite.datacite+json') {
    return json(200, datacite(view, base), { ...etag, 'Content-Type': form });
  }
  return entityAnswer(200, view, form, headers);
}
