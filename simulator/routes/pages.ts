/** Pages of drafts and records, made to be read and clicked. */

import { fileOf } from '../files';
import { escapeHtml, redirect } from '../http';
import { IJsonObject, listOf, objectOf, textOf } from '../json';
import { quoteKey } from '../links';
import { IEntity } from '../model';
import { page, sizeText } from '../page';
import { targetOf } from '../resolver';
import { IContext, IRoute, route } from '../router';
import { viewMetadata } from '../viewMetadata';
import { checkFilesReadable, recordOf } from './common';
import { contentAnswer } from './content';

/** Routes of pages. */
export const pageRoutes: IRoute[] = [
  route('GET', '/', home),
  route('GET', '/records/:id', recordPage),
  route('GET', '/record/:id', recordPage),
  route('GET', '/records/:id/latest', context => {
    const record = recordOf(context);
    const latest = context.state.latestOf(record.parent) ?? record;
    return redirect(302, `/records/${latest.id}`);
  }),
  route('GET', '/records/:id/files/*key', context => {
    const record = recordOf(context);
    checkFilesReadable(context, record);
    const answer = contentAnswer(context, fileOf(record, context.params[1]));
    const { origin } = context.base;
    answer.headers.set(
      'Link',
      `<${origin}/records/${record.id}> ; rel="collection" ; type="text/html" , <${origin}/api/records/${record.id}> ; rel="linkset" ; type="application/linkset+json"`
    );
    return answer;
  }),
  route('GET', '/uploads/:id', context => {
    const draft = context.state.drafts.get(context.params[0]);
    if (!draft) {
      return redirect(302, `/records/${context.params[0]}`);
    }
    return page(
      200,
      `${titleOf(draft)} | Draft`,
      `<p class="warn">Draft, not published. Its owner is user ${escapeHtml(draft.parent.ownerId)}.</p>${entityHtml(context, draft, false)}`
    );
  }),
  route('GET', '/account/settings/applications/tokens/new/', tokenPage),
  route('GET', '/account/settings/applications/', tokenPage)
];

function titleOf(entity: IEntity): string {
  return textOf(entity.metadata.title) || '(no title)';
}

function home(context: IContext): Response {
  const { state, settings } = context;
  const items = (entities: Iterable<IEntity>, place: string): string =>
    [...entities]
      .map(
        one =>
          `<li><a href="/${place}/${one.id}">${escapeHtml(titleOf(one))}</a> <span class="muted">${escapeHtml(textOf(objectOf(one.pids.doi).identifier))}</span></li>`
      )
      .join('') || '<li class="muted">none</li>';
  const records = [...state.records.values()].filter(one => !one.tombstone);
  return page(
    200,
    'Zenodo (simulated)',
    `<h1>Simulated Zenodo, ${settings.profile}</h1>
<p><a href="/account/settings/applications/tokens/new/">Get the demo token</a></p>
<h2>Records</h2><ul>${items(records, 'records')}</ul>
<h2>Drafts</h2><ul>${items(state.drafts.values(), 'uploads')}</ul>`
  );
}

function recordPage(context: IContext): Response {
  const { state, params, query } = context;
  const parent = state.parents.get(params[0]);
  const latest = parent && state.latestOf(parent);
  if (latest) {
    return redirect(302, `/records/${latest.id}`);
  }
  if (query.get('preview') === '1' && state.drafts.has(params[0])) {
    return redirect(302, `/uploads/${params[0]}`);
  }
  const deleted = state.records.get(params[0])?.tombstone;
  if (deleted) {
    return page(
      410,
      'Record deleted',
      `<h1>Record deleted</h1><p>${escapeHtml(textOf(deleted.citation_text))}</p>`
    );
  }
  const record = recordOf(context);
  return page(
    200,
    `${titleOf(record)} | Zenodo`,
    entityHtml(context, record, true)
  );
}

function entityHtml(
  context: IContext,
  entity: IEntity,
  published: boolean
): string {
  const metadata = viewMetadata(entity.metadata);
  const doi = textOf(objectOf(entity.pids.doi).identifier);
  const english = (value: unknown): string =>
    textOf(objectOf(objectOf(value).title).en);
  const tags = [
    english(metadata.resource_type),
    textOf(entity.access.files) === 'public' ? 'Open' : 'Restricted',
    textOf(metadata.version) && `Version ${textOf(metadata.version)}`
  ].filter(tag => tag);
  // The description was cleaned when it was stored.
  const description = textOf(metadata.description);
  return `<p>${escapeHtml(textOf(metadata.publication_date))} ${tags
    .map(tag => `<span class="tag">${escapeHtml(tag)}</span>`)
    .join('')}</p>
<h1>${escapeHtml(titleOf(entity))}</h1>
<p>${people(metadata, 'creators')}</p>
${description ? `<div>${description}</div>` : ''}
${doi ? `<p>DOI: <a href="/doi/${escapeHtml(doi)}">${escapeHtml(doi)}</a></p>` : ''}
${published ? binderHtml(context, entity, doi) : ''}
${filesHtml(entity, published)}
<h2>Details</h2><dl>${details(metadata, english)}</dl>
${versionsHtml(context, entity)}`;
}

