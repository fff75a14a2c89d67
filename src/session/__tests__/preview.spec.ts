import JSZip from 'jszip';
import { PublicationSession } from '../session';
import { Desk } from './desk';

const crate = 'ro-crate-metadata.json';

/** Without what is written in only when the files are packed. */
function skeleton(text: string | null | undefined, badged: string[]): unknown {
  const { '@graph': graph } = JSON.parse(text ?? '') as {
    '@graph': Record<string, unknown>[];
  };
  return graph.map(entity => {
    const rest: Record<string, unknown> = { ...entity };
    if ('sha256' in rest) {
      rest.sha256 = 'some';
    }
    if (badged.includes(String(entity['@id']))) {
      delete rest.contentSize;
    }
    return rest;
  });
}

function shown(session: PublicationSession, path: string): string | null {
  const preview = session.previews.of(path);
  if (!preview) {
    throw new Error(`${path} cannot be looked at`);
  }
  return preview.text;
}

describe('what is made here', () => {
  it('can be looked at before: the list of contents as it will be', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const before = shown(session, crate);
    expect(before).toContain('10.5281/zenodo.0000000');
    expect(before).toContain('"Rivers"');
    expect(desk.zenodo.drafts).toEqual([]);
    await session.publication.saveDraft();
    const { draft } = session.state.publish;
    const known = shown(session, crate);
    expect(known).toContain(draft?.doi);
    expect(known).not.toContain('zenodo.0000000');
    await session.publication.publish();
    const zip = await JSZip.loadAsync(
      await desk.zenodo.published('rivers.zip')
    );
    const sent = await zip.file(crate)?.async('string');
    const badged = ['01-clean.ipynb', '02-plot.ipynb', 'README.md'];
    // Their sizes are not known before the badge is in.
    expect(skeleton(known, [])).toEqual(skeleton(known, badged));
    expect(skeleton(known, badged)).toEqual(skeleton(sent, badged));
    // Nothing else differs from what was shown before there was a DOI.
    const doi = draft?.doi ?? '';
    const placed = before
      ?.replaceAll('10.5281/zenodo.0000000', doi)
      .replaceAll('records/0000000', `records/${draft?.id}`);
    expect(skeleton(placed, badged)).toEqual(skeleton(sent, badged));
  });

  it('follows the form and the ticks', async () => {
    const session = await new Desk().openReady();
    session.metadata.set({ title: 'Lakes' });
    session.contents.setIncluded('data/levels.csv', false);
    expect(shown(session, crate)).toContain('"Lakes"');
    expect(shown(session, crate)).not.toContain('levels.csv');
    session.dispose();
  });

  it('is nothing of the user’s folder', async () => {
    const session = await new Desk().open();
    expect(session.previews.of('README.md')).toBe(null);
    expect(session.previews.of('nowhere')).toBe(null);
    session.dispose();
  });

  it('is shown from its beginning where it is long, and not where it is no text', async () => {
    const session = await new Desk().open();
    const pick = (name: string, bytes: Uint8Array) =>
      session.picked.pick([
        {
          name,
          size: bytes.length,
          lastModified: 0,
          arrayBuffer: async () => new Uint8Array(bytes).buffer
        }
      ]);
    // A character of two bytes is cut through.
    await pick('long.txt', new TextEncoder().encode(`a${'é'.repeat(200_000)}`));
    const long = session.previews.of('long.txt');
    expect(long?.isCut).toBe(true);
    expect(long?.text).toMatch(/^aé+$/);
    await pick('half.bin', Uint8Array.of(0x41, 0xe9));
    await pick('zero.bin', Uint8Array.of(0x41, 0));
    await pick('empty.txt', new Uint8Array());
    expect(shown(session, 'half.bin')).toBe(null);
    expect(shown(session, 'zero.bin')).toBe(null);
    expect(shown(session, 'empty.txt')).toBe('');
    session.dispose();
  });
});

describe('the badges', () => {
  it('can be looked at before, in the notebooks and in the README', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const before = session.badges.readmePreview();
    expect(before?.path).toBe('README.md');
    expect(before?.text).toContain('10.5281/zenodo.0000000');
    await session.publication.saveDraft();
    const { text = '' } = session.badges.readmePreview() ?? {};
    expect(text).toContain(session.state.publish.draft?.doi);
    await session.publication.publish();
    const zip = await JSZip.loadAsync(
      await desk.zenodo.published('rivers.zip')
    );
    expect(await zip.file('README.md')?.async('string')).toContain(text);
  });

  it('are none for a README that is left out', async () => {
    const session = await new Desk().open();
    session.contents.setIncluded('README.md', false);
    expect(session.badges.readmePreview()).toBe(null);
    session.dispose();
  });
});

describe('the list of contents', () => {
  it('is not made in place of one that the user left out', async () => {
    const desk = new Desk();
    await desk.files.write(`rivers/${crate}`, '{"a":1}');
    const session = await desk.openReady();
    session.contents.setIncluded(crate, false);
    expect(session.previews.of(crate)).toBe(null);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    const zip = await JSZip.loadAsync(
      await desk.zenodo.published('rivers.zip')
    );
    expect(zip.file(crate)).toBe(null);
  });

  it('is the user’s own where they pick one', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.picked.pick([
      {
        name: crate,
        size: 7,
        lastModified: 0,
        arrayBuffer: async () => new TextEncoder().encode('{"a":1}').buffer
      }
    ]);
    expect(shown(session, crate)).toBe('{"a":1}');
    await session.publication.publish();
    const zip = await JSZip.loadAsync(
      await desk.zenodo.published('rivers.zip')
    );
    expect(await zip.file(crate)?.async('string')).toBe('{"a":1}');
  });
});
