/** All rules, in the order in which they are believed where several find the same. */
import { addressRules } from './addressRules';
import { contextRules } from './contextRules';
import { envDump } from './envDump';
import { formRules } from './formRules';
import { jwt } from './jwt';
import { keywordRule } from './keywordRule';
import { ownToken } from './ownToken';
import { privateKey } from './privateKey';
import { IRule } from './rule';

/**
 * The rules for a scan.
 *
 * @param token - the token with which the user is signed in, if so.
 */
export function secretRules(token?: string): IRule[] {
  const own = token === undefined ? null : ownToken(token);
  return [
    ...(own ? [own] : []),
    privateKey,
    ...formRules,
    ...contextRules,
    ...addressRules,
    jwt,
    keywordRule,
    envDump()
  ];
}