function binderHtml(context: IContext, entity: IEntity, doi: string): string {
  const { state, settings } = context;
  const target = targetOf(state, settings, doi);
  if (!target || !settings.resolves) {
    return '';
  }
  const keys = [...entity.bucket.files.keys()];
  const notebook =
    entity.bucket.defaultPreview ?? keys.find(key => /\.ipynb$/.test(key));
  const inner = notebook?.endsWith('.ipynb')
    ? `?urlpath=${encodeURIComponent(`lab/tree/${notebook.split('/').map(encodeURIComponent).join('/')}`)}`
    : '';
  return `<p><a class="button" href="/v2/zenodo/${escapeHtml(doi)}/${inner}">Launch Binder</a></p>`;
}

function filesHtml(entity: IEntity, published: boolean): string {
  const rows = [...entity.bucket.files.values()].map(file => {
    const name = escapeHtml(file.key);
    const address = `/records/${entity.id}/files/${quoteKey(file.key)}?download=1`;
    return `<tr><td>${
      published ? `<a href="${escapeHtml(address)}">${name}</a>` : name
    }</td><td>${file.bytes ? sizeText(file.bytes.size) : ''}</td><td>${
      file.status === 'completed'
        ? `<code>md5:${file.bytes?.md5 ?? ''}</code>`
        : 'pending'
    }</td></tr>`;
  });
  return `<h2>Files</h2><table><thead><tr><th>Name</th><th>Size</th><th>Checksum</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function details(
  metadata: IJsonObject,
  english: (value: unknown) => string
): string {
  const each = (key: string): IJsonObject[] =>
    listOf(metadata[key]).map(objectOf);
  const entries: [string, string][] = [
    ['Contributors', people(metadata, 'contributors')],
    [
      'Licenses',
      each('rights')
        .map(one => escapeHtml(english(one)))
        .join(', ')
    ],
    [
      'Keywords and subjects',
      each('subjects')
        .map(one => escapeHtml(textOf(one.subject)))
        .join(', ')
    ],
    [
      'Languages',
      each('languages')
        .map(one => escapeHtml(english(one)))
        .join(', ')
    ],
    [
      'Related works',
      each('related_identifiers')
        .map(
          one =>
            `${escapeHtml(english(one.relation_type))}: ${escapeHtml(textOf(one.identifier))}`
        )
        .join('<br>')
    ],
    [
      'References',
      each('references')
        .map(one => escapeHtml(textOf(one.reference)))
        .join('<br>')
    ],
    ['Publisher', escapeHtml(textOf(metadata.publisher))]
  ];
  return entries
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
    .join('');
}

function people(metadata: IJsonObject, key: string): string {
  return listOf(metadata[key])
    .map(objectOf)
    .map(one => {
      const affiliations = listOf(one.affiliations)
        .map(affiliation => textOf(objectOf(affiliation).name))
        .join(', ');
      const name = textOf(objectOf(one.person_or_org).name);
      return escapeHtml(affiliations ? `${name} (${affiliations})` : name);
    })
    .join('; ');
}

function versionsHtml(context: IContext, entity: IEntity): string {
  const versions = context.state.versionsOf(entity.parent).reverse();
  const ofAll = textOf(objectOf(entity.parent.pids.doi).identifier);
  if (!versions.length) {
    return '';
  }
  const rows = versions.map(
    one =>
      `<li><a href="/records/${one.id}">Version ${escapeHtml(textOf(one.metadata.version) || `v${one.index}`)}</a> <span class="muted">${escapeHtml(textOf(objectOf(one.pids.doi).identifier))}</span></li>`
  );
  return `<h2>Versions</h2><ul>${rows.join('')}</ul>${
    ofAll
      ? `<p>All versions: <a href="/doi/${escapeHtml(ofAll)}">${escapeHtml(ofAll)}</a></p>`
      : ''
  }`;
}

function tokenPage(context: IContext): Response {
  return page(
    200,
    'New personal access token',
    `<h1>New personal access token</h1>
<p>On the real site you would choose a name and the scopes <code>deposit:write</code> and <code>deposit:actions</code> here. This is a simulation: use its demo token, which is worth nothing anywhere else.</p>
<p>Demo token: <code id="token">${escapeHtml(context.state.secrets.token)}</code></p>
<p class="muted">It is also in the credentials file that the simulator wrote when it was started, as <code>token</code>.</p>`
  );
}
