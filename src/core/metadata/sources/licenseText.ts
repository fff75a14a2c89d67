import type { ITranslator } from '../../text';
import { licenseById } from './licenses';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import { wellFormed } from './sourceNode';

/** How a licence's text is known: by phrases, and by its length in words. */
interface ISign {
  /** Ids of the site; several where the text is the same and something else decides. */
  readonly ids: readonly string[];
  /** In small letters, without punctuation. All of them are in the text. */
  readonly phrases: readonly string[];
  /** None of them is. */
  readonly without?: readonly string[];
  /** Least and most words, lines of copyright aside: more is another licence, or two. */
  readonly words: readonly [least: number, most: number];
}

const MIT_GRANT =
  'permission is hereby granted free of charge to any person obtaining a copy';
const MIT_NOTICE = 'the above copyright notice and this permission notice';
const BSD_GRANT =
  'redistribution and use in source and binary forms with or without modification are permitted';
const BSD_NAMES =
  'may be used to endorse or promote products derived from this software without specific prior written permission';
const BSD_ADVERTISING = 'all advertising materials mentioning features';
const CC = 'creative commons attribution';
const ISC_GRANT =
  'permission to use copy modify and or distribute this software for any purpose with or without fee is hereby granted';
const CLAUSE = 'commons clause';

const SIGNS: readonly ISign[] = [
  { ids: ['mit'], phrases: [MIT_GRANT, MIT_NOTICE, 'the software is provided as is'], without: ['for good not evil', 'except as contained in this notice', CLAUSE], words: [145, 185] },
  { ids: ['mit-0'], phrases: [MIT_GRANT, 'the software is provided as is'], without: [MIT_NOTICE, CLAUSE], words: [110, 150] },
  { ids: ['bsd-3-clause'], phrases: [BSD_GRANT, BSD_NAMES], without: [BSD_ADVERTISING, 'patent', CLAUSE], words: [195, 235] },
  { ids: ['bsd-2-clause'], phrases: [BSD_GRANT, 'redistributions in binary form must reproduce'], without: [BSD_NAMES, 'endorse', BSD_ADVERTISING, 'patent', 'the views and conclusions contained', CLAUSE], words: [160, 195] },
  { ids: ['isc'], phrases: [ISC_GRANT, 'provided that the above copyright notice and this permission notice appear in all copies'], without: [CLAUSE], words: [95, 125] },
  { ids: ['0bsd'], phrases: [ISC_GRANT], without: ['this permission notice', CLAUSE], words: [75, 105] },
  { ids: ['apache-2.0'], phrases: ['apache license version 2 0 january 2004', 'terms and conditions for use reproduction and distribution', 'end of terms and conditions'], without: [CLAUSE], words: [1380, 1620] },
  { ids: ['mpl-2.0'], phrases: ['mozilla public license version 2 0', 'exhibit a source code form license notice'], words: [2300, 2550] },
  { ids: ['epl-2.0'], phrases: ['eclipse public license v 2 0', 'requirements'], words: [2050, 2350] },
  { ids: ['unlicense'], phrases: ['this is free and unencumbered software released into the public domain'], words: [170, 220] },
  { ids: ['cc0-1.0'], phrases: ['cc0 1 0 universal', 'statement of purpose', 'public license fallback'], words: [950, 1150] },
  { ids: ['cc-by-4.0'], phrases: [`${CC} 4 0 international public license`], without: ['noncommercial', 'sharealike', 'noderivatives'], words: [2300, 2750] },
  { ids: ['cc-by-sa-4.0'], phrases: [`${CC} sharealike 4 0 international public license`], without: ['noncommercial'], words: [2500, 3000] },
  { ids: ['cc-by-nc-4.0'], phrases: [`${CC} noncommercial 4 0 international public license`], without: ['sharealike'], words: [2350, 2900] },
  { ids: ['bsl-1.0'], phrases: ['boost software license version 1 0 august 17th 2003'], words: [190, 240] },
  { ids: ['artistic-2.0'], phrases: ['the artistic license 2 0'], words: [1250, 1600] },
  { ids: ['gpl-3.0-or-later', 'gpl-3.0-only'], phrases: ['gnu general public license version 3 29 june 2007', 'end of terms and conditions'], words: [5300, 5800] },
  { ids: ['gpl-2.0-or-later', 'gpl-2.0-only'], phrases: ['gnu general public license version 2 june 1991', 'end of terms and conditions'], words: [2700, 3100] },
  { ids: ['agpl-3.0-or-later', 'agpl-3.0-only'], phrases: ['gnu affero general public license version 3 19 november 2007', 'end of terms and conditions'], words: [5200, 5800] },
  { ids: ['lgpl-3.0-or-later', 'lgpl-3.0-only'], phrases: ['gnu lesser general public license version 3 29 june 2007'], words: [1100, 1350] },
  { ids: ['lgpl-2.1-or-later', 'lgpl-2.1-only'], phrases: ['gnu lesser general public license version 2 1 february 1999', 'end of terms and conditions'], words: [4100, 4500] }
]; // prettier-ignore

