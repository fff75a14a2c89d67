import { UUID } from '@lumino/coreutils';
import { sha256 } from 'hash-wasm';
import { MOST_PICKED, placeProblem } from '../core/bundle/pickedPlace';
import { PublisherError } from '../core/error';
import { withMovedPath, withoutPaths } from './contentsChoices';
import type { ContentsPart } from './contentsPart';
import type { IPickedFile } from './pickedFiles';
import type { ISessionPorts } from './ports';
import type { IPickable, IPickedActions } from './actions/contentsActions';
import type { PublicationStore } from './store';

/** Why a file was not taken. */
class NotPickedError extends PublisherError {}

/** Files from the user's own computer: what Jupyter's server keeps back, or never had. */
export class PickedPart implements IPickedActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart
  ) {}

  async pick(files: readonly IPickable[], at?: string): Promise<void> {
    const fresh = new Map<string, IPickedFile>();
    const notPicked: string[] = [];
    for (const file of at === undefined ? files : files.slice(0, 1)) {
      try {
        const path = at ?? this._placeOf(file.name);
        fresh.set(path, await this._read(file, path, [...fresh.values()]));
      } catch (error) {
        if (!(error instanceof PublisherError)) {
          throw error;
        }
        notPicked.push(error.message);
      }
    }
    this._store.update('contents', { notPicked });
    if (fresh.size > 0) {
      const paths = [...fresh.keys()];
      const { choices, picked } = this._contents;
      const before = new Set(picked.map(({ path }) => path));
      this._contents.picked = [
        ...picked.map(file => ({
          ...(fresh.get(file.path) ?? file),
          key: file.key
        })),
        ...[...fresh.values()].filter(({ path }) => !before.has(path))
      ];
      await this._contents.take(withoutPaths(choices, paths), paths);
    }
  }

  async move(path: string, to: string): Promise<void> {
    const { choices, picked } = this._contents;
    if (path !== to && this._problem(to, path) === null) {
      this._contents.picked = picked.map(file =>
        file.path === path ? { ...file, path: to } : file
      );
      const moved = withMovedPath(choices, path, to);
      await this._contents.take(moved, [path, to]);
    }
  }

  async remove(path: string): Promise<void> {
    const { choices, picked } = this._contents;
    this._contents.picked = picked.filter(file => file.path !== path);
    await this._contents.take(withoutPaths(choices, [path]), [path]);
  }

  /** A file that has to be picked again goes where it was; others go to the top. */
  private _placeOf(name: string): string {
    const lost = this._contents.picked.find(
      file => file.content === null && file.name === name
    );
    return lost?.path ?? name;
  }

  private _problem(path: string, from: string | null): string | null {
    const { entries, picked } = this._contents;
    const paths = picked.map(one => one.path);
    return placeProblem(path, from, entries, paths, this._ports.trans);
  }

  /** @throws NotPickedError */
  private async _read(
    file: IPickable,
    path: string,
    fresh: readonly IPickedFile[]
  ): Promise<IPickedFile> {
    const { trans } = this._ports;
    const { name, size } = file;
    const isPicked = this._contents.picked.some(one => one.path === path);
    const problem = this._problem(path, isPicked ? path : null);
    if (problem !== null) {
      throw new NotPickedError(
        trans.__('“%1” was not added. %2', name, problem)
      );
    }
    const others = [
      ...this._contents.picked.filter(({ content }) => content !== null),
      ...fresh
    ].filter(one => one.path !== path);
    const bytes = others.reduce((sum, one) => sum + one.size, size);
    if (bytes > MOST_PICKED) {
      throw new NotPickedError(
        trans.__(
          '“%1” was not added: more than %2 MB are too much to be picked. Upload it into the folder with Jupyter’s file browser.',
          name,
          MOST_PICKED / 1e6
        )
      );
    }
    try {
      const content = new Uint8Array(await file.arrayBuffer());
      return {
        key: UUID.uuid4(),
        path,
        name,
        size: content.length,
        lastModified: new Date(file.lastModified).toISOString(),
        content,
        hash: await sha256(content)
      };
    } catch (cause) {
      // It went away, or the user may not read it: the browser says no more.
      throw new NotPickedError(
        trans.__('“%1” could not be read. Pick it again.', name),
        { cause }
      );
    }
  }
}
