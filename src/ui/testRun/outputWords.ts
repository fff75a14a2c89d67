import type { ReasonCode } from '../../core/testRun/outputs/comparison';
import type { ShownOutput } from '../../core/testRun/outputs/shownOutput';
import type { ITranslator } from '../../core/text';

/** What differs, in a few words; '' where what is shown says it. */
export function reasonWords(code: ReasonCode, trans: ITranslator): string {
  switch (code) {
    case 'time':
      return trans.__('times and dates of the run');
    case 'address':
      return trans.__('addresses in memory');
    case 'id':
      return trans.__('ids made by chance');
    case 'path':
      return trans.__('places of files and packages');
    case 'order':
      return trans.__('the order of what has none');
    case 'rounding':
      return trans.__('last digits of computed numbers');
    case 'progress':
      return trans.__('progress bars');
    case 'layout':
      return trans.__('white space');
    case 'style':
      return trans.__('colours and themes');
    case 'picture-bytes':
      return trans.__('how a picture is saved');
    case 'antialiasing':
      return trans.__('faint points of a picture');
    case 'widget':
      return trans.__('the model of a widget');
    case 'traceback':
      return trans.__('where an error came from');
    case 'markup':
      return trans.__('tags around the same text');
    case 'formats':
      return trans.__('forms of the same output');
    case 'number':
      return trans.__('numbers');
    case 'text':
      return trans.__('text');
    case 'picture':
      return trans.__('the picture');
    case 'picture-size':
      return trans.__('the size of the picture');
    case 'data':
      return trans.__('data');
    case 'missing':
      return trans.__('an output is missing');
    case 'extra':
      return trans.__('a new output');
    case 'error':
      return trans.__('an error');
    case 'kind':
      return trans.__('another kind of output');
    case 'uncompared':
      return trans.__('more than could be compared');
  }
}

/** What an output is, above it. */
export function kindWords(output: ShownOutput, trans: ITranslator): string {
  if (output.kind === 'picture') {
    return trans.__('picture');
  }
  if (output.kind === 'other') {
    return output.mime;
  }
  switch (output.what) {
    case 'stderr':
      return trans.__('messages and warnings');
    case 'error':
      return trans.__('error');
    case 'html':
      return trans.__('text of a table or page');
    case 'data':
      return trans.__('data of a chart');
    case 'stdout':
    case 'text':
      return trans.__('text');
  }
}
