import { cleanLine, cleanText } from '../clean';
import type { IMetadata } from '../model';
import type { IDraftAccess } from './draftBody';
import { unlessEmpty } from './unlessEmpty';

/** `2027-6-1` → `2027-06-01`. */
function isoDay(day: string): string {
  return day.replace(/-(\d)(?!\d)/g, '-0$1');
}

/** Who may see what. An embargo of what is public would mean nothing. */
export function draftAccess({
  access,
  embargo
}: Pick<IMetadata, 'access' | 'embargo'>): IDraftAccess {
  return {
    record: access === 'restricted-record' ? 'restricted' : 'public',
    files: access === 'public' ? 'public' : 'restricted',
    ...(access !== 'public' &&
      embargo.active && {
        embargo: {
          active: true,
          ...unlessEmpty('until', isoDay(cleanLine(embargo.until))),
          ...unlessEmpty('reason', cleanText(embargo.reason))
        }
      })
  };
}
