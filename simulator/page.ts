/** The frame of the simulator's pages. */

import { escapeHtml, html } from './http';

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;color:#1a1a2e;background:#f4f5f7;margin:0}
header{background:#1b4f8f;color:#fff;padding:.7rem 1.5rem}header a{color:#fff;text-decoration:none;font-weight:600}
header small{opacity:.85;margin-left:.75rem}
main{max-width:52rem;margin:1.5rem auto;background:#fff;padding:1.5rem 2rem;border-radius:8px;box-shadow:0 1px 4px #0002}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0 .6rem}h2{font-size:1.05rem;margin:1.4rem 0 .4rem;border-bottom:1px solid #dde}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #e6e8ee;vertical-align:top}
.tag{display:inline-block;background:#e5eefb;color:#1b4f8f;border-radius:4px;padding:0 .5rem;margin-right:.4rem;font-size:.85rem}
.warn{background:#fff4d6;border-left:4px solid #d99a00;padding:.5rem .8rem}
.button{display:inline-block;background:#1b4f8f;color:#fff;border:0;border-radius:4px;padding:.45rem 1rem;font:inherit;text-decoration:none;cursor:pointer;margin-right:.5rem}
.muted{color:#5a6072}code{background:#eef0f4;padding:.1rem .3rem;border-radius:3px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}`;

/** A page; `body` is HTML already, `title` is not. */
export function page(
  status: number,
  title: string,
  body: string,
  headers: Record<string, string> = {}
): Response {
  return html(
    status,
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width">
<style>${STYLE}</style></head>
<body><header><a href="/">Zenodo</a><small>a simulation on this machine: nothing here is public</small></header>
<main>${body}</main></body>
</html>
`,
    {
      // Nothing that an author wrote can run here.
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action *",
      ...headers
    }
  );
}

/** A size for people. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit ? size.toFixed(1) : size} ${units[unit]}`;
}
