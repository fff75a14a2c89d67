import { IPlanEntry } from '../../bundle/entry';
import { plainEnglish } from '../../text';
import { dataRecordOf, dataRequest, linksOf } from '../dataRecord';
import { IPublicationRequest, requestStamp } from '../request';
import { Publication } from './publication';

const entry = (path: string, size = 1): IPlanEntry => ({
  ...{ path, size, source: `rivers/${path}`, kind: 'file' },
  ...{ lastModified: '', included: true, reason: '', reasonKind: 'selected' }
});

const split = (files: IPlanEntry[]) => ({
  ...{ files, title: 'Levels', notebooks: ['01-clean.ipynb'] },
  licenses: [{ id: 'cc-by-4.0', title: 'CC BY' }]
});

async function requestFor(
  files: IPlanEntry[],
  change: Partial<IPublicationRequest> = {}
): Promise<IPublicationRequest> {
  const request = { ...(await new Publication().request()), ...change };
  return dataRequest(
    { ...request, split: split(files) },
    '10.5072/zenodo.7',
    plainEnglish
  );
}

const pack = {
  uploads: [{ key: 'a.csv', size: 3, md5: '0'.repeat(32) }],
  ...{ stamp: '', fingerprint: '' }
};
const draft = { id: '9', conceptId: '8', doi: '10.5072/zenodo.9' };

describe('the record of the data', () => {
  it('is a dataset, linked with the notebooks, by the same creators', async () => {
    const request = await requestFor([entry('data/a.csv')]);
    expect(request).toMatchObject({
      id: 'one-data',
      metadata: {
        title: 'Levels',
        resourceType: 'dataset',
        licenses: [{ id: 'cc-by-4.0' }],
        creators: [{ familyName: 'Silva' }]
      },
      notebooks: [],
      badges: [],
      binderReady: false,
      crate: false
    });
    expect(request.metadata.description).toContain('“Rivers”');
    expect(request.metadata.description).toContain('/10.5072/zenodo.7');
    expect(linksOf(request)).toEqual([
      {
        identifier: '10.5072/zenodo.7',
        scheme: 'doi',
        relation_type: { id: 'issupplementto' },
        resource_type: { id: 'software-computationalnotebook' }
      }
    ]);
    expect(request.split).toBeUndefined();
  });

  it('holds the files of one folder one by one, by their names', async () => {
    const request = await requestFor([entry('data/a.csv')]);
    expect(request).toMatchObject({ layout: 'files', base: 'data' });
    expect(dataRecordOf(request, draft, pack).files).toEqual([
      { path: 'data/a.csv', key: 'a.csv', size: 3, md5: '0'.repeat(32) }
    ]);
  });

  it('needs no folder at the top of the bundle', async () => {
    const request = await requestFor([entry('a.csv')]);
    expect(request.layout).toBe('files');
    expect(request.base).toBeUndefined();
    expect(dataRecordOf(request, draft, pack).files[0].path).toBe('a.csv');
  });

  it.each([
    ['of several folders', [entry('data/a.csv'), entry('more/b.csv')]],
    ['that are empty', [entry('data/a.csv', 0)]],
    ['whose names begin with a dot', [entry('data/.a')]],
    ['with endless names', [entry(`data/${'a'.repeat(256)}`)]],
    ['that are many', [...Array(51).keys()].map(i => entry(`data/${i}.csv`))]
  ])('packs files %s', async (_, files) => {
    const request = await requestFor(files);
    expect(request).toMatchObject({
      layout: 'zip',
      archiveName: 'rivers-data.zip'
    });
    expect(dataRecordOf(request, draft, pack).files).toEqual([
      { path: 'a.csv', size: 3, md5: '0'.repeat(32), unpack: true }
    ]);
  });

  it('changes only the copies of its own files', async () => {
    const mask = [{ kind: 'mask', key: 'k' }] as const;
    const copyEdits = { 'data/a.csv': mask, '01-clean.ipynb': mask };
    const request = await requestFor([entry('data/a.csv')], { copyEdits });
    expect(request.copyEdits).toEqual({ 'data/a.csv': mask });
  });

  it('makes another bundle of the notebooks', async () => {
    const request = await new Publication().request();
    const stamp = (change: Partial<IPublicationRequest>) =>
      requestStamp({ ...request, ...change }, 'id', 'doi');
    const dataRecord = dataRecordOf(await requestFor([]), draft, pack);
    const stamps = [
      stamp({}),
      stamp({ dataRecord }),
      stamp({ split: split([entry('a.csv')]) }),
      stamp({ split: split([entry('a.csv', 2)]) })
    ];
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});
