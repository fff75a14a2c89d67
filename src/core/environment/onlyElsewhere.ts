import { normalizedName } from '../binder/distributionName';

/**
 * Distributions that exist for one operating system or need a graphics card,
 * and what stands for them on Binder (Linux x86-64, without one); null =
 * nothing does. Their own pages on PyPI say so.
 */
const others: Readonly<Record<string, string | null>> = {
  appnope: null,
  'faiss-gpu': 'faiss-cpu',
  'jax-metal': null,
  'onnxruntime-directml': 'onnxruntime',
  'onnxruntime-gpu': 'onnxruntime',
  'onnxruntime-silicon': 'onnxruntime',
  'opencv-contrib-python': 'opencv-contrib-python-headless',
  'opencv-python': 'opencv-python-headless',
  'paddlepaddle-gpu': 'paddlepaddle',
  pypiwin32: null,
  pyreadline: null,
  pyreadline3: null,
  pywin32: null,
  'pywin32-ctypes': null,
  pywinpty: null,
  'tensorflow-cpu-aws': 'tensorflow',
  'tensorflow-directml': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'tensorflow-intel': 'tensorflow',
  'tensorflow-macos': 'tensorflow',
  'tensorflow-metal': null,
  'triton-windows': null,
  'windows-curses': null,
  wmi: null
};

const nothing = [/^pyobjc(-|$)/, /^nvidia-.+-cu\d+$/, /^jax-cuda\d+-/];

/**
 * What stands for a distribution on Binder: its name there, null where there is
 * nothing, undefined where it is the same.
 */
export function standIn(name: string): string | null | undefined {
  const key = normalizedName(name);
  if (nothing.some(pattern => pattern.test(key))) {
    return null;
  }
  return Object.prototype.hasOwnProperty.call(others, key)
    ? others[key]
    : undefined;
}

/** OpenCV's wheels with windows: they need libGL, which Binder's image does not have. */
export function needsScreen(name: string): boolean {
  return /^opencv-(contrib-)?python$/.test(normalizedName(name));
}
