import { planBundle } from '../../bundle/plan';
import { IFiles, readText } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { INotebook } from '../../notebook/notebook';
import { plainEnglish } from '../../text';
import { readUses } from '../readUses';
import { IUses } from '../use';

/** A notebook of code cells; a text that begins with `# md` is a Markdown cell. */
export function notebookOf(cells: readonly string[], metadata = {}): INotebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata,
    cells: cells.map(source => ({
      cell_type: source.startsWith('# md') ? 'markdown' : 'code',
      metadata: {},
      source: source.replace(/^# md\s*/, '')
    }))
  };
}

/** A project in the folder `p` of the server, of which notebooks are published. */
export interface IProject {
  /** By path in the project. */
  readonly notebooks: Record<string, readonly string[]>;
  /** Other files, by path on the server; their texts. */
  readonly files?: Record<string, string>;
  /** Paths on the server that are selected besides the notebooks. */
  readonly selected?: readonly string[];
  readonly metadata?: object;
  readonly root?: string;
  /** Changes the port to read files, or takes it away. */
  readonly change?: (files: IFiles) => IFiles | undefined;
  readonly signal?: AbortSignal;
}

/** Read what the notebooks of a project use. */
export async function usesOf(project: IProject): Promise<IUses> {
  const { root = 'p', signal } = project;
  const notebooks = Object.entries(project.notebooks).map(([path, cells]) => ({ path, notebook: notebookOf(cells, project.metadata) })); // prettier-ignore
  const memory = new MemoryFiles(project.files);
  notebooks.forEach(({ path, notebook }) => memory.write(`${root}/${path}`, JSON.stringify(notebook))); // prettier-ignore
  const selection = [...notebooks.map(({ path }) => `${root}/${path}`), ...(project.selected ?? [])]; // prettier-ignore
  const plan = await planBundle({ files: memory, selection, root, trans: plainEnglish }); // prettier-ignore
  const files = project.change ? project.change(memory) : memory;
  return readUses({
    notebooks,
    readText: (source, by) => readText(files ?? memory, source, by),
    listing: { entries: plan.entries, files },
    root,
    trans: plainEnglish,
    signal
  });
}

/** The uses in short: `missing d/a.csv`, `left-out? a.csv` where it only looks like a path. */
export function short(uses: IUses): string[] {
  return uses.files.map(({ state, sure, path }) => `${state}${sure === 'low' ? '?' : ''} ${path}`); // prettier-ignore
}

/** Ids and messages of the findings. */
export function said(uses: IUses): string[] {
  return uses.findings.map(({ id, message }) => `${id}: ${message}`);
}
