/**
 * What doi.org and a Binder hub would do: the simulator plays them itself, so
 * that nobody is sent out with a DOI that was made up here.
 */

import { launchOf } from '../binder';
import { escapeHtml, json, redirect } from '../http';
import { objectOf } from '../json';
import { page, sizeText } from '../page';
import { targetOf } from '../resolver';
import { IContext, IRoute, route } from '../router';

/** doi.org's handle API, under `/api` as repo2docker asks for it. */
export const handleRoutes: IRoute[] = [
  route(
    'GET',
    '/api/handles/*doi',
    context => {
      const { state, settings, params, base } = context;
      const target = targetOf(state, settings, params[0]);
      if (!target?.registered) {
        return json(404, { responseCode: 100, handle: params[0] });
      }
      return json(200, {
        responseCode: 1,
        handle: params[0],
        values: [
          {
            index: 1,
            type: 'URL',
            data: {
              format: 'string',
              value: `${base.origin}/doi/${params[0]}`
            },
            ttl: 86400,
            timestamp: new Date(settings.now()).toISOString()
          }
        ]
      });
    },
    'none'
  )
];

/** Pages of the resolver and of the hub. */
export const resolverRoutes: IRoute[] = [
  route('GET', '/doi/*doi', context => resolve(context, context.params[0])),
  route('GET', '/10.:prefix/*rest', context =>
    resolve(context, `10.${context.params.join('/')}`)
  ),
  route('GET', '/v2/zenodo/*doi', launch),
  route('GET', '/badge_logo.svg', () => badge('launch', 'binder'), 'none'),
  route(
    'GET',
    '/badge/DOI/*doi',
    context => badge('DOI', context.params[0].replace(/\.svg$/, '')),
    'badge'
  )
];

function resolve(context: IContext, doi: string): Response {
  const { state, settings } = context;
  const target = targetOf(state, settings, doi);
  if (target && (target.registered || !settings.resolves)) {
    return redirect(302, `/records/${target.record.id}`);
  }
  return page(
    404,
    'DOI not found',
    `<h1>DOI not found</h1><p><code>${escapeHtml(doi)}</code> ${
      target
        ? 'has been published, but is not registered yet. Try again in a while.'
        : 'does not exist.'
    }</p>`
  );
}

/** The page of a Binder hub: what it would build, and what it would open. */
function launch(context: IContext): Response {
  const { state, settings, query } = context;
  const doi = context.params[0].replace(/\/+$/, '');
  const target = targetOf(state, settings, doi);
  const shown = escapeHtml(doi);
  if (!target?.registered) {
    return page(
      200,
      'Binder',
      `<h1>Binder</h1><p class="warn" role="alert">Error resolving ref for zenodo:${shown}: HTTP 404: Not Found</p>`
    );
  }
  const { record } = target;
  const { path, file } = launchOf(query);
  const files = [...record.bucket.files.values()];
  const closed =
    record.access.files === 'restricted' ||
    objectOf(record.access.embargo).active === true;
  const only = files.length === 1 && /\.zip$/i.test(files[0].key);
  return page(
    200,
    'Binder',
    `<h1>Binder</h1>
<p>Starting repository <code>zenodo:${shown}</code></p>
${closed ? '<p class="warn" role="alert">The files of this record are not public: a hub cannot build it.</p>' : ''}
<dl><dt>Record</dt><dd><a href="/records/${record.id}">${escapeHtml(String(record.metadata.title ?? ''))}</a></dd>
<dt>Opens</dt><dd id="opens"><code>${escapeHtml(file ?? path)}</code></dd>
<dt>Server path</dt><dd id="path"><code>${escapeHtml(path)}</code></dd></dl>
<h2>Contents</h2><p>${only ? 'One archive, which is unpacked:' : 'These files, as they are:'}</p>
<ul>${files
      .map(
        one =>
          `<li>${escapeHtml(one.key)} <span class="muted">${sizeText(one.bytes?.size ?? 0)}</span></li>`
      )
      .join('')}</ul>`
  );
}

/** A badge of two words. */
function badge(left: string, right: string): Response {
  const width = (text: string): number => 10 + 7 * text.length;
  const [a, b] = [width(left), width(right)];
  const word = (text: string, x: number): string =>
    `<text x="${x}" y="15" fill="#010101" fill-opacity=".3">${escapeHtml(text)}</text>` +
    `<text x="${x}" y="14">${escapeHtml(text)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20">
<rect width="${a + b}" height="20" rx="3" fill="#555"/>
<rect x="${a}" width="${b}" height="20" rx="3" fill="#007ec6"/>
<g fill="#fff" text-anchor="middle" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" font-size="11">
${word(left, a / 2)}${word(right, a + b / 2)}
</g></svg>
`;
  return new Response(svg, {
    status: 200,
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      ETag: `"${left}-${Buffer.from(right).toString('hex')}"`
    }
  });
}
