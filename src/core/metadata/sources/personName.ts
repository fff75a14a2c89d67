/** Parts of the name of a person. */
export interface IPersonName {
  readonly familyName: string;
  readonly givenName: string;
}

/** What belongs to the family name that follows it. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van der den de di da dos das du del della la le von vom zu zum zur ter ten te bin ibn al el d' af av".split(
    ' '
  )
);

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|phd|ph\.d\.)$/i;

/** Words that organisations have in their names, and persons have not. */
const ORGANISATION =
  /(?:^|[^\p{L}])(?:universit\p{L}*|institut\p{L}*|teams?|consortium|collaboration|groups?|laborator\p{L}*|labs?|projects?|gmbh|inc|ltd|developers?|contributors?|authors|foundation|association|society|agency|centre|center|department|council|committee|organi[sz]ation|network|community|ministry|maintainers)(?![\p{L}])/iu;

/** Names longer than this (UTF-16 units) are none, and stay whole. */
const LONGEST = 300;

/** Whether a name is probably that of an organisation. */
export function looksLikeOrganisation(name: string): boolean {
  return name.length <= LONGEST && ORGANISATION.test(name);
}

/**
 * The parts of a person's name that is written in one piece. It is a guess
 * where it holds no comma; what cannot be parted is a family name, which the
 * server demands.
 *
 * Source: metadata crosswalk 4.2.
 */
export function personName(written: string): IPersonName {
  const name = written.replace(/\s+/g, ' ').trim();
  const whole = { familyName: name, givenName: '' };
  if (name.length > LONGEST) {
    return whole;
  }
  const parts = name
    .split(',')
    .map(part => part.trim())
    .filter(part => part);
  const last = parts[parts.length - 1] ?? '';
  if (parts.length === 3) {
    const [family, second, third] = parts;
    if (SUFFIX.test(third)) {
      return { familyName: `${family} ${third}`, givenName: second };
    }
    if (SUFFIX.test(second)) {
      return { familyName: `${family} ${second}`, givenName: third };
    }
  }
  if (parts.length === 2) {
    return SUFFIX.test(last)
      ? withSuffix(personName(parts[0]), last)
      : { familyName: parts[0], givenName: parts[1] };
  }
  return parts.length > 2 ? whole : inWords(name.replace(/^,|,$/g, '').trim());
}

function withSuffix(name: IPersonName, suffix: string): IPersonName {
  return { ...name, familyName: `${name.familyName} ${suffix}` };
}

function inWords(name: string): IPersonName {
  const words = name.split(' ');
  const last = words[words.length - 1];
  if (words.length > 2 && SUFFIX.test(last)) {
    return withSuffix(inWords(words.slice(0, -1).join(' ')), last);
  }
  const isLoud = (word: string) =>
    /^[\p{Lu}'’-]{3,}$/u.test(word) && !SUFFIX.test(word);
  const loud = words.filter(isLoud);
  if (loud.length > 0 && loud.length < words.length) {
    return {
      familyName: loud.join(' '),
      givenName: words.filter(word => !isLoud(word)).join(' ')
    };
  }
  let first = words.length - 1;
  while (first > 1 && PARTICLES.has(words[first - 1])) {
    first--;
  }
  // Without a given name, particles and all are the family's.
  if (first === 1 && PARTICLES.has(words[0])) {
    first = 0;
  }
  return {
    familyName: words.slice(first).join(' '),
    givenName: words.slice(0, first).join(' ')
  };
}
