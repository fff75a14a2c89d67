/**
 * Packages that exist for one operating system, or need a graphics card or a
 * screen, and what stands for them on Binder (Linux x86-64, without those).
 */
import { normalizedName } from './distributionName';

/** A system, as `sys_platform` names it (PEP 508). */
export type OtherSystem = 'win32' | 'darwin';

/** A package that is of no use on Linux. */
export interface IPlatformPackage {
  readonly system: OtherSystem;
  /** On Linux its installation fails; else it does nothing there. */
  readonly fails: boolean;
}

/** A package that is of no use on Binder. */
interface IElsewhere {
  /** Its installation fails there. */
  readonly fails: boolean;
  /** For what is of use on one system only, and has nothing to stand for it. */
  readonly system?: OtherSystem;
  /** The package that does the same. */
  readonly instead?: string;
  /** Its versions are not those of the package that stands for it. */
  readonly hasOwnVersions?: boolean;
  /** Its import needs libGL, which Binder's image does not have. */
  readonly needsScreen?: boolean;
}

const onWindows = { system: 'win32', fails: true } as const;
const onMac = { system: 'darwin', fails: true } as const;

/* By normalised names (PEP 503). Those on PyPI without a wheel for Linux or all systems fail. */
const PIP: Readonly<Record<string, IElsewhere>> = {
  appnope: { system: 'darwin', fails: false },
  'faiss-gpu': { instead: 'faiss-cpu', fails: false },
  'jax-metal': onMac,
  'onnxruntime-directml': { instead: 'onnxruntime', fails: true },
  'onnxruntime-gpu': { instead: 'onnxruntime', fails: false },
  'onnxruntime-silicon': { instead: 'onnxruntime', fails: true },
  'opencv-contrib-python': {
    instead: 'opencv-contrib-python-headless',
    fails: false,
    needsScreen: true
  },
  'opencv-python': {
    instead: 'opencv-python-headless',
    fails: false,
    needsScreen: true
  },
  'paddlepaddle-gpu': { instead: 'paddlepaddle', fails: false },
  pypiwin32: onWindows,
  pyreadline: { system: 'win32', fails: false },
  pyreadline3: { system: 'win32', fails: false },
  pywin32: onWindows,
  'pywin32-ctypes': { system: 'win32', fails: false },
  pywinpty: onWindows,
  'tensorflow-cpu-aws': { instead: 'tensorflow', fails: true },
  'tensorflow-directml': {
    instead: 'tensorflow',
    fails: true,
    hasOwnVersions: true
  },
  'tensorflow-gpu': { instead: 'tensorflow', fails: true },
  'tensorflow-intel': { instead: 'tensorflow', fails: true },
  'tensorflow-macos': { instead: 'tensorflow', fails: true },
  'tensorflow-metal': onMac,
  'triton-windows': onWindows,
  'windows-curses': onWindows,
  wmi: onWindows
};

/* What has many names. The libraries for graphics cards install, and do nothing. */
const FAMILIES: readonly (readonly [RegExp, IElsewhere])[] = [
  [/^pyobjc(?:-|$)/, onMac],
  [/^nvidia-.+-cu\d+$/, { fails: false }],
  [/^jax-cuda\d+-/, { fails: false }]
];

/* Names under which PyPI has nothing, or a page that says so in versions of its own. */
const MISNAMED: Readonly<Record<string, string>> = {
  sklearn: 'scikit-learn',
  pil: 'pillow'
};

const CONDA: Readonly<Record<string, IPlatformPackage>> = {
  pywin32: onWindows,
  pywinpty: onWindows,
  winpty: onWindows,
  vc: onWindows,
  'vc14-runtime': onWindows,
  'vs2015-runtime': onWindows,
  vcomp14: onWindows,
  ucrt: onWindows,
  menuinst: onWindows,
  'win-inet-pton': onWindows,
  wincertstore: onWindows,
  'console-shortcut': onWindows,
  'powershell-shortcut': onWindows,
  appnope: onMac,
  'python-app': onMac
};

function own<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : null;
}

function elsewhere(name: string): IElsewhere | null {
  const key = normalizedName(name);
  return FAMILIES.find(([names]) => names.test(key))?.[1] ?? own(PIP, key);
}

/** What is known of a package of PyPI that is of use on one other system only. */
export function pipPlatform(name: string): IPlatformPackage | null {
  const { system, fails = false } = elsewhere(name) ?? {};
  return system ? { system, fails } : null;
}

/** What is known of a package of conda, by its normalised name. */
export function condaPlatform(name: string): IPlatformPackage | null {
  return /^(?:m2w64|msys2)-/.test(name) ? onWindows : own(CONDA, name);
}

/** The package of PyPI to ask for in the place of one that cannot be installed on Linux. */
export function pipInstead(
  name: string
): { readonly name: string; readonly hasSameVersions: boolean } | null {
  const meant = own(MISNAMED, normalizedName(name));
  if (meant !== null) {
    return { name: meant, hasSameVersions: false };
  }
  const { instead, fails, hasOwnVersions = false } = elsewhere(name) ?? {};
  return instead && fails
    ? { name: instead, hasSameVersions: !hasOwnVersions }
    : null;
}

/**
 * What stands for an installed package on Binder: its name there, null where
 * there is nothing, undefined where it is the same.
 */
export function standIn(name: string): string | null | undefined {
  const known = elsewhere(name);
  return known ? (known.instead ?? null) : undefined;
}

/** OpenCV's wheels with windows: they need libGL, which Binder's image does not have. */
export function needsScreen(name: string): boolean {
  return elsewhere(name)?.needsScreen ?? false;
}
