import { expect } from '@playwright/test';

import { onHost } from '../host';
import { proxied } from '../servers/proxied';
import { publishStudy } from '../smoke';

const test = onHost(proxied);

test('below a path, behind a reverse proxy, a notebook is published', async ({
  page,
  request,
  host,
  site
}) => {
  await publishStudy({ page, request, host, site });
  // Who asks at the root of the host name asks somebody else.
  expect(host.log()).not.toContain('outside:');
});
