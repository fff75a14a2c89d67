/** Searches for records, and for the user's own records and drafts. */

import { negotiate, RDM } from '../accept';
import { json } from '../http';
import { IJsonObject } from '../json';
import { IDraft, IRecord } from '../model';
import { IContext, IRoute, route } from '../router';
import { checkPaging, searchAnswer, SORTS } from '../search';
import { IIndexed } from '../searchIndex';
import { signedIn, viewerOf } from './common';

interface IFound {
  indexed: IIndexed;
  entity: IDraft | IRecord;
}

/** Routes of searches. */
export const searchRoutes: IRoute[] = [
  route(
    'GET',
    '/api/records',
    context => {
      checkPaging(context, SORTS);
      const { state, query } = context;
      const all = query.get('allversions') === 'true';
      const found = visible(context).filter(
        ({ indexed, entity }) =>
          !indexed.isDraft &&
          'publishedAt' in entity &&
          !entity.tombstone &&
          (all || state.latestOf(entity.parent) === entity)
      );
      return answer(context, found);
    },
    'search'
  ),
  route('GET', '/api/user/records', context => {
    const user = signedIn(context);
    checkPaging(context, SORTS);
    const { state, query } = context;
    const all = query.get('allversions') === 'true';
    // Nothing is ever shared in the simulator.
    const shared = query.get('shared_with_me') === 'true';
    const found = visible(context).filter(({ entity }) => {
      const newest =
        state.newVersionDraftOf(entity.parent) ?? state.latestOf(entity.parent);
      return (
        !shared &&
        entity.parent.ownerId === user.id &&
        (all || newest?.id === entity.id)
      );
    });
    return answer(context, found);
  })
];

/** Documents that the index shows and that still exist. */
function visible(context: IContext): IFound[] {
  const { state } = context;
  return state.index.visible().flatMap(indexed => {
    const entity =
      (indexed.isDraft ? state.drafts.get(indexed.id) : undefined) ??
      state.records.get(indexed.id);
    const gone = !entity || ('publishedAt' in entity && entity.tombstone);
    return gone ? [] : [{ indexed, entity }];
  });
}

function answer(context: IContext, found: IFound[]): Response {
  const form = negotiate(context.request, ['application/json', RDM]);
  const viewer = viewerOf(context, form === RDM);
  const body: IJsonObject = searchAnswer(
    context,
    viewer,
    found.map(one => one.indexed)
  );
  return json(200, body, { 'Content-Type': form });
}
