import {
  hasDataExtension,
  isPathLike,
  isUrl,
  looksLikeFile
} from '../fileNames';
import { IArgument, ICall } from './dialect';
import { Note, Role, Sureness } from './note';
import { HOLE } from './token';
import { IValue } from './value';

/** Writes down what calls do with their arguments. The same for all languages. */
export class CallNotes {
  constructor(readonly notes: Note[]) {}

  /** An argument by one of its names, or by its index among those without a name. */
  arg(call: ICall, index: number, ...names: string[]): IArgument | null {
    const named = call.args.find(({ name }) => name !== null && names.includes(name)); // prettier-ignore
    const unnamed = call.args.filter(({ name }) => name === null);
    return named ?? unnamed[index] ?? null;
  }

  /** The value of an argument, which is then no loose literal any more. */
  take(call: ICall, index: number, ...names: string[]): IValue | null {
    const argument = this.arg(call, index, ...names);
    if (argument) {
      argument.taken = true;
    }
    return argument?.value ?? null;
  }

  /**
   * Say what is done with a path; an address is listed as one. A working folder
   * that is not known is said too: what follows begins there.
   */
  say(
    role: Role,
    value: IValue | null,
    at: number,
    sure: Sureness = 'high'
  ): void {
    for (const text of value?.texts ?? []) {
      if (isUrl(text)) {
        this.notes.push({ type: 'url', text, at });
      } else if (role === 'move' || (text !== HOLE && isPathLike(text))) {
        const anchor = value?.anchor ?? 'working';
        this.notes.push({ type: 'path', role, text, anchor, sure, at });
      }
    }
  }

  /**
   * A call that reads its argument if that has the ending of a file: many
   * calls of that name read other things.
   */
  readIfFile(call: ICall, argument: IArgument | null): void {
    const { texts } = argument?.value ?? { texts: [] };
    if (
      !argument ||
      !texts.some(text => hasDataExtension(text) || isUrl(text))
    ) {
      return;
    }
    argument.taken = true;
    // With an address, the call gets the file itself when it is not there.
    const isFetched = call.args.some(({ name, value }) => /url$/i.test(name ?? '') && value.texts.some(isUrl)); // prettier-ignore
    if (isFetched) {
      this.say('ask', argument.value, call.at);
    }
    this.say('read', argument.value, call.at);
  }

  /** A call that makes files: all its arguments that have the ending of one. */
  writeAll(call: ICall): void {
    for (const argument of call.args) {
      if (!argument.taken && argument.value.texts.some(hasDataExtension)) {
        argument.taken = true;
        this.say('write', argument.value, call.at);
      }
    }
  }

  /** A literal that no call took. */
  loose(value: IValue, at: number): void {
    if (!value.isFresh) {
      return;
    }
    for (const text of value.texts) {
      if (isUrl(text)) {
        this.notes.push({ type: 'url', text, at });
      } else if (looksLikeFile(text)) {
        const sure = value.isPath && !text.includes(HOLE) ? 'high' : 'low';
        this.notes.push({ type: 'path', role: 'read', text, anchor: value.anchor, sure, at }); // prettier-ignore
      }
    }
  }
}
