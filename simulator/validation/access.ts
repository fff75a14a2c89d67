/** Who may see what: `access` of a draft (`AccessSchema`). */

import { invalid } from '../http';
import { IJsonObject, Json, objectOf } from '../json';
import { isoDate } from './dates';
import { anything, Errors, Load, object, oneOf, text } from './loader';

/** A wrong value of either key is reported at `access.record`. */
const protection =
  (key: string): Load =>
  (value, _path, errors) =>
    oneOf(
      ['public', 'restricted'],
      `'${key}' must be either 'public' or 'restricted'`
    )(value, 'access.record', errors);

/** Load `access`. Zenodo allows public records only. */
export function loadAccess(
  value: Json | undefined,
  today: string,
  errors: Errors
): IJsonObject {
  const loaded = objectOf(
    value === undefined
      ? {}
      : object({
          fields: {
            record: protection('record'),
            files: protection('files'),
            embargo: object({
              fields: { active: anything, until: isoDate, reason: text() },
              nullable: ['until', 'reason'],
              check(embargo, path, problems) {
                if (problems.within(path)) {
                  return;
                }
                const until = String(embargo.until ?? '');
                if (embargo.active === true && until <= today) {
                  problems.add(
                    `${path}.until`,
                    'Embargo end date must be set to a future date.'
                  );
                } else if (embargo.active === false && until > today) {
                  problems.add(
                    `${path}.until`,
                    'Embargo end date must be unset or in the past.'
                  );
                }
              }
            })
          },
          dumpOnly: ['status']
        })(value, 'access', errors)
  );
  if (loaded.record === 'restricted') {
    throw invalid([
      {
        field: 'access',
        messages: ["You don't have permissions to manage record access."]
      }
    ]);
  }
  const embargo = objectOf(loaded.embargo);
  return {
    record: 'public',
    files: loaded.files ?? 'public',
    embargo:
      embargo.active === true
        ? {
            active: true,
            ...(embargo.until === undefined ? {} : { until: embargo.until }),
            reason: embargo.reason ?? null
          }
        : { active: false, reason: null }
  };
}
