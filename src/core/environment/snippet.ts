import { pythonProbe } from './pythonProbe';

/** What a Python kernel is asked. */
export interface IQuestion {
  /** Dotted names of modules. */
  readonly modules: readonly string[];
  /** Normalised names of distributions that are described where they are installed. */
  readonly distributions?: readonly string[];
}

/**
 * One Python expression whose value is a string of JSON. It leaves nothing
 * behind in the user's namespace: all names live in a dictionary of their own.
 * `exec` is looked up where the user cannot have given it another meaning.
 */
export function captureExpression(question: IQuestion): string {
  const { modules, distributions = [] } = question;
  const text = asciiJson(asciiJson({ modules, distributions }));
  const run = `__import__('builtins').exec(${asciiJson(pythonProbe)}, ns)`;
  return `(lambda ns: (${run}, ns['result'])[1])({'QUESTION': ${text}})`;
}

/** JSON in ASCII; of a string, it is a literal of Python, too. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
