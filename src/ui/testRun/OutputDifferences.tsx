import type { INotebookComparison } from '../../core/testRun/outputs/compareNotebooks';
import type { ITranslator } from '../../core/text';
export function OutputDifferences(_: {
  comparison: INotebookComparison;
  trans: ITranslator;
  onShowCell: (cell: number) => void;
}): JSX.Element | null {
  return null;
}
