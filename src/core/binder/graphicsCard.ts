/** PyTorch for the processor instead of a graphics card, which Binder does not have. */
import { normalizedName } from './distributionName';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { lineEndOf } from './bundleText';
import { applyEdits, IListItem } from './listItem';
import { readRequirement } from './requirementLine';

/* Of PyPI each of them brings 2 GB for a graphics card. Source: pytorch.org, "Start Locally". */
const TORCH = ['torch', 'torchvision', 'torchaudio'];

const OPTION = '--extra-index-url https://download.pytorch.org/whl/cpu';

/** Whether an address is that of PyTorch's wheels for the processor. */
export function isProcessorIndex(option: string): boolean {
  return /download\.pytorch\.org\/whl\/cpu\/?$/.test(option);
}

/** What to say of PyTorch in a requirements.txt. */
export function graphicsFindings(
  path: string,
  before: string,
  items: readonly IListItem[],
  trans: ITranslator
): IFinding[] {
  const lines = items.map(item => ({ item, line: readRequirement(item.text) }));
  const torch = lines.find(
    ({ line }) =>
      line.kind === 'named' && TORCH.includes(normalizedName(line.name))
  );
  const hasIndex = lines.some(
    ({ line }) =>
      line.kind === 'option' && /index-url|find-links|^-[if]/.test(line.value)
  );
  if (!torch || hasIndex) {
    return [];
  }
  const { start } = torch.item.removable ?? torch.item;
  const text = `${OPTION}${lineEndOf(before)}`;
  const after = applyEdits(before, [{ start, end: start, text }]);
  return [
    {
      id: 'binder.graphics-card',
      severity: 'warning',
      section: 'environment',
      message: trans.__(
        '%1 installs PyTorch with 2 GB for a graphics card, which Binder does not have; it often has no room for that.',
        path
      ),
      place: { path, line: torch.item.line },
      excerpt: torch.item.text.slice(0, 80),
      ...(after === null
        ? {}
        : {
            fixes: [
              {
                label: trans.__('Install it for the processor'),
                fix: { kind: 'write-file', path, before, after }
              }
            ]
          })
    }
  ];
}
