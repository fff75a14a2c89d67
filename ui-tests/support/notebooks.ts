/** Notebooks for the tests, and what a badge in one says. */

interface ICell {
  readonly cell_type: string;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly source: string | readonly string[];
}

/** A notebook as Jupyter would have saved it: a title, and code that ran. */
export function notebook(title: string, code: string): string {
  const cells = [
    {
      cell_type: 'markdown',
      id: 'title',
      metadata: {},
      source: [`# ${title}`]
    },
    {
      cell_type: 'code',
      execution_count: 1,
      id: 'code',
      metadata: {},
      outputs: [
        {
          name: 'stdout',
          output_type: 'stream',
          text: ['mean 1.0\n', 'done\n']
        }
      ],
      source: code.split(/(?<=\n)/)
    }
  ];
  const metadata = {
    kernelspec: {
      display_name: 'Python 3 (ipykernel)',
      language: 'python',
      name: 'python3'
    },
    language_info: { name: 'python' }
  };
  const whole = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** The texts of a notebook's badge cells. */
export function badgesOf(bytes: Uint8Array): string[] {
  const { cells } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    cells: readonly ICell[];
  };
  return cells
    .filter(
      ({ cell_type, metadata }) =>
        cell_type === 'markdown' &&
        metadata.tags?.includes('zenodo-publisher-badge')
    )
    .map(({ source }) =>
      typeof source === 'string' ? source : source.join('')
    );
}

/** Where the pictures in a badge lead, in their order. */
export function linksOf(badge: string): string[] {
  return Array.from(badge.matchAll(/\)\]\(([^)\s]+)\)/g), ([, link]) =>
    link.replace(/&amp;/g, '&')
  );
}

/** The file that a launch link opens, as BinderHub's page reads the link. */
export function openedBy(launchLink: string): string {
  const inner = new URL(launchLink).searchParams.get('urlpath') ?? '';
  const { pathname } = new URL(inner, 'http://server/');
  return decodeURIComponent(pathname.replace(/^\/lab\/tree\//, ''));
}
