import type { IPublicationState } from '../../session/state';
import { complete } from '../../core/metadata/__tests__/complete';
import { validateMetadata } from '../../core/metadata/validate';
import { zenodoSandbox } from '../../core/zenodo/sites';
import { commonLists } from '../../session/lists/lists';
import { finding, write } from './findingsPage';
import { pseudoLocale } from './pseudo';
import { textsOf, unfold, untranslatedIn } from './untranslated';
import { FakeSession, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

/** What the state holds of the user's own and the site's words. */
function dataOf(state: IPublicationState): string[] {
  const { contents, metadata, data, environment } = state;
  return [
    state.selection,
    contents.root,
    contents.entries.map(({ path, reason }) => [path.split('/'), reason]),
    // As a preview shows it, and the lines of a change.
    ['What it does.', 'numpy', 'pyarrow'],
    contents.layouts.map(({ why }) => why),
    [data.defaultTitle, environment.file],
    { ...metadata, lists: null, errors: null },
    state.findings.map(({ message, place, fixes }) => [message, place, fixes]),
    state.publish.outcome,
    state.publish.trouble,
    state.publish.progress,
    state.publish.draft
  ].flatMap(textsOf);
}

/** Words of the panel that did not come from the translator. */
const untranslated = () =>
  untranslatedIn(page.host, dataOf(page.session.state));

const unfoldAll = () => unfold(page.host);

function show(change: (state: IPublicationState) => IPublicationState): void {
  const state = readyState();
  const words: IPublicationState = {
    ...state,
    metadata: {
      ...state.metadata,
      lists: commonLists(pseudoLocale)
    }
  };
  page = new Page(new FakeSession(change(words), pseudoLocale));
}

describe('every string of the panel goes through the translator', () => {
  it('with the form filled in, all unfolded', () => {
    show(state => ({
      ...state,
      metadata: { ...state.metadata, values: complete, origins: {} }
    }));
    unfoldAll();
    expect(page.all('fieldset').length).toBeGreaterThan(20);
    expect(page.host.textContent).toContain('⟦');
    expect(untranslated()).toEqual([]);
  });

  it('with everything wrong, and findings', () => {
    show(state => {
      const values = {
        ...complete,
        title: '',
        publicationDate: '1.1.',
        description: 'https://a.example '.repeat(6) + '🎉🎉🎉🎉',
        creators: complete.creators.map(one => ({
          ...one,
          ...{ familyName: '', name: '', orcid: '1' }
        }))
      };
      const errors = validateMetadata(values, pseudoLocale);
      return {
        ...state,
        asked: true,
        environment: { ...state.environment, accepted: false },
        metadata: { ...state.metadata, values, errors },
        findings: [
          finding('one', { severity: 'error', fixes: [write()] }),
          finding('two', { stops: true }),
          finding('three', { section: 'environment', severity: 'error' })
        ],
        account: {
          ...state.account,
          ...{ status: 'signed-out', refused: '⟦⟧', site: zenodoSandbox }
        }
      };
    });
    unfoldAll();
    expect(untranslated()).toEqual([]);
  });

  it.each(['running', 'stopped', 'uploaded', 'published'] as const)(
    'while it is %s',
    phase => {
      show(state => ({
        ...state,
        phase,
        publish: {
          ...state.publish,
          draft: { id: '9', url: 'https://zenodo.org/9', doi: '10.5281/9' },
          progress:
            phase === 'running'
              ? {
                  ...{ step: 'upload', file: 'a.zip', waiting: null },
                  ...{ doneBytes: 10, totalBytes: 1000, secondsLeft: 70 }
                }
              : null,
          trouble:
            phase === 'stopped'
              ? {
                  ...{ happened: '⟦1⟧', kept: '⟦2⟧', next: '⟦3⟧' },
                  ...{ details: '', actions: ['resume', 'discard'] }
                }
              : null,
          outcome:
            phase === 'published'
              ? {
                  data: null,
                  isReplacement: false,
                  undoUntil: null,
                  proposals: [],
                  doi: '10.5281/zenodo.9',
                  doiUrl: 'https://doi.org/10.5281/zenodo.9',
                  recordUrl: 'https://zenodo.org/records/9',
                  launchUrl: 'https://mybinder.org/9',
                  launchPath: 'a.ipynb',
                  doiResolves: false,
                  badgeMarkdown: '[x](y)',
                  publishedAt: '2026-11-21T12:00:00Z',
                  writtenBack: [
                    { path: 'a.ipynb', done: true, note: '' },
                    { path: 'b.ipynb', done: false, note: '⟦4⟧' }
                  ]
                }
              : null
        }
      }));
      unfoldAll();
      expect(untranslated()).toEqual([]);
    }
  );
});
