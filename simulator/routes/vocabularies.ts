/** `/api/vocabularies/…`, `/api/affiliations` and the like. */

import { negotiate, RDM } from '../accept';
import { denied, json, noSuchPid, notFound } from '../http';
import { IJsonObject, listOf, objectOf, textOf } from '../json';
import { IContext, IRoute, route } from '../router';
import { pageOf } from '../search';
import { GENERIC, itemOf, itemsOf } from '../vocabularies';

/** End points of their own, with the revision that the recorded items have. */
const SPECIAL: { [name: string]: number } = {
  affiliations: 2,
  awards: 2,
  funders: 2,
  names: 3,
  subjects: 1
};

/** Routes of vocabularies. */
export const vocabularyRoutes: IRoute[] = [
  route('GET', '/api/vocabularies/:type', context => {
    if (!GENERIC.includes(context.params[0])) {
      throw notFound();
    }
    return list(context, context.params[0]);
  }),
  route('GET', '/api/vocabularies/:type/*id', context => {
    const [type, id] = context.params;
    if (!GENERIC.includes(type)) {
      throw notFound();
    }
    return one(context, type, id);
  }),
  ...Object.keys(SPECIAL).flatMap(name => [
    route('GET', `/api/${name}`, context => {
      checkMayRead(context, name);
      return list(context, name);
    }),
    route('GET', `/api/${name}/*id`, context => {
      checkMayRead(context, name);
      return one(context, name, context.params[0]);
    })
  ])
];

/** Names of people are for signed-in users only. */
function checkMayRead(context: IContext, name: string): void {
  if (name === 'names' && !context.user) {
    throw denied();
  }
}

function one(context: IContext, name: string, id: string): Response {
  const item = itemOf(name, id);
  if (!item) {
    throw noSuchPid();
  }
  const form = formOf(context);
  return json(200, view(context, name, item, form), {
    'Content-Type': form,
    ETag: `"${SPECIAL[name] ?? 1}"`
  });
}

function list(context: IContext, name: string): Response {
  const { query } = context;
  const suggest = query.get('suggest');
  const q = query.get('q');
  const tags = query.getAll('tags');
  const funders = query.getAll('funders');
  const found = itemsOf(name)
    .filter(item => tags.every(tag => listOf(item.tags).includes(tag)))
    .filter(
      item =>
        !funders.length || funders.includes(textOf(objectOf(item.funder).id))
    )
    .filter(item => !suggest || isSuggested(name, item, suggest))
    .filter(item => !q || hasWords(item, wordsOf(q)));
  const sort = query.get('sort') ?? (suggest || q ? 'bestmatch' : 'title');
  if (name in SPECIAL === false) {
    found.sort((a, b) => (titleKey(a) < titleKey(b) ? -1 : 1));
  }
  const form = formOf(context);
  const page = pageOf(context, found, sort, ['suggest', 'q', 'funders']);
  return json(
    200,
    {
      hits: {
        hits: page.hits.map(item => view(context, name, item, form)),
        total: found.length
      },
      ...(name === 'awards'
        ? {
            aggregations: {
              funders: { buckets: funding(found), label: 'Funders' }
            }
          }
        : {}),
      sortBy: sort,
      page: page.number,
      links: page.links
    },
    { 'Content-Type': form }
  );
}

function formOf(context: IContext): string {
  return negotiate(context.request, ['application/json', RDM]);
}

function titleKey(item: IJsonObject): string {
  return textOf(objectOf(item.title).en);
}

/** Whether all words of a suggestion begin words of an item. */
function isSuggested(
  name: string,
  item: IJsonObject,
  suggest: string
): boolean {
  if (name === 'awards') {
    // Recorded (`vocab.awards.suggest`): words inside a title do not count.
    // Seen on a real server: what is suggested begins as it is written, `horiz` is nothing.
    return [item.number, item.acronym].some(value =>
      textOf(value).startsWith(suggest)
    );
  }
  return hasWords(
    item,
    suggest
      .toLowerCase()
      .split(/\s+/)
      .filter(word => word)
  );
}

/** The words of a query: those that are joined by AND, and may end with a star. */
function wordsOf(q: string): string[] {
  return q
    .split(/\s+(?:AND\s+)?/)
    .map(word => word.replace(/\*$/, '').toLowerCase())
    .filter(word => word);
}

/** Whether each of them begins a word of the item. */
function hasWords(item: IJsonObject, wanted: readonly string[]): boolean {
  const words = [
    item.id,
    item.name,
    item.acronym,
    item.subject,
    objectOf(item.title).en
  ]
    .flatMap(value =>
      textOf(value)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
    )
    .filter(word => word);
  return wanted.every(word => words.some(one => one.startsWith(word)));
}

function funding(items: IJsonObject[]): IJsonObject[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const item of items) {
    const funder = objectOf(item.funder);
    const known = counts.get(textOf(funder.id)) ?? {
      label: textOf(funder.name),
      count: 0
    };
    known.count++;
    counts.set(textOf(funder.id), known);
  }
  return [...counts].map(([key, { label, count }]) => ({
    key,
    doc_count: count,
    label,
    is_selected: false
  }));
}

function view(
  context: IContext,
  name: string,
  item: IJsonObject,
  form: string
): IJsonObject {
  if (form === RDM) {
    const { title, description, type: _type, ...rest } = item;
    return {
      ...rest,
      ...(title === undefined ? {} : { title_l10n: objectOf(title).en ?? '' }),
      ...(description === undefined
        ? {}
        : { description_l10n: objectOf(description).en ?? '' })
    };
  }
  const { started } = context.state;
  const place = name in SPECIAL ? name : `vocabularies/${name}`;
  const { id, ...rest } = item;
  return {
    id,
    created: started,
    updated: started,
    links: { self: `${context.base.origin}/api/${place}/${textOf(id)}` },
    revision_id: SPECIAL[name] ?? 1,
    ...rest
  };
}
