/**
 * What is run in a Python kernel: a function that finds, for each module, the
 * installed distribution it comes from. Written for Python 3.8 and later.
 *
 * - Nothing is imported but the standard library: `find_spec` of a top-level
 *   name looks and does not load.
 * - `packages_distributions()` exists since 3.10 and knows neither editable
 *   installs (python/importlib_metadata#402) nor all modules of older wheels,
 *   so the map is made here from `top_level.txt` and the list of files, and
 *   editable installs are found by the folder that `direct_url.json` names.
 * - The same distribution may lie on `sys.path` twice: the first one counts,
 *   as it does for `import`.
 */
const probe = String.raw`
import importlib.machinery, importlib.util as iu
import json, os, platform, re, sys, sysconfig, urllib.parse, urllib.request
try:
    import importlib.metadata as im
except ImportError:
    im = None

def normal(name):
    return re.sub(r'[-_.]+', '-', name).lower()

def text(dist, name):
    try:
        return dist.read_text(name) or ''
    except Exception:
        return ''

def direct(dist):
    try:
        return json.loads(text(dist, 'direct_url.json') or 'null')
    except ValueError:
        return None

def folder(url):
    parts = urllib.parse.urlparse(url)
    if parts.scheme != 'file':
        return None
    return os.path.realpath(urllib.request.url2pathname(parts.path))

suffixes = sorted(importlib.machinery.all_suffixes(), key=len, reverse=True)

def module(path):
    for suffix in suffixes:
        if path.endswith(suffix):
            return path[:-len(suffix)]
    return None

def modules(dist):
    found = set()
    for file in dist.files or ():
        path = str(file).replace('\\', '/')
        if path.startswith('..') or path.startswith('/'):
            continue
        name = module(path)
        if name is not None:
            found.add(name)
    return found

def read():
    dists, tops, inside, editable = {}, {}, {}, []
    for dist in im.distributions():
        try:
            name = dist.metadata['Name']
            if not name or normal(name) in dists:
                continue
            key = normal(name)
            dists[key] = dist
            inside[key] = modules(dist)
            names = {path.split('/')[0] for path in inside[key]}
            names.update(text(dist, 'top_level.txt').split())
            for top in names:
                tops.setdefault(top, []).append(key)
            origin = direct(dist) or {}
            if (origin.get('dir_info') or {}).get('editable'):
                editable.append((key, folder(origin.get('url', ''))))
        except Exception:
            continue
    return dists, tops, inside, editable

def is_standard(top, spec):
    known = getattr(sys, 'stdlib_module_names', None)
    if top in sys.builtin_module_names or (known and top in known):
        return True
    if known or spec is None:
        return False
    origin = spec.origin or ''
    if origin in ('built-in', 'frozen'):
        return True
    paths = sysconfig.get_paths()
    return 'site-packages' not in origin and 'dist-packages' not in origin and any(
        origin.startswith(paths[name] + os.sep) for name in ('stdlib', 'platstdlib'))

def within(path, parent):
    return bool(parent) and (path == parent or path.startswith(parent + os.sep))

def find(name, dists, tops, inside, editable):
    top = name.split('.')[0]
    try:
        spec = iu.find_spec(top)
    except Exception:
        spec = None
    if is_standard(top, spec):
        return {'kind': 'standard'}
    keys = sorted(set(tops.get(top, ())))
    parts = name.split('.')
    for length in range(len(parts), 1, -1):
        path = '/'.join(parts[:length])
        narrow = [key for key in keys if any(
            file == path or file.startswith(path + '/') for file in inside[key])]
        if narrow:
            keys = narrow
            break
    origin = None
    if spec is not None:
        places = list(spec.submodule_search_locations or ())
        origin = spec.origin if spec.origin and os.path.exists(spec.origin) else (places[0] if places else None)
    real = os.path.realpath(origin) if origin else ''
    below = bool(real) and within(real, os.path.realpath(os.getcwd())) and not re.search(r'[\\/](site|dist)-packages[\\/]', real)
    if real and (below or not keys):
        keys = [key for key, parent in editable if within(real, parent)]
    shared = len(keys) > 1 and (spec is None or spec.origin in (None, 'namespace'))
    if keys:
        return {'kind': 'shared' if shared else 'installed', 'distributions': keys}
    if spec is None:
        return {'kind': 'missing'}
    return {'kind': 'local', 'below': below}

def describe(dist):
    return {'name': dist.metadata['Name'], 'version': dist.version,
            'installer': text(dist, 'INSTALLER').strip(), 'direct_url': direct(dist)}

def capture(names):
    found = read()
    modules = {name: find(name, *found) for name in names}
    used = sorted({key for m in modules.values() for key in m.get('distributions', ())})
    return {'python': '%d.%d' % sys.version_info[:2], 'full': platform.python_version(),
            'implementation': platform.python_implementation(), 'platform': sys.platform,
            'conda': os.path.isdir(os.path.join(sys.prefix, 'conda-meta')),
            'modules': modules, 'distributions': {key: describe(found[0][key]) for key in used}}

try:
    result = json.dumps(capture(json.loads(NAMES)))
except Exception as error:
    result = json.dumps({'error': '%s: %s' % (type(error).__name__, error)})
`;

/**
 * One Python expression whose value is a string of JSON. It leaves nothing
 * behind in the user's namespace: all names live in a dictionary of their own.
 */
export function captureExpression(modules: readonly string[]): string {
  const names = asciiJson(asciiJson(modules));
  return `(lambda ns: (exec(${asciiJson(probe)}, ns), ns['result'])[1])({'NAMES': ${names}})`;
}

/** JSON in ASCII; of a string, it is a literal of Python, too. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
