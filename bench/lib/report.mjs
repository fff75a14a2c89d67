/* What was measured, as Markdown. A run of some parts leaves the results of the others. */

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(row).join('\n');
}

const row = cells => `| ${cells.join(' | ')} |`;

const today = () => new Date().toISOString().slice(0, 10);

/** One part: the rows of its targets, and its section. */
function describe({ name, load, seconds, targets, head, rows, notes }) {
  return {
    targets: targets.map(({ what, value, limit, met }) =>
      row([name, what, value, limit, met ? 'met' : '**missed**'])
    ),
    section: [
      `## ${name}`,
      `On ${today()}. Load before: ${load.toFixed(1)}. It took ${seconds} s.`,
      table(head, rows),
      ...(notes ?? [])
    ].join('\n\n')
  };
}

/** The parts of an earlier page, by their names. */
function readReport(text) {
  const [top, ...sections] = text.trimEnd().split(/\n\n(?=## )/);
  return new Map(
    sections.map(section => {
      const name = /^## (.*)/.exec(section)[1];
      const targets = top.split('\n').filter(line => line.startsWith(`| ${name} |`)); // prettier-ignore
      return [name, { targets, section }];
    })
  );
}

/**
 * The page of results.
 *
 * @param order - the names of all parts
 * @param earlier - the page as it was; '' = nothing of it is kept
 */
export function report(parts, machine, { quick, order, earlier }) {
  const all = readReport(earlier);
  for (const part of parts) {
    all.set(part.name, describe(part));
  }
  const known = order.filter(name => all.has(name)).map(name => all.get(name));
  return [
    '# Results',
    `Written by \`npm run bench\`${quick ? ' (`--quick`: small sizes, one repetition; no verdict)' : ''}, each part on the day that it says. What is measured, and how: [README](README.md).`,
    machine.join('\n'),
    [
      table(['part', 'what', 'measured', 'target', ''], []),
      ...known.flatMap(({ targets }) => targets)
    ].join('\n'),
    ...known.map(({ section }) => section)
  ]
    .join('\n\n')
    .concat('\n');
}
