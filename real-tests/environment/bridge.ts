import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface, Interface } from 'node:readline';

import { IKernel } from '../../src/core/environment/kernel';
import { questionFor, textOf } from '../../src/jupyter/kernelQuestion';
import { cleanEnvironment } from './venvs';

type Answer = Record<string, unknown>;

/** What an execution gave: the reply's content, and the kinds of what was published. */
export interface IExecution {
  readonly reply: Answer;
  readonly published: readonly string[];
}

/** How a kernel is started, and what it speaks. */
export interface IBridgedSpec {
  readonly argv: readonly string[];
  readonly language: string;
}

/** The kernel of IPython. @param python - of the environment in which it runs */
function pythonSpec(python: string): IBridgedSpec {
  return {
    argv: [python, '-m', 'ipykernel_launcher', '-f', '{connection_file}'],
    language: 'python'
  };
}

/** A real kernel behind our port, driven by jupyter_client. */
export class BridgedKernel implements IKernel {
  /**
   * @param kernel - its specification; or the Python of the environment in
   *   which ipykernel runs.
   * @param folder - in which it runs.
   * @param scratch - a folder for the bridge's own files.
   */
  constructor(kernel: string | IBridgedSpec, folder: string, scratch: string) {
    const { argv, language } =
      typeof kernel === 'string' ? pythonSpec(kernel) : kernel;
    this.language = language;
    const bridge = join(__dirname, 'bridge.py');
    this._process = spawn(
      resolve('.venv/bin/python'),
      [bridge, JSON.stringify(argv), language, folder, scratch],
      { env: cleanEnvironment(scratch) }
    );
    this._process.stderr.on('data', (data: Buffer) => {
      this._errors += data.toString();
    });
    this._lines = createInterface({ input: this._process.stdout });
    this._iterator = this._lines[Symbol.asyncIterator]();
  }

  readonly language: string;

  /** Ask a subshell, as is done while the kernel is busy. */
  isBusy = false;

  /** What was published for the last question. */
  published: readonly string[] = [];

  async evaluate(expression: string): Promise<string> {
    const { reply, published } = (await this.send({
      kind: this.isBusy ? 'ask-subshell' : 'ask',
      content: {
        silent: true,
        store_history: false,
        allow_stdin: false,
        stop_on_error: false,
        ...questionFor(this.language, expression)
      }
    })) as unknown as IExecution;
    this.published = published;
    const text = textOf(this.language, reply);
    if (text === null) {
      throw new Error(JSON.stringify(reply));
    }
    return text;
  }

  /** Run a cell. */
  async run(code: string): Promise<IExecution> {
    return (await this.send({ kind: 'run', code })) as unknown as IExecution;
  }

  async send(command: Answer): Promise<Answer> {
    this._process.stdin.write(`${JSON.stringify(command)}\n`);
    const { value } = await this._iterator.next();
    const answer = JSON.parse(
      typeof value === 'string' ? value : `{"error": "no answer"}`
    ) as Answer;
    if (answer.error !== undefined) {
      throw new Error(`${String(answer.error)}\n${this._errors}`);
    }
    return answer;
  }

  /** Stop the kernel and the bridge. */
  async close(): Promise<void> {
    const ended = new Promise(done => this._process.once('exit', done));
    this._process.stdin.end();
    await ended;
    this._lines.close();
  }

  private readonly _process: ChildProcessWithoutNullStreams;
  private readonly _lines: Interface;
  private readonly _iterator: AsyncIterator<string>;
  private _errors = '';
}
