/** A site that answers with markup and script in every text, and with links that nobody may follow. */
import type { Page, Route } from '@playwright/test';

import type { ITestSite } from '../fixtures';
import { hostileLinks, hostileText } from './hostileProbe';

/**
 * What code knows by heart, or goes back to the site as it came: it stays, or
 * nothing would be shown at all. In answers about drafts, the keys of files too,
 * and the texts that were sent: the publication would stop at another draft.
 */
const asIs =
  /^(?:id|status|type|created|updated|expires_at|started_at|scheme|schemes|checksum|mimetype|version_id|bucket_id|file_id|storage_class|publication_date|resource_type|record|files|visibility|submission_policy|record_submission_policy|member_policy|review_policy|permission|token|identifier|default_preview|topic|receiver|created_by|slug|user|community|format|tags|orcid|field|code|language|pids|date|access)$/;

interface IPoison {
  readonly isDraft: boolean;
}

/** The same answer with something hostile in every text. */
function poisoned(value: unknown, how: IPoison, name = ''): unknown {
  if (typeof value === 'string') {
    return asIs.test(name) ? value : `${value} ${hostileText}`;
  }
  if (Array.isArray(value)) {
    return value.map(one => poisoned(one, how, name));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const isLinks = name === 'links' || name === 'actions';
  return Object.fromEntries(
    Object.entries(value).map(([key, one], at) => {
      if (isLinks && typeof one === 'string') {
        return [key, hostileLinks[at % hostileLinks.length]];
      }
      if (name === 'related_identifiers' && key === 'identifier') {
        return [key, hostileLinks[0]];
      }
      const isSent = ['metadata', 'custom_fields', 'key', 'entries'];
      return [
        key,
        how.isDraft && isSent.includes(key) ? one : poisoned(one, how, key)
      ];
    })
  );
}

/** Let the site of a page be hostile from now on. What the page sends is not touched. */
export async function makeHostile(page: Page, site: ITestSite): Promise<void> {
  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const response = await route.fetch();
    const type = response.headers()['content-type'] ?? '';
    if (/json/.test(type)) {
      const isDraft =
        /\/draft(\/|$)/.test(pathname) ||
        (request.method() === 'POST' && /\/records$/.test(pathname));
      const json = poisoned(await response.json(), { isDraft });
      await route.fulfill({ response, json });
    } else if (/^text\//.test(type)) {
      const body = `${await response.text()} ${hostileText}`;
      await route.fulfill({ response, body });
    } else {
      await route.fulfill({ response });
    }
  };
  await page.route(`${site.url}/api/**`, answer);
}
