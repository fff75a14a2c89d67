/** Searching records and drafts: paging, sorting, links. */

import { aggregate, IHit } from './aggregations';
import { IFieldError, invalid } from './http';
import { IJsonObject, Json } from './json';
import { parseQuery } from './query';
import { IContext } from './router';
import { IIndexed } from './searchIndex';
import { IViewer, viewDraft, viewRecord } from './view';
import { viewMetadata } from './viewMetadata';

/** One page of a list. */
export interface IPage<T> {
  hits: T[];
  number: number;
  links: IJsonObject;
}

/** Cut a page out of a list, and make the links to the others. */
export function pageOf<T>(
  context: IContext,
  all: T[],
  sort: string,
  kept: string[] = [],
  path = context.path
): IPage<T> {
  const { query, base } = context;
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 25);
  const link = (page: number): string => {
    const parameters: [string, string][] = [
      ['page', String(page)],
      ['size', String(size)],
      ['sort', sort],
      ...kept
        .filter(key => query.has(key))
        .map((key): [string, string] => [key, query.get(key) ?? ''])
    ];
    parameters.sort(([a], [b]) => (a < b ? -1 : 1));
    return `${base.origin}${path}?${parameters
      .map(([key, value]) => `${key}=${quote(value)}`)
      .join('&')}`;
  };
  const links: IJsonObject = { self: link(number) };
  if (number > 1) {
    links.prev = link(number - 1);
  }
  if (number * size < all.length) {
    links.next = link(number + 1);
  }
  return { hits: all.slice((number - 1) * size, number * size), number, links };
}

/** A value in a link, with as little quoting as InvenioRDM does. */
function quote(value: string): string {
  return encodeURI(value)
    .replace(/[&#+?;]/g, encodeURIComponent)
    .replace(/%20/g, '+');
}

/** Refuse a page size or a sort that the server does not have. */
export function checkPaging(context: IContext, sorts: string[] | null): void {
  const { query, user } = context;
  const errors: IFieldError[] = [];
  const most = user ? 100 : 25;
  const size = query.get('size');
  if (size !== null && !/^\d+$/.test(size)) {
    errors.push({ field: 'size', messages: ['Not a valid integer.'] });
  } else if (size !== null && Number(size) < 1) {
    errors.push({
      field: 'size',
      messages: ['Must be greater than or equal to 1.']
    });
  } else if (Number(size) > most) {
    errors.push({
      field: 'size',
      messages: [
        `Page size cannot be greater than ${most}.` +
          (user
            ? ''
            : ' Please use authenticated requests to increase the limit to 100.')
      ]
    });
  }
  const sort = query.get('sort');
  if (sort !== null && sorts && !sorts.includes(sort)) {
    errors.push({
      field: '_schema',
      messages: [`Invalid sort option '${sort}'.`]
    });
  }
  if (errors.length) {
    throw invalid(errors);
  }
}

/** The sort options of record searches. */
export const SORTS = [
  'bestmatch',
  'newest',
  'oldest',
  'version',
  'updated-desc',
  'updated-asc',
  'mostviewed',
  'mostdownloaded'
];

/** The answer to a search. */
export function searchAnswer(
  context: IContext,
  viewer: IViewer,
  found: IIndexed[]
): IJsonObject {
  const { state, query } = context;
  const q = query.get('q') ?? '';
  const test = q ? parseQuery(q) : () => true;
  const view = (one: IIndexed): IJsonObject =>
    'publishedAt' in one.snapshot
      ? viewRecord(state, one.snapshot, viewer, 'hit')
      : {
          ...viewDraft(state, one.snapshot, viewer, 'hit'),
          // As it was when it was indexed: a record may be missing from the index.
          ...(one.isNew ? { is_published: false } : {})
        };
  const matching = found.filter(one => test(searchable(view(one))));
  const sort = query.get('sort') ?? (q ? 'bestmatch' : 'newest');
  sortBy(matching, sort);
  const hits: IHit[] = matching.map(indexed => ({
    indexed,
    metadata: viewMetadata(indexed.snapshot.metadata)
  }));
  const page = pageOf(withPythonBooleans(context), matching, sort, [
    'q',
    'allversions',
    'shared_with_me'
  ]);
  const body: { [key: string]: Json } = {
    hits: { hits: page.hits.map(view), total: matching.length },
    aggregations: aggregate(hits),
    sortBy: sort,
    page: page.number,
    links: page.links
  };
  if (viewer.ui) {
    delete body.page;
  }
  return body;
}

/** Links are not part of what is searched. */
function searchable(view: IJsonObject): IJsonObject {
  const { links: _links, ...rest } = view;
  return rest;
}

/** `allversions=true` comes back as `True` in links. */
function withPythonBooleans(context: IContext): IContext {
  const query = new URLSearchParams(context.query);
  for (const key of ['allversions', 'shared_with_me']) {
    if (query.has(key)) {
      query.set(key, query.get(key) === 'true' ? 'True' : 'False');
    }
  }
  return { ...context, query };
}

function sortBy(found: IIndexed[], sort: string): void {
  const by = (key: 'created' | 'updated', direction: 1 | -1): void => {
    found.sort(
      (a, b) => (a.snapshot[key] < b.snapshot[key] ? -1 : 1) * direction
    );
  };
  switch (sort) {
    case 'oldest':
      return by('created', 1);
    case 'updated-asc':
      return by('updated', 1);
    case 'updated-desc':
      return by('updated', -1);
    case 'version':
      found.sort((a, b) => b.snapshot.index - a.snapshot.index);
      return;
    default:
      return by('created', -1);
  }
}
