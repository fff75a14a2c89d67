/*
 * The server of files, as Jupyter's: streams files of a folder, lists a big
 * tree that is not on disk, and takes an archive.
 *
 *   /…              the page's scripts
 *   /files/PATH     a file of the material
 *   /list/FOLDER    the entries of a folder of the tree, as JSON
 *   /small/PATH     a file of the tree
 *   POST /archive   keep the body
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { smallFile } from './smallFile.mjs';
import { listFolder } from './tree.mjs';

const folder = process.argv[2];

const html = '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>'; // prettier-ignore

/** A file of a folder; nothing outside it. */
async function sendFile(response, base, name, type) {
  const file = path.resolve(folder, base, name);
  if (!file.startsWith(path.join(folder, base) + path.sep)) {
    response.writeHead(403).end();
    return;
  }
  response.setHeader('Content-Type', type);
  await pipeline(createReadStream(file), response);
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const [, first, ...rest] = decodeURIComponent(pathname).split('/');
  const name = rest.join('/');
  // Files are read as they are, every time.
  response.setHeader('Cache-Control', 'no-store');
  if (request.method === 'POST' && first === 'archive') {
    await pipeline(request, createWriteStream(path.join(folder, 'sent.zip')));
    response.end();
  } else if (first === '') {
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  } else if (first === 'files') {
    await sendFile(response, 'files', name, 'application/octet-stream');
  } else if (first === 'list') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(listFolder(name)));
  } else if (first === 'small') {
    response.end(smallFile(name));
  } else if (first.endsWith('.js')) {
    await sendFile(response, 'page', first, 'text/javascript');
  } else {
    response.writeHead(404).end();
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch(error => {
    // A page that was closed in the middle is no accident.
    if (!response.headersSent) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500);
    }
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
