/** CORS as flask-cors does it with Zenodo's settings: on `/api` only. */

const EXPOSED =
  'Content-Type, ETag, Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset';
const METHODS = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

/**
 * Headers for an answer under `/api`. `Retry-After` is not exposed to pages,
 * and there is neither `Vary` nor `Max-Age` (FINDINGS 41).
 */
export function corsHeaders(request: Request): Record<string, string> {
  const headers: Record<string, string> = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED
  };
  const method = request.headers.get('Access-Control-Request-Method');
  if (request.method === 'OPTIONS' && method) {
    headers['Access-Control-Allow-Methods'] = METHODS;
    const asked = request.headers.get('Access-Control-Request-Headers');
    if (asked) {
      headers['Access-Control-Allow-Headers'] = asked
        .split(',')
        .map(name => name.trim())
        .sort()
        .join(', ');
    }
  }
  return headers;
}
