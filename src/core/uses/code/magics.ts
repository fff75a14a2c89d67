/** IPython's magics: what each one needs, reads or makes. */
import { IMagicNote, Note } from './note';
import { commandsOf, shellNotes } from './shell';

/* They come with IPython. */
const OWN_EXTENSIONS = new Set(['autoreload', 'storemagic', 'cythonmagic', 'rmagic', 'octavemagic', 'sympyprinting', 'parallelmagic']); // prettier-ignore

/* Magics of packages that are loaded elsewhere, as by a profile. */
const FROM_PACKAGES: Readonly<Record<string, string>> = {
  R: 'rpy2',
  Rpush: 'rpy2',
  Rpull: 'rpy2',
  cython: 'Cython',
  mprun: 'memory_profiler',
  memit: 'memory_profiler',
  lprun: 'line_profiler',
  snakeviz: 'snakeviz',
  julia: 'julia',
  octave: 'oct2py'
};

/* Where matplotlib draws: what that needs. */
const BACKENDS: Readonly<Record<string, readonly string[]>> = {
  widget: ['ipympl', 'ipywidgets'],
  ipympl: ['ipympl', 'ipywidgets']
};

/** What a line magic says, in other notes. */
export function magicNotes(magic: IMagicNote): Note[] {
  const { name, rest, at } = magic;
  const first = (commandsOf(rest)[0] ?? []).filter(word => !/^-[^/]*$/.test(word)); // prettier-ignore
  const imported = (modules: readonly string[]): Note[] =>
    modules.map(module => ({ type: 'import', language: 'python', name: module, level: 0, members: [], optional: false, at })); // prettier-ignore
  const path = (role: 'read' | 'run' | 'write' | 'move', text = ''): Note[] =>
    text ? [{ type: 'path', role, text, anchor: 'working', sure: 'high', at }] : []; // prettier-ignore
  switch (name) {
    case 'load_ext':
    case 'reload_ext': {
      const module = /^[\w.]+$/.exec(first[0] ?? '')?.[0] ?? '';
      return imported(module && !OWN_EXTENSIONS.has(module) ? [module] : []);
    }
    case 'matplotlib':
      return imported(['matplotlib', ...(BACKENDS[first[0] ?? ''] ?? [])]);
    case 'pylab':
      return imported(['matplotlib', 'numpy']);
    case 'pip':
    case 'conda':
    case 'mamba':
    case 'micromamba':
      return shellNotes(`${name} ${rest}`, at);
    case 'uv':
      return shellNotes(`uv ${rest}`, at);
    case 'sx':
    case 'system':
      return shellNotes(rest, at);
    case 'run':
    case 'runfile':
      return path('run', scriptOf(first[0]));
    case 'load':
    case 'loadpy':
    case 'pycat':
      return path('read', first[0]);
    case 'cd':
      return path('move', first[0]);
    case 'save':
    case 'logstart':
      return path('write', first[0]);
    default:
      return imported(FROM_PACKAGES[name] ? [FROM_PACKAGES[name]] : []);
  }
}

/** `%run x` may leave the ending out. */
function scriptOf(name: string | undefined): string {
  return !name || /\.\w+$/.test(name) ? (name ?? '') : `${name}.py`;
}
