import { IMatch, IRule } from './rule';
import { ISecretHit, maskedValue } from './secretHit';
import { ISecretKeys } from './secretKeys';
import { IFound } from './textMatcher';
import { Where } from './textPiece';

/** Different values that are told apart in one file. More are no help to anyone. */
export const MOST_VALUES = 100;

/** Cells in which the same value is told of. */
const MOST_PLACES = 100;

type Place = Pick<ISecretHit, 'cell' | 'line' | 'where'>;

interface IOccurrences extends Place, Pick<IMatch, 'level' | 'remark'> {
  count: number;
}

interface IValue {
  readonly rule: IRule;
  readonly value: string;
  readonly masked: string;
  readonly places: Map<number, IOccurrences>;
}

/** The value of a find: what its key is made of. */
export function foundValue(text: string, found: IFound): string {
  return found.parts
    ? found.parts.map(({ start, end }) => text.slice(start, end)).join('\n')
    : text.slice(found.start, found.end);
}

/** Gathers what is found in one file: each value once a cell, with its count. */
export class HitCollector {
  private readonly _values = new Map<string, IValue>();
  private _more = 0;

  constructor(
    private readonly _path: string,
    private readonly _keys: ISecretKeys
  ) {}

  /** Add a find. */
  add(
    text: string,
    found: IFound,
    where: Where,
    place: Omit<Place, 'where'>
  ): void {
    const { rule, level, remark } = found;
    const value = foundValue(text, found);
    const id = `${rule.id}\n${value}`;
    let known = this._values.get(id);
    if (!known) {
      if (this._values.size >= MOST_VALUES) {
        this._more++;
        return;
      }
      const masked = found.parts ? 'PATH=…, HOME=…' : maskedValue(value);
      known = { rule, value, masked, places: new Map() };
      this._values.set(id, known);
    }
    const at = place.cell ?? -1;
    const occurrences = known.places.get(at);
    if (occurrences) {
      occurrences.count++;
    } else if (known.places.size < MOST_PLACES) {
      known.places.set(at, { ...place, where, level, remark, count: 1 });
    }
  }

  /** All hits, in the order in which they were found. */
  async hits(canMask: boolean): Promise<ISecretHit[]> {
    const hits: ISecretHit[] = [];
    for (const { rule, value, masked, places } of this._values.values()) {
      const key = await this._keys.key(rule, value);
      for (const { level = rule.level, ...place } of places.values()) {
        hits.push({
          ...withoutUndefined(place),
          rule: rule.id,
          level,
          path: this._path,
          masked,
          key,
          canMask
        });
      }
    }
    if (this._more > 0) {
      hits.push(await this.about('many', this._more));
    }
    return hits;
  }

  /** A hit about the file as a whole. */
  async about(
    rule: 'many' | 'unread' | 'dotfile',
    count = 1
  ): Promise<ISecretHit> {
    return {
      rule,
      level: 'stop',
      path: this._path,
      where: rule === 'dotfile' ? 'name' : 'file',
      masked: '',
      key: await this._keys.key({ id: rule }, this._path),
      count,
      canMask: false
    };
  }
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined)
  ) as T;
}
