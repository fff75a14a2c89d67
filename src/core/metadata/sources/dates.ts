import { dateTrouble } from '../edtf';
import type { SourceNode } from './sourceNode';

/** A date as the site takes it; '' for none. One that is no date is told. */
export function readDate(node: SourceNode): string {
  const date = node.line();
  if (date && dateTrouble(date) !== null) {
    node.complain();
    return '';
  }
  return date;
}

/** A day, of a date that may have a time, which the site does not take. */
export function readDay(node: SourceNode): string {
  const day = /^(\d{4}-\d\d-\d\d)[T ]\d\d:/.exec(node.line())?.[1];
  return day && dateTrouble(day) === null ? day : readDate(node);
}
