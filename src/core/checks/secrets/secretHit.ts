/** What a scan tells: plain data, without any secret's value, fit to be posted by a worker. */
import { Level, Remark, RuleId } from './rule';
import { Where } from './textPiece';

/** A secret that was found, or a file that could not be looked through. */
export interface ISecretHit {
  readonly rule: RuleId;
  readonly level: Level;
  readonly remark?: Remark;
  /** Relative to the bundle's root. */
  readonly path: string;
  readonly where: Where;
  /** Zero-based index of a notebook's cell. */
  readonly cell?: number;
  /** One-based line of a text file, of the first occurrence. */
  readonly line?: number;
  /** The value with all but a few characters left out. */
  readonly masked: string;
  /** By what it is known again (see `SecretKeys`). */
  readonly key: string;
  /** How often it stands in this cell or file. */
  readonly count: number;
  /** Whether `maskBytes` can take it out of the copy. */
  readonly canMask: boolean;
}

/** What a scan has to know; plain data. */
export interface IScanOptions {
  /** For the keys: random, the user's own, kept beside what is accepted. */
  readonly salt: string;
  /** The token with which the user is signed in. */
  readonly token?: string;
}

/**
 * A value with its first four and last three characters, fewer of a shorter
 * one: never more than two fifths of it, nothing of what is shorter than 8.
 */
export function maskedValue(value: string): string {
  const clean = value.replace(/[^\x21-\x7e]/g, '·');
  const [first, last] =
    value.length >= 20
      ? [4, 3]
      : value.length >= 12
        ? [2, 1]
        : value.length >= 8
          ? [1, 0]
          : [0, 0];
  return `${clean.slice(0, first)}…${last ? clean.slice(-last) : ''}`;
}
