import { IPlace } from '../../finding';
import { ICause } from './cause';

/** A cause in the making; without a place of its own it is at the cell that failed. */
export type Explained = Pick<
  ICause,
  'kind' | 'title' | 'meaning' | 'advice' | 'fixes'
> & { readonly place?: IPlace };
