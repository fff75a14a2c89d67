import { emptyMetadata } from '../../metadata/empty';
import type { IMetadata } from '../../metadata/model';
import {
  evidencePattern,
  evidenceSentence,
  type INotebookEvidence,
  isWorthTelling,
  type ITestEvidence,
  type OutputVerdict
} from '../evidence';
import { withEvidence } from '../evidenceInDescription';
import type { NotebookOutcome } from '../testRuns';

const ended = Date.UTC(2026, 10, 21, 23, 59);

function notebook(
  outputs: OutputVerdict | null,
  outcome: NotebookOutcome = 'ran'
): INotebookEvidence {
  const path = 'a.ipynb';
  return { path, outcome, outputs, error: '', seconds: 1, peakBytes: 0 };
}

function evidence(
  notebooks: readonly INotebookEvidence[],
  kind: ITestEvidence['kind'] = 'environment'
): ITestEvidence {
  return {
    ...{ stamp: 's', kind, begun: ended, ended, notebooks },
    environment: null
  };
}

describe('the sentence about a test run', () => {
  it.each<[string, readonly INotebookEvidence[]]>([
    [
      'The notebook re-ran in a clean environment on 2026-11-21, outputs unchanged.',
      [notebook('same')]
    ],
    [
      'All 3 notebooks re-ran in a clean environment on 2026-11-21, outputs of 2 unchanged.',
      [notebook('same'), notebook('different'), notebook('alike')]
    ],
    [
      'Both notebooks re-ran in a clean environment on 2026-11-21, outputs differ.',
      [notebook('different'), notebook('none')]
    ],
    [
      'Both notebooks re-ran in a clean environment on 2026-11-21.',
      [notebook('none'), notebook('none')]
    ],
    [
      '1 of 2 notebooks re-ran in a clean environment on 2026-11-21, outputs unchanged.',
      [notebook('same'), notebook(null, 'error')]
    ]
  ])('%s', (sentence, notebooks) => {
    expect(evidenceSentence(evidence(notebooks))).toBe(sentence);
    expect(sentence).toMatch(new RegExp(`^${evidencePattern.source}$`));
  });

  it('says when it was but a fresh kernel', () => {
    expect(evidenceSentence(evidence([notebook('same')], 'kernel'))).toBe(
      'The notebook re-ran in a fresh kernel on 2026-11-21, outputs unchanged.'
    );
  });

  it('is worth telling only where a notebook ran to its end', () => {
    expect(isWorthTelling(evidence([notebook(null, 'error')]))).toBe(false);
    expect(isWorthTelling(evidence([notebook('different')]))).toBe(true);
  });
});

describe('a description', () => {
  const run = evidence([notebook('same')]);
  const sentence = evidenceSentence(run);
  const described = (
    description: string,
    descriptionFormat: IMetadata['descriptionFormat']
  ): IMetadata => ({
    ...emptyMetadata('2026-11-21'),
    description,
    descriptionFormat
  });

  it.each([
    ['text', 'Rivers.', `Rivers.\n\n${sentence}`],
    ['markdown', '# Rivers\n\nMuch.\n', `# Rivers\n\nMuch.\n\n${sentence}`],
    ['html', '<p>Rivers.</p>', `<p>Rivers.</p>\n<p>${sentence}</p>`],
    ['text', '', sentence]
  ] as const)(
    'in %s ends with it, and is without it again',
    (format, before, after) => {
      const told = withEvidence(described(before, format), run);
      expect(told.description).toBe(after);
      expect(withEvidence(told, null).description).toBe(before.trimEnd());
    }
  );

  it('has the last run only', () => {
    const later = evidence([notebook('same'), notebook('different')]);
    const told = withEvidence(described('Rivers.', 'text'), run);
    const again = withEvidence(told, later);
    expect(again.description).toBe(`Rivers.\n\n${evidenceSentence(later)}`);
  });

  it('of which nobody ran anything stays as it is, to the last blank', () => {
    const metadata = described('Rivers re-ran in a circle.  ', 'text');
    expect(withEvidence(metadata, null)).toBe(metadata);
  });

  it('keeps what stands around an old sentence', () => {
    const metadata = described(`One.\n\n${sentence}\n\nTwo.`, 'text');
    expect(withEvidence(metadata, null).description).toBe('One.\n\nTwo.');
  });
});
