/**
 * Protection against forged requests. It is skipped for a valid token; any
 * cookie without one is refused (FINDINGS 42).
 */

import { randomToken } from './state';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** The cookies of a request. */
export function cookiesOf(request: Request): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) {
      cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
    }
  }
  return cookies;
}

/** The message that refuses a request, or null. */
export function forged(request: Request): string | null {
  const cookies = cookiesOf(request);
  if (SAFE.includes(request.method) || !cookies.size) {
    return null;
  }
  const cookie = cookies.get('csrftoken');
  if (!cookie) {
    return 'CSRF cookie not set.';
  }
  return request.headers.get('X-CSRFToken') === cookie
    ? null
    : 'CSRF token missing or incorrect.';
}

/** The cookie that an answer sets, or null. */
export function csrfCookie(request: Request): string | null {
  return SAFE.includes(request.method) || cookiesOf(request).has('csrftoken')
    ? null
    : `csrftoken=${randomToken().slice(0, 32)}; Path=/; SameSite=Lax`;
}
