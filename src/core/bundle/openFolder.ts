import { IPlan, IPlanEntry, byPath, isWithin } from './entry';
import { ILookOptions, lookFindings, lookInto } from './plan';
import { Because, IFound } from './found';

/**
 * Look into a folder that the plan leaves out as a whole, and put its files in
 * the folder's place, all included but what the rules leave out.
 *
 * @throws CancelledError
 */
export async function openFolder(
  plan: IPlan,
  path: string,
  options: ILookOptions
): Promise<IPlan> {
  const folder = plan.entries.find(e => e.path === path && e.kind === 'folder');
  if (!folder?.source) {
    return plan;
  }
  const opened = await filesOf(plan, folder, options, {
    reason: options.trans.__('selected by you'),
    reasonKind: 'selected'
  });
  return {
    ...plan,
    entries: [
      ...plan.entries.filter(e => e !== folder),
      ...opened.entries
    ].sort(byPath),
    findings: [
      ...plan.findings.filter(f => f.place?.path !== path),
      ...opened.findings
    ]
  };
}

/**
 * Take files and folders from above the root into it, as proposed in
 * `plan.above`. A file that is already included keeps its place.
 *
 * @param paths - of the proposals, in the bundle.
 * @throws CancelledError
 */
export async function includeAbove(
  plan: IPlan,
  paths: readonly string[],
  options: ILookOptions
): Promise<IPlan> {
  const chosen = plan.above.filter(({ path }) => paths.includes(path));
  const added: IPlanEntry[] = [];
  const findings = [...plan.findings];
  for (const proposal of chosen) {
    if (proposal.kind === 'file') {
      added.push({ ...proposal, included: true });
    } else {
      const opened = await filesOf(plan, proposal, options, proposal);
      added.push(...opened.entries);
      findings.push(...opened.findings);
    }
  }
  const taken = new Set(
    plan.entries.filter(e => e.included).map(({ path }) => path)
  );
  const fresh = added.filter(({ path }) => !taken.has(path));
  const places = new Set(fresh.map(({ path }) => path));
  const above = plan.above.filter(proposal => !chosen.includes(proposal));
  const hasEnvironment = above.length < plan.above.length && chosen.some(e => e.reasonKind === 'environment'); // prettier-ignore
  return {
    ...plan,
    entries: [...plan.entries.filter(e => !places.has(e.path)), ...fresh].sort(
      byPath
    ),
    findings: findings.filter(
      ({ id }) => id !== 'bundle.environment-above' || !hasEnvironment
    ),
    above
  };
}

/** All files of a folder, with the paths that they have in the bundle. */
export async function filesOf(
  plan: Pick<IPlan, 'root'>,
  folder: Pick<IPlanEntry, 'path' | 'source' | 'link'>,
  options: ILookOptions,
  { reason, reasonKind }: Because
): Promise<Pick<IPlan, 'entries' | 'findings'>> {
  const source = folder.source ?? '';
  const look = lookInto(plan.root, options);
  const because = { reason, reasonKind };
  const found = await look.walker.walk(source, because, folder.link);
  const inBundle = (path: string) => folder.path + path.slice(source.length);
  const entries = found.map((entry: IFound): IPlanEntry => ({
    ...entry,
    path: inBundle(entry.source)
  }));
  const findings = lookFindings('', look).map(finding => {
    const path = finding.place?.path;
    return path === undefined || !isWithin(path, source)
      ? finding
      : { ...finding, place: { ...finding.place, path: inBundle(path) } };
  });
  return { entries, findings };
}
