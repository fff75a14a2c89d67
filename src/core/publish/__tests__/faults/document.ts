import { browserRows } from './browserRows';
import type { IOutcome } from './trial';

/** What came of one fault at one request: once, and each time until it stopped. */
export interface ILine {
  readonly fault: string;
  readonly once: IOutcome;
  /** Null for what can happen only once. */
  readonly always: IOutcome | null;
}

/** All lines of one request. */
export interface ISection {
  readonly step: string;
  readonly lines: readonly ILine[];
}

const introduction = (combinations: number, stops: number): string =>
  `# What may go wrong, and what comes of it

This page is written by the tests (\`src/core/publish/__tests__/faults\`): they lead the real machine through each fault at each of its requests against the simulated Zenodo, and fail when this page says anything else. To write it anew: \`FAULTS_WRITE=1 npx jest --selectProjects=core --testPathPattern=faults/table\`.

In all ${combinations} combinations the publication ended published, exactly once, with the files and the DOI that it was made with. In ${stops} of them it stopped on the way, with the message that stands here, and went on after \`Resume\`. Always it held that

- there is one record, and no draft is left that the user was not told about;
- the notebooks in the user's folder are as they were;
- the journal never holds a token, and no message does.

${browserRows.length} of them befall a real JupyterLab in a browser as well (\`ui-tests/tests/faults.spec.ts\`), where what comes of them has to be what stands here; there a page is also loaded anew and closed in the midst of the upload, and a second one takes over.

“Goes on” means without the user. The second column is for a fault that happens once, the third for one that happens each time until the publication stops. A fault that cannot befall a request is left out.
`;

/** The page, in the layout that the formatter wants. */
export function documentOf(sections: readonly ISection[]): string {
  const outcomes = sections.flatMap(({ lines }) =>
    lines.flatMap(({ once, always }) => [once, ...(always ? [always] : [])])
  );
  const stopped = outcomes.filter(({ stops }) => stops.length > 0);
  return [
    introduction(outcomes.length, stopped.length),
    ...sections.map(
      ({ step, lines }) =>
        `## ${step}\n\n${table([
          ['What goes wrong', 'Once', 'Each time'],
          ...lines.map(({ fault, once, always }) => [
            fault,
            inWords(once),
            always ? inWords(always) : ''
          ])
        ])}\n`
    )
  ].join('\n');
}

function inWords({ stops }: IOutcome): string {
  return stops.length === 0 ? 'goes on' : [...new Set(stops)].join('; ');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => [...row[column]].length))
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join(' | ')} |`;
  const [head, ...body] = rows;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
