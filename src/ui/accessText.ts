import type { Access } from '../core/metadata/model';
import type { ITranslator } from '../core/text';

/** Who will see what, in words. */
export function accessText(access: Access, trans: ITranslator): string {
  switch (access) {
    case 'public':
      return trans.__(
        'Public: everyone can see the details and download the files'
      );
    case 'restricted-files':
      return trans.__(
        'Everyone can see the details; the files are restricted, so there is no Binder badge'
      );
    case 'restricted-record':
      return trans.__('Restricted: only those whom you let in can see it');
  }
}
