import { emptyCreator, emptyMetadata } from '../empty';
import type { ICreator, IMetadata } from '../model';

/** Jane Doe, as the recorded exchanges have her. */
export const jane: ICreator = {
  ...emptyCreator('1'),
  familyName: 'Doe',
  givenName: 'Jane'
};

/** A form that can be sent as it is, with changes. */
export function form(change: Partial<IMetadata> = {}): IMetadata {
  return {
    ...emptyMetadata('2026-11-21'),
    title: 'My notebook',
    creators: [jane],
    ...change
  };
}
