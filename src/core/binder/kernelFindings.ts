/** Whether Binder has the kernels that the notebooks ask for. */
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { IBinderDetection } from './judge';
import { kernelPackages } from './languages';
import { INotebookKernel, minorOf } from './options';

/** Which packages the environment has, as far as they can be read. */
export interface IKernelKnowledge {
  /** Normalised names of what conda and pip install. */
  readonly packages: ReadonlySet<string>;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  python: 'Python',
  r: 'R',
  julia: 'Julia'
};

/** How a language is called. */
function languageName(language: string): string {
  return LANGUAGES[language] ?? language;
}

/** A notebook's language in small letters; by its kernel's name where it says none. */
function languageOf({ language, kernelName }: INotebookKernel): string {
  const name = language.trim().toLowerCase();
  if (name !== '') {
    return /^ipython/.test(name) ? 'python' : name;
  }
  return /^ir\d*$/i.test(kernelName)
    ? 'r'
    : (/^(?:julia|python)/i.exec(kernelName)?.[0].toLowerCase() ?? '');
}

/** Findings about the notebooks' kernels and languages in what Binder makes. */
export function kernelFindings(
  notebooks: readonly INotebookKernel[],
  detection: IBinderDetection,
  known: IKernelKnowledge,
  trans: ITranslator
): IFinding[] {
  const all = notebooks.map(one => ({
    ...one,
    language: languageOf(one)
  }));
  return [
    ...missingLanguages(all, detection, known, trans),
    ...differentVersions(all, detection, trans)
  ];
}

function missingLanguages(
  notebooks: readonly INotebookKernel[],
  { kind, file }: IBinderDetection,
  { packages }: IKernelKnowledge,
  trans: ITranslator
): IFinding[] {
  if (kind === 'docker' || kind === 'nix') {
    return [];
  }
  const has = (language: string): boolean =>
    language === '' ||
    kind === null ||
    language === 'python' ||
    language === kind ||
    kernelPackages(language).some(name => packages.has(name)) ||
    // Binder adds the kernel of R by itself to packages of R from conda.
    (kind === 'conda' &&
      language === 'r' &&
      [...packages].some(name => name.startsWith('r-')));
  const languages = [...new Set(notebooks.map(one => one.language))];
  const lacking = languages.filter(language => !has(language));
  const found = lacking.map((language): IFinding => {
    const [first] = notebooks.filter(one => one.language === language);
    return {
      id: 'binder.language',
      severity: 'error',
      section: 'environment',
      message: trans.__(
        '%1 is a notebook for %2, but Binder will have no %2: %3 does not bring it.',
        first.path,
        languageName(language),
        file ?? ''
      ),
      place: { path: first.path },
      excerpt: language.slice(0, 80),
      // What is read from a kernel of R or Julia comes before what is there.
      ...(kind === 'python' && (language === 'r' || language === 'julia')
        ? {
            fixes: [
              { label: trans.__('Read the kernel'), fix: { kind: 'capture' } }
            ]
          }
        : {})
    };
  });
  const named = languages.filter(Boolean);
  return named.length > 1 && (lacking.length > 0 || kind === null)
    ? [...found, mixture(notebooks, named, trans)]
    : found;
}

function mixture(
  notebooks: readonly INotebookKernel[],
  languages: readonly string[],
  trans: ITranslator
): IFinding {
  const shown = languages.map(language => {
    const path = notebooks.find(one => one.language === language)?.path ?? '';
    return `${languageName(language)} (${path})`;
  });
  return {
    id: 'binder.languages',
    severity: 'warning',
    section: 'environment',
    message: trans.__(
      'The notebooks are in different languages: %1. A bundle has one environment; publish them apart, or use an environment that has all of them.',
      shown.join(', ')
    ),
    fixes: languages.map(language => ({
      label: trans.__('Keep the notebooks for %1 only', languageName(language)),
      fix: {
        kind: 'exclude',
        paths: notebooks
          .filter(one => one.language !== language)
          .map(({ path }) => path)
      }
    }))
  };
}

function differentVersions(
  notebooks: readonly INotebookKernel[],
  { pythonVersion }: IBinderDetection,
  trans: ITranslator
): IFinding[] {
  const python = notebooks.filter(
    one => one.language === 'python' && minorOf(one.pythonVersion)
  );
  const first = new Map<string, string>();
  for (const { path, pythonVersion: version } of python) {
    const minor = minorOf(version) ?? '';
    first.set(minor, first.get(minor) ?? path);
  }
  const shown = [...first].map(([version, path]) => `${version} (${path})`).join(', '); // prettier-ignore
  if (first.size > 1) {
    return [
      {
        id: 'binder.python-versions',
        severity: 'warning',
        section: 'environment',
        message: trans.__(
          'The notebooks were last run with different versions of Python: %1. Binder has one for all of them.',
          shown
        )
      }
    ];
  }
  const [only] = first;
  return only && pythonVersion !== undefined && only[0] !== pythonVersion
    ? [
        {
          id: 'binder.python-differs',
          severity: 'warning',
          section: 'environment',
          message: trans.__(
            '%1 was last run with Python %2. Binder will take Python %3.',
            only[1],
            only[0],
            pythonVersion
          ),
          place: { path: only[1] }
        }
      ]
    : [];
}
