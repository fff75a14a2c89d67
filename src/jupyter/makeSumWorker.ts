/**
 * Start a worker that computes sums. JupyterLab's builder knows these very
 * words, and puts the worker into a file of its own.
 *
 * Alone in its file, and to be loaded with `import()`: where there are no
 * modules (in Jest), `import.meta` alone is an error.
 */
export function makeSumWorker(): Worker {
  return new Worker(new URL('./sumWorker.js', import.meta.url));
}
