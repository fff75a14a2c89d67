import type { IDocumentWidget } from '@jupyterlab/docregistry';
import { NotebookPanel } from '@jupyterlab/notebook';

/** Go to a cell of a notebook once it is open; other documents stay as they are. */
export async function showCell(
  widget: IDocumentWidget,
  cell: number
): Promise<void> {
  if (!(widget instanceof NotebookPanel)) {
    return;
  }
  await widget.context.ready;
  await widget.revealed;
  const { content } = widget;
  if (cell < content.widgets.length) {
    content.deselectAll();
    content.activeCellIndex = cell;
    await content.scrollToItem(cell, 'center');
  }
}
