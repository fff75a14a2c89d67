import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { failure } from '../../zenodo/__tests__/common';
import { SecretsFoundError } from '../errors';
import { notebook, Publication } from './publication';

/** A key that no scanner of repositories takes for one: it is put together here. */
const secret = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

async function archived(publication: Publication): Promise<JSZip> {
  return JSZip.loadAsync(await publication.zenodo.published('rivers.zip'));
}

async function text(zip: JSZip, path: string): Promise<string> {
  return (await zip.file(path)?.async('string')) ?? '';
}

describe('individual files', () => {
  async function flat(): Promise<Publication> {
    const publication = new Publication();
    await publication.files.remove('rivers/data/levels.csv');
    publication.choices = { layout: 'files', crate: true };
    return publication;
  }

  it('are deposited by their names, the first notebook in front', async () => {
    const publication = await flat();
    await publication.run();
    const [record] = publication.zenodo.simulator.state.records.values();
    expect([...record.bucket.files.keys()].sort()).toEqual([
      '01-clean.ipynb',
      '02-plot.ipynb',
      'README.md',
      'requirements.txt',
      'ro-crate-metadata.json'
    ]);
    expect(record.bucket.defaultPreview).toBe('01-clean.ipynb');
    const bytes = await publication.zenodo.published('01-clean.ipynb');
    expect(new TextDecoder().decode(bytes)).toContain('zenodo-publisher-badge');
  });

  it('are not sent again when they are there', async () => {
    const publication = await flat();
    publication.zenodo.simulator.faults.add({
      kind: 'corrupt',
      match: { method: 'PUT', path: /02-plot\.ipynb\/content$/ }
    });
    await failure(publication.run());
    const sent = publication.zenodo.count(/01-clean\.ipynb\/content$/);
    await publication.run();
    expect(publication.zenodo.count(/01-clean\.ipynb\/content$/)).toBe(sent);
    expect(publication.zenodo.count(/02-plot\.ipynb\/content$/)).toBe(2);
    expect(publication.zenodo.records).toHaveLength(1);
  });

  it('take the place of an archive that was sent before', async () => {
    const publication = await flat();
    publication.choices = {};
    await publication.saveDraft();
    publication.choices = { layout: 'files' };
    await publication.run();
    const [record] = publication.zenodo.simulator.state.records.values();
    expect([...record.bucket.files.keys()]).not.toContain('rivers.zip');
  });
});

describe('the list of contents for machines', () => {
  it('names all files as they are in the archive, and the DOI', async () => {
    const publication = new Publication();
    publication.choices = { crate: true, environmentFile: 'requirements.txt' };
    const { record } = await publication.run();
    const zip = await archived(publication);
    const crate = JSON.parse(await text(zip, 'ro-crate-metadata.json')) as {
      '@graph': Record<string, unknown>[];
    };
    for (const name of Object.keys(zip.files)) {
      if (name.endsWith('/') || name === 'ro-crate-metadata.json') {
        continue;
      }
      const bytes = (await zip.file(name)?.async('uint8array')) as Uint8Array;
      expect(
        crate['@graph'].find(entity => entity['@id'] === name)
      ).toMatchObject({
        sha256: createHash('sha256').update(bytes).digest('hex')
      });
    }
    expect(JSON.stringify(crate)).toContain(record?.doi);
  });

  it('is the project’s own, where it has one', async () => {
    const publication = new Publication();
    await publication.files.write('rivers/ro-crate-metadata.json', '{"a":1}');
    publication.choices = { crate: true };
    await publication.run();
    const zip = await archived(publication);
    expect(await text(zip, 'ro-crate-metadata.json')).toBe('{"a":1}');
  });

  it('makes a new archive when the details changed', async () => {
    const publication = new Publication();
    publication.choices = { crate: true };
    await publication.saveDraft();
    publication.metadata = { ...publication.metadata, title: 'Lakes' };
    await publication.run();
    const zip = await archived(publication);
    expect(await text(zip, 'ro-crate-metadata.json')).toContain('Lakes');
    expect(publication.zenodo.count(/content$/)).toBe(2);
  });
});

describe('a possible secret', () => {
  async function withSecret(): Promise<Publication> {
    const publication = new Publication();
    await publication.files.write(
      'rivers/02-plot.ipynb',
      notebook(`token = '${secret}'`)
    );
    await publication.files.write('rivers/data/notes.txt', `see ${secret}\n`);
    return publication;
  }

  it('stops the upload, and is not told', async () => {
    const publication = await withSecret();
    const error = await failure(publication.run());
    expect(error).toBeInstanceOf(SecretsFoundError);
    const { findings } = error as SecretsFoundError;
    expect(findings.map(({ place }) => place?.path)).toEqual([
      '02-plot.ipynb',
      'data/notes.txt'
    ]);
    expect(JSON.stringify([error, findings])).not.toContain(secret);
    expect(publication.store.text).not.toContain(secret);
    expect(publication.zenodo.count(/files/)).toBe(0);
  });

  it('goes out once it is accepted', async () => {
    const publication = await withSecret();
    const error = await failure(publication.run());
    publication.choices = {
      accepted: (error as SecretsFoundError).findings.map(
        ({ key }) => key ?? ''
      )
    };
    await publication.run();
    expect(publication.zenodo.records).toHaveLength(1);
  });

  it('is blanked out in the copies, wherever it stands', async () => {
    const publication = await withSecret();
    const { findings } = (await failure(
      publication.run()
    )) as SecretsFoundError;
    publication.choices = {
      copyEdits: Object.fromEntries(
        findings.map(({ place, fixes }) => [
          place?.path ?? '',
          (fixes ?? []).flatMap(({ fix }) =>
            fix.kind === 'edit-copy' ? [fix.edit] : []
          )
        ])
      )
    };
    await publication.run();
    const zip = await archived(publication);
    for (const path of ['02-plot.ipynb', 'data/notes.txt']) {
      const copy = await text(zip, path);
      expect(copy).not.toContain(secret);
      expect(copy).toContain('***REMOVED***');
      const original = publication.files.bytes(`rivers/${path}`);
      expect(new TextDecoder().decode(original)).toContain(secret);
    }
  });

  it('may be the very token, in any file', async () => {
    const publication = new Publication();
    await publication.files.write(
      'rivers/data/levels.csv',
      `day,level\n1,${publication.token}\n`
    );
    expect(await failure(publication.run())).toBeInstanceOf(SecretsFoundError);
  });
});
