/** Packages that exist for one operating system, and what stands for them on Linux. */

/** A system, as `sys_platform` names it (PEP 508). */
export type OtherSystem = 'win32' | 'darwin';

/** A package that is of no use on Linux. */
export interface IPlatformPackage {
  readonly system: OtherSystem;
  /** On Linux its installation fails; else it does nothing there. */
  readonly fails: boolean;
}

const onWindows = { system: 'win32', fails: true } as const;
const onMac = { system: 'darwin', fails: true } as const;

/* By normalised names (PEP 503). Those on PyPI without a wheel for Linux or all systems fail. */
const PIP: Readonly<Record<string, IPlatformPackage>> = {
  pywin32: onWindows,
  pypiwin32: onWindows,
  pywinpty: onWindows,
  'windows-curses': onWindows,
  wmi: onWindows,
  'tensorflow-metal': onMac,
  appnope: { system: 'darwin', fails: false }
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

/* Names that cannot be installed from PyPI for Linux, and the ones that can. */
const INSTEAD: Readonly<Record<string, string>> = {
  'tensorflow-macos': 'tensorflow',
  'tensorflow-intel': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  sklearn: 'scikit-learn',
  pil: 'pillow'
};

function own<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : null;
}

/** What is known of a package of PyPI, by its normalised name. */
export function pipPlatform(name: string): IPlatformPackage | null {
  return name.startsWith('pyobjc') ? onMac : own(PIP, name);
}

/** What is known of a package of conda, by its normalised name. */
export function condaPlatform(name: string): IPlatformPackage | null {
  return /^(?:m2w64|msys2)-/.test(name) ? onWindows : own(CONDA, name);
}

/** The package of PyPI that stands for another one on Linux, by normalised names. */
export function pipInstead(name: string): string | null {
  return own(INSTEAD, name);
}
