/** Secrets without a form of their own, known by a name close before them. */
import { alphanumeric, hexadecimal, InRun, runAfter } from './boundary';
import { isMadeUp, isPlaceholder } from './placeholder';
import { entropy } from './randomness';
import { IMatch, IRule } from './rule';

/* What is named so between the two is public. */
const PUBLIC =
  /md5|sha|hash|checksum|digest|commit|revision|etag|version|uuid|run[ _-]?id/i;

const allKinds = (value: string) =>
  /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);

/** A run of characters of exactly one length, shortly after a name. */
function runFinder(options: {
  readonly within: number;
  readonly length: number;
  readonly inRun: InRun;
  readonly least: number;
  readonly check?: (value: string) => boolean;
}): IRule['find'] {
  const { within, length, inRun, least, check } = options;
  return (text, at, keyword) => {
    const from = at + keyword;
    const run = runAfter(text, from, within, length, inRun);
    if (!run || PUBLIC.test(text.slice(from, run.start))) {
      return null;
    }
    const value = text.slice(run.start, run.end);
    return entropy(value) >= least && check?.(value) !== false ? run : null;
  };
}

/** Zenodo's tokens have no prefix: 60 letters and digits. */
const zenodo: IRule = {
  id: 'zenodo',
  level: 'stop',
  keywords: [
    'zenodo',
    'access token',
    'access_token',
    'access-token',
    'accesstoken',
    'deposit'
  ],
  find: runFinder({
    within: 40,
    length: 60,
    inRun: alphanumeric,
    least: 3.8,
    // Sequences come in lines of 60, too, but in one case.
    check: allKinds
  })
};

const wandb: IRule = {
  id: 'wandb',
  level: 'stop',
  keywords: ['wandb'],
  find: runFinder({
    within: 30,
    length: 40,
    inRun: hexadecimal,
    least: 2.8
  })
};

const kaggleNamed = runFinder({
  within: 30,
  length: 32,
  inRun: hexadecimal,
  least: 2.8
});

const KAGGLE_KEY =
  /\\{0,3}["']key\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["']([a-f0-9]{32})\\{0,3}["']/y;

const kaggle: IRule = {
  id: 'kaggle',
  level: 'stop',
  keywords: ['kaggle', '"key', "'key"],
  find: (text, at, length, context) => {
    if (length > 4) {
      return kaggleNamed(text, at, length, context);
    }
    KAGGLE_KEY.lastIndex = at;
    const match = KAGGLE_KEY.exec(text);
    if (!match || !/username/.test(text.slice(Math.max(0, at - 100), at))) {
      return null;
    }
    return valueIn(at, match);
  }
};

/** Where the first group of a match stands; it occurs only once in the match. */
function valueIn(at: number, match: RegExpExecArray): IMatch {
  const start = at + match[0].lastIndexOf(match[1]);
  return { start, end: start + match[1].length };
}

const AWS_SECRET =
  /[\w .-]{0,20}\\{0,3}["']?\]?\s{0,8}(?:=>|[=:]|<-)\s{0,8}[a-z]{0,2}\\{0,3}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/y;

const awsSecret: IRule = {
  id: 'aws-secret',
  level: 'stop',
  keywords: [
    'aws_secret',
    'awssecret',
    'aws-secret',
    'aws secret',
    'aws.secret',
    'aws_sk',
    'secret_access_key',
    'secretaccesskey'
  ],
  find: (text, at, length) => {
    AWS_SECRET.lastIndex = at + length;
    const match = AWS_SECRET.exec(text);
    return match && !isMadeUp(match[1]) && entropy(match[1]) >= 3.8
      ? valueIn(at + length, match)
      : null;
  }
};

const KEY_ID =
  /private_key_id\\{0,3}["']\s{0,4}[:=]\s{0,4}\\{0,3}["']([a-f0-9]{40})\\{0,3}["']/y;

/** A Google service account's file, by the key's number in it. */
const googleAccount: IRule = {
  id: 'google-sa',
  level: 'stop',
  keywords: ['private_key_id'],
  find: (text, at) => {
    KEY_ID.lastIndex = at;
    const match = KEY_ID.exec(text);
    return match && entropy(match[1]) >= 2.8 ? valueIn(at, match) : null;
  }
};

const HEADER =
  /\\{0,3}["'`]?\]?\s{0,4}(?:=>|[:=,])\s{0,4}[a-z]{0,2}\\{0,3}["'`]?(?:Bearer|Basic|token)[ +]{1,4}([\w.~+/=-]{20,4096})/iy;

const authHeader: IRule = {
  id: 'auth-header',
  level: 'stop',
  keywords: ['authorization'],
  guessable: true,
  find: (text, at, length) => {
    HEADER.lastIndex = at + length;
    const match = HEADER.exec(text);
    const value = match?.[1];
    if (
      !match ||
      value === undefined ||
      isPlaceholder(value) ||
      entropy(value) < 2.8 ||
      !/\d/.test(value)
    ) {
      return null;
    }
    return valueIn(at + length, match);
  }
};

/** In the order in which they are believed. */
export const contextRules: readonly IRule[] = [
  zenodo,
  awsSecret,
  googleAccount,
  wandb,
  kaggle,
  authHeader
];
