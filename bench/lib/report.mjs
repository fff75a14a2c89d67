/* What was measured, as Markdown. */

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The page of results. */
export function report(parts, machine, quick) {
  const targets = parts.flatMap(
    ({ name, targets }) =>
    targets.map(({ what, value, limit, met }) => [name, what, value, limit, met ? 'met' : '**missed**']) // prettier-ignore
  );
  const sections = parts.flatMap(({ name, load, seconds, head, rows, notes }) => [
    `## ${name}`,
    `Load before: ${load.toFixed(1)}. It took ${seconds} s.`,
    table(head, rows),
    ...(notes ?? [])
  ]); // prettier-ignore
  return [
    '# Results',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}${quick ? ' (`--quick`: small sizes, one repetition; no verdict)' : ''}. What is measured, and how: [README](README.md).`,
    machine.join('\n'),
    table(['part', 'what', 'measured', 'target', ''], targets),
    ...sections
  ]
    .join('\n\n')
    .concat('\n');
}
