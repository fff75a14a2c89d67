/* What runs in the page, packed from our TypeScript. */
import esbuild from 'esbuild';

import { at } from '../../scripts/lib/paths.mjs';

const common = {
  bundle: true,
  target: 'es2022',
  // As the extension is packed. To keep names would cost each closure time.
  minify: true,
  logLevel: 'warning'
};

/** Write the page's scripts into a folder. */
export async function buildPage(outdir) {
  await esbuild.build({
    ...common,
    entryPoints: [at('bench/page/page.ts')],
    format: 'esm',
    splitting: true,
    outdir
  });
  await esbuild.build({
    ...common,
    // Where the extension looks for its workers: beside the script that asks for them.
    entryPoints: {
      sumWorker: at('src/jupyter/sumWorker.ts'),
      secretWorker: at('src/jupyter/secretWorker.ts'),
      rulesWorker: at('bench/page/rulesWorker.ts'),
      secretlintWorker: at('bench/page/secretlintWorker.ts')
    },
    format: 'iife',
    // One function of it, `basename`, is all that secretlint uses.
    alias: { 'node:path': at('bench/page/path.ts') },
    outdir
  });
}
