/** The saved state of interactive widgets. */
import { WIDGET_STATE } from '../notebook/copyEdits';
import { isJsonObject } from '../notebook/notebook';
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { excerptOf } from './excerpt';
import { jsonSize } from './outputText';

/** Bytes from which the state is a burden. */
const LARGE = 5_000_000;

/** Widget models that are looked at for their version. */
const MODELS = 1_000;

/** A saved widget state: large, and tied to one version of ipywidgets. */
export function widgetStateCheck(trans: ITranslator): ICheck {
  const title = trans.__('Saved state of widgets');
  const facts = { id: 'widget-state', version: 1, title, budget: 1_000 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    const { widgets } = notebook.metadata;
    const saved = isJsonObject(widgets) ? widgets[WIDGET_STATE] : undefined;
    if (saved === undefined) {
      return;
    }
    const bytes = yield* jsonSize(saved);
    const state = isJsonObject(saved) ? saved.state : undefined;
    const size = (bytes / 1_000_000).toFixed(1);
    const version = isJsonObject(state) ? controlsVersion(state) : null;
    yield {
      id: 'notebook.widget-state',
      severity: isJsonObject(state) && bytes <= LARGE ? 'info' : 'warning',
      section: 'contents',
      message: !isJsonObject(state)
        ? trans.__(
            'The saved state of the widgets is not in the usual form (Colab writes it so). Previews of the notebook may fail.'
          )
        : version === null
          ? trans.__(
              'The notebook holds %1 MB of saved widgets. They work only where the notebook runs.',
              size
            )
          : trans.__(
              'The notebook holds %1 MB of saved widgets, made with ipywidgets %2. Other versions may not show them.',
              size,
              version
            ),
      place: { path },
      excerpt: excerptOf(WIDGET_STATE),
      fixes: [
        {
          label: trans.__('Leave it out of the published copy'),
          fix: { kind: 'edit-copy', path, edit: { kind: 'drop-widget-state' } }
        }
      ],
      about: JSON.stringify([path, size])
    };
  });
}

/**
 * The major version of ipywidgets that made a state: its package of controls
 * is 1.x in ipywidgets 7 and 2.x in ipywidgets 8.
 */
function controlsVersion(state: Record<string, unknown>): string | null {
  let seen = 0;
  for (const id in state) {
    const model = state[id];
    if (
      isJsonObject(model) &&
      model.model_module === '@jupyter-widgets/controls' &&
      typeof model.model_module_version === 'string'
    ) {
      const major = /^\D?([12])\./.exec(model.model_module_version)?.[1];
      return major ? (major === '1' ? '7' : '8') : null;
    }
    if (++seen === MODELS) {
      break;
    }
  }
  return null;
}
