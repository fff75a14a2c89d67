import { Clipboard } from '@jupyterlab/apputils';

/**
 * Copy text. JupyterLab's own way, because the browser's clipboard API is
 * missing where Jupyter is served over plain HTTP. Only in answer to a click
 * or a key.
 */
export function copyToClipboard(text: string): void {
  Clipboard.copyToSystem(text);
}
