import type { ITranslator } from '../../core/text';
import type { INotebookResult } from '../../session/testRun/testRunState';

/** What became of a notebook, in words that follow its name. */
export function outcomeText(
  { run, outputs, comparison, findings }: INotebookResult,
  trans: ITranslator
): string {
  const { outcome, cell, error } = run;
  switch (outcome) {
    case 'ran':
      return outputsText(outputs, comparison?.counts.different ?? 0, trans);
    case 'error':
      return cell === null
        ? trans.__('stopped: %1', error?.name ?? '')
        : trans.__('stopped at cell %1: %2', cell + 1, error?.name ?? '');
    case 'cell-timeout':
      return cell === null
        ? trans.__(
            'stopped: a cell took longer than the time limit for one cell'
          )
        : trans.__(
            'stopped: cell %1 took longer than the time limit for one cell',
            cell + 1
          );
    case 'timeout':
      return trans.__('stopped: the time limit for all notebooks was over');
    case 'memory':
      return trans.__('stopped: it took too much memory');
    case 'died':
      return trans.__('stopped: its kernel ended by itself');
    case 'no-kernel':
      return trans.__('was not run: there is no kernel for its language');
    case 'unreadable':
      return trans.__('was not run: it is not a notebook that can be read');
    case 'waiting':
    case 'running':
      return findings.length > 0
        ? trans.__('was not run to its end')
        : trans.__('was not run');
  }
}

function outputsText(
  outputs: INotebookResult['outputs'],
  different: number,
  trans: ITranslator
): string {
  switch (outputs) {
    case 'same':
      return trans.__('ran to the end, same outputs');
    case 'alike':
      return trans.__(
        'ran to the end, same outputs but for times, addresses and the like'
      );
    case 'different':
      return different > 0
        ? trans._n(
            'ran to the end, the outputs of %1 cell differ',
            'ran to the end, the outputs of %1 cells differ',
            different
          )
        : trans.__('ran to the end, outputs differ');
    case 'none':
      return trans.__('ran to the end; it has no stored outputs to compare');
    case null:
      return trans.__('ran to the end');
  }
}
