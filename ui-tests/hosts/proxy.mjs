/*
 * A reverse proxy as it stands before a Jupyter server that shares its host
 * name with others: what is under the prefix is passed on as it is, with the
 * headers that such proxies set; all else is somebody else's, and told on stdout.
 *
 *   node proxy.mjs PORT TARGET-PORT PREFIX
 */
import http from 'node:http';
import net from 'node:net';

const [port, target, prefix] = process.argv.slice(2);

const isOurs = url => url.startsWith(prefix);

function headersOf({ headers, socket }) {
  return {
    ...headers,
    'x-forwarded-for': socket.remoteAddress,
    'x-forwarded-host': headers.host,
    'x-forwarded-port': port,
    'x-forwarded-prefix': prefix.replace(/\/$/, ''),
    'x-forwarded-proto': 'http',
    'x-real-ip': socket.remoteAddress
  };
}

const server = http.createServer((request, response) => {
  const { method, url } = request;
  if (!isOurs(url)) {
    process.stdout.write(`outside: ${method} ${url}\n`);
    response.writeHead(404).end();
    return;
  }
  const onward = http.request(
    {
      port: target,
      host: '127.0.0.1',
      method,
      path: url,
      headers: headersOf(request)
    },
    answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }
  );
  // As proxies answer while the server behind them is not there yet.
  onward.on('error', () => response.writeHead(502).end());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
});

/** Connections of kernels: after the handshake, bytes in both directions. */
server.on('upgrade', (request, socket, head) => {
  const onward = net.connect(Number(target), '127.0.0.1', () => {
    const lines = Object.entries(headersOf(request)).map(
      ([name, value]) => `${name}: ${value}`
    );
    onward.write(
      `GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
    );
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  const end = () => {
    onward.destroy();
    socket.destroy();
  };
  onward.on('error', end);
  socket.on('error', end);
});

server.listen(Number(port), '127.0.0.1');