/** No licence's text is longer (UTF-16 units). */
const LONGEST = 100_000;

/** Lines that are others in each copy; the licences themselves speak of copyright, too. */
const COPYRIGHT =
  /^\W{0,10}(?:copyright\s*(?:\(c\)|©|:|\d|[<[{])|\(c\)|©|all rights reserved)/i;

/** Letters and digits of the text in small letters, one blank between words. */
function normalised(text: string): string {
  return text
    .split(/\r?\n/)
    .filter(line => !COPYRIGHT.test(line.trim()))
    .join('\n')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}

/**
 * Which licence a text is, word for word but for names and years; none where
 * that is not sure. Of GNU's licences the text does not say whether later
 * versions may be chosen, too: both are given.
 */
export function recogniseLicense(text: string): readonly string[] {
  const words = text.length > LONGEST ? '' : normalised(text);
  const count = words.split(' ').length;
  const found = SIGNS.filter(
    ({ phrases, without, words: [least, most] }) =>
      count >= least &&
      count <= most &&
      phrases.every(phrase => words.includes(phrase)) &&
      !without?.some(phrase => words.includes(phrase))
  );
  return found.length === 1 ? found[0].ids : [];
}

/** The first line that says whose copyright it is; '' where it is left to be filled in, or another's. */
function copyrightIn(text: string): string {
  for (const written of text.split(/\r?\n/)) {
    const line = written.trim();
    if (
      /^copyright\s+(?:\(c\)|©)?\s*(?:\d{4})/i.test(line) &&
      line.length <= 200 &&
      !/free software foundation|[<[{]/i.test(line)
    ) {
      return wellFormed(line.replace(/\s*all rights reserved\.?$/i, ''));
    }
  }
  return '';
}

/**
 * What a licence's text says. Which of two it is, and the copyright, are
 * offered only.
 */
export function readLicenseText(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const ids = recogniseLicense(text);
  const copyright = copyrightIn(text);
  const licenses = ids.map(licenseById);
  if (ids.length === 0 && text.trim()) {
    findings.add(
      'license-text',
      'info',
      trans.__(
        'The license in %1 was not recognised for certain. Choose it yourself.',
        path
      )
    );
  }
  if (ids.length > 1) {
    findings.add(
      'license-later',
      'info',
      trans.__(
        '%1 does not say whether later versions of the license may be chosen, too: %2 or %3. Choose one.',
        path,
        ids[0],
        ids[1]
      )
    );
  }
  return {
    values: ids.length === 1 ? { licenses } : {},
    offers: {
      ...(ids.length > 1 && { licenses: licenses.slice(0, 1) }),
      ...(copyright && { copyright })
    },
    findings: findings.all
  };
}
