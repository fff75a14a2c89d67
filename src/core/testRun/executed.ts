/** Puts together what a kernel says while a cell runs, as a notebook keeps it (nbformat 4). */
import { IJsonObject, isJsonObject } from '../notebook/notebook';

/** Characters of the outputs of a cell that are kept; what comes after is dropped. */
const MOST = 20_000_000;

/** A message of a kernel's output channel, as far as it is read ("Messaging in Jupyter"). */
export interface IOutputMessage {
  readonly header: { readonly msg_type: string };
  readonly content: unknown;
}

/** The outputs of the cells of one notebook, in which later cells may change earlier ones. */
export class ExecutedOutputs {
  /** A new cell begins; its outputs grow while it runs. */
  begin(): IJsonObject[] {
    this._outputs = [];
    this._length = 0;
    this._clearsNext = false;
    return this._outputs;
  }

  /** Take a message that belongs to the cell that runs. */
  add({ header, content }: IOutputMessage): void {
    if (!isJsonObject(content)) {
      return;
    }
    switch (header.msg_type) {
      case 'clear_output':
        this._clearsNext = content.wait === true;
        if (!this._clearsNext) {
          this._clear();
        }
        break;
      case 'stream':
        this._stream(String(content.name), String(content.text));
        break;
      case 'execute_result':
      case 'display_data': {
        const { data, metadata, execution_count } = content;
        const output: IJsonObject = {
          output_type: header.msg_type,
          data,
          metadata,
          ...(header.msg_type === 'execute_result' ? { execution_count } : {})
        };
        this._push(output);
        this._remember(content.transient, output);
        break;
      }
      case 'update_display_data':
        this._update(content);
        break;
      case 'error': {
        const { ename, evalue, traceback } = content;
        this._push({ output_type: 'error', ename, evalue, traceback });
      }
    }
  }

  private _stream(name: string, text: string): void {
    const last = this._clearsNext ? null : this._outputs.at(-1);
    if (last?.output_type === 'stream' && last.name === name) {
      if (this._fits(text.length)) {
        last.text = String(last.text) + text;
      }
    } else {
      this._push({ output_type: 'stream', name, text });
    }
  }

  private _push(output: IJsonObject): void {
    if (this._clearsNext) {
      this._clearsNext = false;
      this._clear();
    }
    if (this._fits(JSON.stringify(output).length)) {
      this._outputs.push(output);
    }
  }

  private _fits(length: number): boolean {
    this._length += length;
    return this._length <= MOST;
  }

  private _clear(): void {
    this._outputs.length = 0;
    this._length = 0;
  }

  private _remember(transient: unknown, output: IJsonObject): void {
    const id = isJsonObject(transient) ? transient.display_id : undefined;
    if (typeof id === 'string') {
      this._displays.set(id, [...(this._displays.get(id) ?? []), output]);
    }
  }

  private _update({ transient, data, metadata }: IJsonObject): void {
    const id = isJsonObject(transient) ? transient.display_id : undefined;
    for (const output of this._displays.get(String(id)) ?? []) {
      output.data = data;
      output.metadata = metadata;
    }
  }

  private _outputs: IJsonObject[] = [];
  private _length = 0;
  private _clearsNext = false;
  private readonly _displays = new Map<string, IJsonObject[]>();
}
