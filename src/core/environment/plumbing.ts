import { normalizedName } from '../binder/distributionName';

/**
 * What Binder brings by itself for the kernel and the interface (repo2docker,
 * `buildpacks/conda/environment.yml`, with what that takes along). Another
 * version of it can break the interface, so it is listed only when it is
 * imported, and never missed.
 */
const names = new Set(
  `
comm debugpy ipykernel ipython ipywidgets jedi jupyter jupyter-client
jupyter-console jupyter-core jupyter-events jupyter-lsp jupyter-server
jupyter-server-terminals jupyterhub jupyterlab jupyterlab-pygments
jupyterlab-server jupyterlab-widgets matplotlib-inline nbclassic nbclient
nbconvert nbformat notebook notebook-shim pip prompt-toolkit pygments pyzmq
setuptools tornado traitlets wheel widgetsnbextension
`
    .trim()
    .split(/\s+/)
);

/** Whether a distribution belongs to the kernel and the interface. */
export function isPlumbing(name: string): boolean {
  return names.has(normalizedName(name));
}
