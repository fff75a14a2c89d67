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
 * - conda's own list (`conda-meta`) is joined by the files: its names differ.
 * - No path of the computer is answered, only paths relative to the folder.
 */
export const pythonProbe = String.raw`
import importlib.machinery, importlib.util as iu
import json, os, platform, re, site, sys, sysconfig, urllib.parse, urllib.request
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
    dists, tops, inside, projects = {}, {}, {}, []
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
                projects.append((key, folder(origin.get('url', ''))))
        except Exception:
            continue
    return dists, tops, inside, projects

def read_conda():
    home = os.path.join(sys.prefix, 'conda-meta')
    infos, tops, packages = {}, {}, {}
    if not os.path.isdir(home):
        return infos, tops, packages
    for file in sorted(os.listdir(home)):
        if not file.endswith('.json'):
            continue
        try:
            with open(os.path.join(home, file), encoding='utf-8') as stream:
                meta = json.load(stream)
            name = meta['name']
            packages[name] = {'name': name, 'version': meta['version'], 'channel': meta.get('channel') or ''}
            for path in meta.get('files') or ():
                parts = path.replace('\\', '/').split('/')
                if 'site-packages' not in parts:
                    continue
                rest = parts[parts.index('site-packages') + 1:]
                if rest[0].endswith(('.dist-info', '.egg-info')):
                    infos.setdefault(rest[0], name)
                else:
                    top = rest[0] if len(rest) > 1 else module(rest[0])
                    if top:
                        tops.setdefault(top, set()).add(name)
        except Exception:
            continue
    return infos, tops, packages

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

def find(name, dists, tops, inside, projects, conda):
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
        keys = [key for key, parent in projects if within(real, parent)]
    shared = len(keys) > 1 and (spec is None or spec.origin in (None, 'namespace'))
    if keys:
        return {'kind': 'shared' if shared else 'installed', 'distributions': keys}
    if spec is None:
        return {'kind': 'missing'}
    if not below and conda[1].get(top):
        return {'kind': 'conda', 'distributions': sorted(conda[1][top])}
    return {'kind': 'local', 'below': below}

def near(url):
    path = folder(url)
    if path is None or not os.path.isdir(path):
        return None
    try:
        return os.path.relpath(path, os.path.realpath(os.getcwd())).replace('\\', '/')
    except ValueError:
        return None

def requires(dist):
    found = set()
    for line in dist.requires or ():
        name = re.match(r'[A-Za-z0-9._-]+', line)
        if name and not re.search(r';.*\bextra\b', line):
            found.add(normal(name.group()))
    return sorted(found)

def describe(dist, conda):
    origin = direct(dist)
    home = getattr(dist, '_path', None)
    return {'name': dist.metadata['Name'], 'version': dist.version,
            'installer': text(dist, 'INSTALLER').strip(), 'direct_url': origin,
            'requires': requires(dist), 'folder': near((origin or {}).get('url', '')),
            'user': bool(home) and within(os.path.realpath(str(home)), os.path.realpath(site.getusersitepackages())),
            'conda': conda[2].get(conda[0].get(os.path.basename(str(home))))}

def capture(question):
    found, conda = read(), read_conda()
    modules = {name: find(name, *found, conda) for name in question['modules']}
    used = {key for m in modules.values() if m['kind'] != 'conda' for key in m.get('distributions', ())}
    used.update(key for key in question['distributions'] if key in found[0])
    own = {key for m in modules.values() if m['kind'] == 'conda' for key in m['distributions']}
    return {'python': '%d.%d' % sys.version_info[:2], 'full': platform.python_version(),
            'implementation': platform.python_implementation(), 'platform': sys.platform,
            'conda': os.path.isdir(os.path.join(sys.prefix, 'conda-meta')),
            'modules': modules,
            'distributions': {key: describe(found[0][key], conda) for key in sorted(used)},
            'conda_packages': {key: conda[2][key] for key in sorted(own)}}

try:
    result = json.dumps(capture(json.loads(QUESTION)))
except Exception as error:
    result = json.dumps({'error': '%s: %s' % (type(error).__name__, error)})
`;
