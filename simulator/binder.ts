/** What a Binder hub makes of a launch link. */

/** Where the launched server opens. */
export interface ILaunch {
  /** The path on the server, as a browser would ask for it. */
  path: string;
  /** The file or folder that this shows, decoded, or null. */
  file: string | null;
}

/**
 * Decode a launch link's query as binderhub-client's `spec.js` does:
 * `urlpath` is decoded once by the query and then resolved as an address, so
 * that `#` and `?` in a name end the path unless they were encoded twice.
 */
export function launchOf(query: URLSearchParams): ILaunch {
  const urlpath =
    query.get('urlpath') ??
    legacy('doc/tree/', query.get('labpath')) ??
    legacy('tree/', query.get('filepath')) ??
    '';
  const path = new URL(urlpath, 'http://server/').pathname;
  const match =
    /^\/(?:(?:lab|doc)\/)?(?:workspaces\/[^/]+\/)?(?:tree|notebooks|edit)\/(.+)$/.exec(
      path
    );
  return { path, file: match ? decoded(match[1]) : null };
}

function legacy(prefix: string, path: string | null): string | null {
  return path === null ? null : prefix + encodeURI(path.replace(/^\//, ''));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
