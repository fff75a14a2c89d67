/*
 * `node staticSite.mjs FOLDER PORT`: the files of a folder under /lite/, and
 * nothing else. As some hosts of static pages do, it has no 404: whatever is
 * not there is answered with the first page, 200.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const [folder, port] = process.argv.slice(2);
const prefix = '/lite/';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm'
};

/** The file that an address names; null where there is none. */
function fileOf(url) {
  const { pathname } = new URL(url, 'http://static');
  if (!pathname.startsWith(prefix)) {
    return null;
  }
  const inside = decodeURIComponent(pathname.slice(prefix.length));
  const file = path.join(
    folder,
    inside,
    inside.endsWith('/') ? 'index.html' : ''
  );
  const isOurs = file.startsWith(folder + path.sep);
  const isFile = isOurs && statSync(file, { throwIfNoEntry: false })?.isFile();
  return isFile ? file : null;
}

createServer((request, response) => {
  const file = fileOf(request.url) ?? path.join(folder, 'index.html');
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, {
    'Content-Type': type,
    'Cache-Control': 'no-cache'
  });
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1');
