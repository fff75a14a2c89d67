import { isJson, type Json, sameValue } from './json';

/** A text in one language, and which. */
function languageOf(value: Json): string | null {
  const names = Object.keys(value);
  return names.length === 1 && typeof value[names[0]] === 'string'
    ? names[0]
    : null;
}

/**
 * A value with what the user changed, and nothing else: where `was` and `now`
 * say the same, the original stays, with all that the form does not know of.
 * A text keeps its language.
 *
 * @param original - as the server has it
 * @param was - what the form makes of the original
 * @param now - what the form makes of what the user left; undefined = nothing
 */
export function overlay(
  original: unknown,
  was: unknown,
  now: unknown
): unknown {
  if (sameValue(was, now)) {
    return original;
  }
  if (!isJson(original) || !isJson(now)) {
    return now;
  }
  const language = languageOf(original);
  if (language !== null && languageOf(now) === 'en') {
    return { [language]: now.en }; // The form sends all texts as English.
  }
  const before = isJson(was) ? was : {};
  const names = new Set([...Object.keys(original), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names]
      .map(name => [name, overlay(original[name], before[name], now[name])])
      .filter(([, value]) => value !== undefined)
  );
}
