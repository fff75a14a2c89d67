import { ITranslator } from '../../text';
import { KernelAnswerError } from '../kernel';

/** An object of JSON, of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * Read a kernel's answer as an object.
 *
 * @throws KernelAnswerError
 */
export function readAnswer(text: string, trans: ITranslator): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notSaid(trans, cause);
  }
  const answer = jsonObject(value);
  if (typeof answer.error === 'string') {
    throw notSaid(trans, answer.error.slice(0, 500));
  }
  return answer;
}

/** The kernel did not answer what it was asked. */
export function notSaid(
  trans: ITranslator,
  cause?: unknown
): KernelAnswerError {
  return new KernelAnswerError(
    trans.__('The kernel did not say what is installed in it.'),
    { cause }
  );
}

/** A value as an object; an empty one where it is none. */
export function jsonObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** A value as objects; none where it is no list. */
export function jsonObjects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(jsonObject) : [];
}

/** A value as text; '' where it is none. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
