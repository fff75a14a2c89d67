/**
 * What befalls requests between the page and any site, real or simulated: the
 * browser itself sends them, and the site itself answers.
 */
import type { CDPSession, Page } from '@playwright/test';

/** Which requests. */
export interface IMeant {
  readonly method: string;
  /** Matches the path of the address. */
  readonly path: RegExp;
}

/** Lose the first answer to such a request: the site has done it, the page never hears of it. */
export async function loseAnswer(
  page: Page,
  meant: IMeant
): Promise<{ readonly count: number }> {
  const lost = { count: 0 };
  await whenPaused(page, 'Response', async (cdp, requestId, isMeant) => {
    if (isMeant(meant) && lost.count === 0) {
      lost.count++;
      await cdp.send('Fetch.failRequest', {
        requestId,
        errorReason: 'ConnectionReset'
      });
    } else {
      await cdp.send('Fetch.continueRequest', { requestId });
    }
  });
  return lost;
}

/** Hold such requests back. @returns a promise of the first one, and what ends it */
export async function holdBack(
  page: Page,
  meant: IMeant
): Promise<{ readonly first: Promise<void>; end(): Promise<void> }> {
  let tell = (): void => undefined;
  const first = new Promise<void>(resolve => {
    tell = resolve;
  });
  const cdp = await whenPaused(
    page,
    'Request',
    async (session, requestId, isMeant) => {
      if (isMeant(meant)) {
        tell();
      } else {
        await session.send('Fetch.continueRequest', { requestId });
      }
    }
  );
  return { first, end: () => cdp.detach() };
}

type Handle = (
  cdp: CDPSession,
  requestId: string,
  isMeant: (meant: IMeant) => boolean
) => Promise<void>;

async function whenPaused(
  page: Page,
  requestStage: 'Request' | 'Response',
  handle: Handle
): Promise<CDPSession> {
  // Playwright's own routes lose the body of an upload.
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    handle(
      cdp,
      requestId,
      ({ method, path }) =>
        request.method === method && path.test(new URL(request.url).pathname)
    ).catch(() => {
      // The page went away meanwhile, and the request with it.
    });
  });
  await cdp.send('Fetch.enable', {
    patterns: [{ urlPattern: '*/api/records*', requestStage }]
  });
  return cdp;
}
