/** Carrying out fixes on bundles in memory. */
import { Fix } from '../../finding';
import { treeChange } from '../fixTrial';
import { Layout } from './layouts';

/** The files after a fix. What is included was never looked at: it is empty. */
export function applied(files: Layout, fix: Fix): Layout {
  if (fix.kind === 'include') {
    return {
      ...files,
      ...Object.fromEntries(fix.paths.map(path => [path, '']))
    };
  }
  const { without = [], written = {} } = treeChange(fix) ?? {};
  const left = Object.entries(files).filter(
    ([path]) => !without.includes(path)
  );
  return { ...Object.fromEntries(left), ...written };
}
