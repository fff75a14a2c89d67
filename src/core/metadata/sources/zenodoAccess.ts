import { dateTrouble } from '../edtf';
import { emptyEmbargo } from '../empty';
import type { IMetadata } from '../model';
import type { SourceNode } from './sourceNode';

/**
 * Who may see the files of a deposit. `closed` and `restricted` are the same
 * since nobody can ask for access to closed files. An embargo without a day is
 * a restriction; whether the day is in the future, the form says.
 */
export function readZenodoAccess(top: SourceNode): Partial<IMetadata> {
  const node = top.get('access_right');
  const right = node.line().toLowerCase();
  switch (right) {
    case '':
      return {};
    case 'open':
      return { access: 'public', embargo: emptyEmbargo };
    case 'closed':
    case 'restricted':
      return { access: 'restricted-files', embargo: emptyEmbargo };
    case 'embargoed':
      return {
        access: 'restricted-files',
        embargo: readEmbargo(top.get('embargo_date'))
      };
    default:
      node.complain();
      return {};
  }
}

/** An embargo until a day; none, which is told, where there is no such day. */
export function readEmbargo(node: SourceNode): IMetadata['embargo'] {
  const until = node.line();
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || dateTrouble(until) !== null) {
    node.complain();
    return emptyEmbargo;
  }
  return { active: true, until, reason: '' };
}
