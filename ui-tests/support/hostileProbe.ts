/** Notices whether anything that a server sent became more than text in a page. */
import type { Page } from '@playwright/test';

/** Where a hostile site would like to send the page. */
const elsewhere = 'https://elsewhere.example';

/** Markup and script that leaves whatever it stands in; each part tells when it lives. */
export const hostileText = [
  '</textarea></title></p>"\'>',
  '<img data-hostile src=x onerror="window.__hostile(\'image\')">',
  `<img data-hostile src="${elsewhere}/image.png">`,
  '<svg data-hostile onload="window.__hostile(\'svg\')"></svg>',
  "<script data-hostile>window.__hostile('script')</script>",
  `<iframe data-hostile src="${elsewhere}/frame"></iframe>`,
  '<a data-hostile href="javascript:window.__hostile(1)">x</a>',
  '[x](javascript:window.__hostile(2)) **<b data-hostile>**',
  '&lt;b data-hostile&gt;'
].join(' ');

/** Links that must not become any. */
export const hostileLinks = [
  "javascript:window.__hostile('link')//https://zenodo.org",
  `data:text/html,<script>window.__hostile('data')</script>`,
  `${elsewhere}/link`
];

/** The page's window, as the probe finds things out in it. */
interface IWatched {
  __hostile(what: string): void;
  __hostileFound: string[];
}

/** What a page did that it must not do. */
export class HostileProbe {
  /**
   * Watch a page that was not loaded yet.
   *
   * @param origins - of JupyterLab and the site: no other is asked for anything
   */
  static async on(
    page: Page,
    origins: readonly string[]
  ): Promise<HostileProbe> {
    const probe = new HostileProbe(page);
    const note = (what: string) => probe._found.add(what);
    page.on('dialog', dialog => {
      note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', popup => note(`window: ${popup.url()}`));
    page.on('request', request => {
      const { protocol, origin } = new URL(request.url());
      if (/^(http|ws)/.test(protocol) && !origins.includes(origin)) {
        note(`request: ${request.url()}`);
      }
      if (request.isNavigationRequest() && probe._isLoaded) {
        note(`navigation: ${request.url()}`);
      }
    });
    await page.route(`${elsewhere}/**`, route => route.abort());
    await page.addInitScript(() => {
      const found: string[] = [];
      const watched = window as unknown as IWatched;
      watched.__hostileFound = found;
      watched.__hostile = what => found.push(`ran: ${what}`);
      const marked =
        '[data-hostile], a[href^="javascript:" i], a[href^="data:" i]';
      document.addEventListener('securitypolicyviolation', event =>
        found.push(`refused by policy: ${event.blockedURI}`)
      );
      // Also what was there for a moment only.
      new MutationObserver(changes => {
        for (const { addedNodes, target } of changes) {
          for (const node of [target, ...addedNodes]) {
            const all =
              node instanceof Element
                ? [node, ...node.querySelectorAll(marked)]
                : [];
            for (const one of all.filter(one => one.matches(marked))) {
              found.push(`element: ${one.tagName}`);
            }
          }
        }
      }).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['href', 'data-hostile']
      });
    });
    return probe;
  }

  private constructor(private readonly _page: Page) {}

  /** The page is there: it goes nowhere else from now on. */
  loaded(): void {
    this._isLoaded = true;
  }

  /** All that was noticed so far, each once; [] where all was text. */
  async found(): Promise<string[]> {
    const within = await this._page.evaluate(
      () => (window as unknown as IWatched).__hostileFound
    );
    return [...new Set([...this._found, ...within])].sort();
  }

  private readonly _found = new Set<string>();
  private _isLoaded = false;
}
