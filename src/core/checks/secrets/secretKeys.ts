/** By what a secret is known again, without keeping it. */
import { argon2id, sha256 } from 'hash-wasm';

import { IRule, RuleId } from './rule';

/* What OWASP's cheat sheet on storing passwords asks of Argon2id, in its variant with less memory. */
const SLOWLY = {
  parallelism: 1,
  iterations: 4,
  memorySize: 9216,
  hashLength: 32
};

/** Makes keys. */
export interface ISecretKeys {
  /** The key of a value that a rule has found, in hexadecimal. */
  key(
    rule: Pick<IRule, 'guessable'> & { readonly id: RuleId },
    value: string
  ): Promise<string>;
}

/**
 * Makes keys: hashes of a rule's name and a value, with a salt.
 *
 * A vendor's token has so much chance in it that nobody can try all, so one
 * SHA-256 hides it. A password can be guessed: someone who has the key and the
 * salt could hash a dictionary. So values that people think of are hashed by
 * Argon2id, which makes each guess cost as much as a key here (tens of
 * milliseconds and 9 MB), and the salt makes sure that no table made before,
 * or for somebody else, helps.
 */
export class SecretKeys implements ISecretKeys {
  private readonly _known = new Map<string, Promise<string>>();

  /**
   * @param salt - random, the user's own, at least 16 characters; kept beside
   * what is accepted. With another salt nothing is known again.
   */
  constructor(private readonly _salt: string) {}

  key(
    rule: Pick<IRule, 'guessable'> & { readonly id: RuleId },
    value: string
  ): Promise<string> {
    const text = JSON.stringify([rule.id, value]);
    const known = this._known.get(text);
    if (known) {
      return known;
    }
    const key = rule.guessable ? this._slow(text) : this._quick(text);
    this._known.set(text, key);
    return key;
  }

  private _quick(text: string): Promise<string> {
    return sha256(JSON.stringify([this._salt, text]));
  }

  private async _slow(password: string): Promise<string> {
    const salt = await sha256(this._salt);
    return argon2id({ ...SLOWLY, password, salt, outputType: 'hex' });
  }
}
