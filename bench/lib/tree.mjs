/* A tree of 10,000 files in 500 folders, which is only told of. */
import { smallFile } from './smallFile.mjs';

const FOLDERS = 500;
const FILES = 10_000;
/** Folders that lie directly in `project`. */
const GROUPS = 25;
const modified = '2026-01-02T03:04:05.000000Z';

function entry(path, kind, size) {
  return { path, kind, size, lastModified: modified };
}

const folders = new Map([['', [entry('project', 'folder', null)]]]);

function fill() {
  const top = [entry('project/analysis.ipynb', 'file', 0)];
  folders.set('project', top);
  for (let g = 0; g < GROUPS; g++) {
    const group = `project/group-${g}`;
    top.push(entry(group, 'folder', null));
    folders.set(group, []);
  }
  // The groups are folders, too.
  const inner = FOLDERS - GROUPS;
  for (let f = 0; f < inner; f++) {
    const group = `project/group-${f % GROUPS}`;
    const folder = `${group}/run-${f}`;
    folders.get(group).push(entry(folder, 'folder', null));
    folders.set(folder, []);
  }
  for (let i = 1; i < FILES; i++) {
    const f = i % inner;
    const folder = `project/group-${f % GROUPS}/run-${f}`;
    folders.get(folder).push(entry(`${folder}/result-${i}.csv`, 'file', 0));
  }
  for (const entries of folders.values()) {
    for (const [i, one] of entries.entries()) {
      if (one.kind === 'file') {
        entries[i] = { ...one, size: smallFile(one.path).length };
      }
    }
  }
}

/** What a folder holds. */
export function listFolder(folder) {
  return folders.get(folder) ?? [];
}

fill();
