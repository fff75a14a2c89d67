/** Parts of a request. */

/** The token of a request: `Bearer` in any case, or in the query. */
export function tokenOf(request: Request, url: URL): string | null {
  const header = request.headers.get('Authorization') ?? '';
  return (
    /^bearer\s+(\S+)$/i.exec(header)?.[1] ??
    url.searchParams.get('access_token')
  );
}

/** The path, decoded as far as it can be. */
export function decodePath(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** The same request with another body. */
export function withBody(
  request: Request,
  body: ReadableStream<Uint8Array> | null
): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    body,
    duplex: 'half'
  };
  return new Request(request.url, init);
}
