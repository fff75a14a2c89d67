import { failure } from '../../zenodo/__tests__/common';
import { FilesLostError } from '../errors';
import { Publication } from './publication';

function individual(): Publication {
  const publication = new Publication();
  publication.files.remove('rivers/data/levels.csv');
  publication.choices = { layout: 'files' };
  return publication;
}

const keys = ({ zenodo }: Publication) =>
  [...zenodo.simulator.state.records.values()].flatMap(({ bucket }) =>
    [...bucket.files.keys()].sort()
  );

const all = [
  '01-clean.ipynb',
  '02-plot.ipynb',
  'README.md',
  'requirements.txt'
];

describe('a file that vanishes from the draft', () => {
  it('is sent again: a content that comes late deletes it', async () => {
    const publication = individual();
    const { zenodo } = publication;
    zenodo.simulator.faults.add({
      kind: 'late',
      ms: 10_000,
      match: { method: 'PUT', path: /01-clean\.ipynb\/content$/ }
    });
    zenodo.before = async line => {
      if (/^PUT .*draft$/.test(line)) {
        zenodo.before = () => undefined;
        await zenodo.clock.sleep(20_000);
      }
    };
    await publication.run();
    expect(keys(publication)).toEqual(all);
    expect(zenodo.count(/01-clean\.ipynb\/content$/)).toBe(3);
    expect(zenodo.count(/02-plot\.ipynb\/content$/)).toBe(1);
  });

  it('is noticed right before publishing, and sent again', async () => {
    const publication = individual();
    const { zenodo } = publication;
    zenodo.simulator.faults.add({
      kind: 'late',
      ms: 20_000,
      match: { method: 'PUT', path: /01-clean\.ipynb\/content$/ }
    });
    Object.defineProperty(publication, 'answer', {
      get: () => zenodo.clock.sleep(20_000).then(() => true)
    });
    const error = await failure(publication.run());
    expect(error).toBeInstanceOf(FilesLostError);
    expect(zenodo.records).toEqual([]);
    await publication.run();
    expect(keys(publication)).toEqual(all);
  });

  it('while the site lets us wait before publishing, is noticed', async () => {
    const publication = individual();
    const { zenodo } = publication;
    const { faults } = zenodo.simulator;
    faults.add({
      kind: 'late',
      ms: 10_000,
      match: { method: 'PUT', path: /01-clean\.ipynb\/content$/ }
    });
    faults.add({
      kind: 'rate-limit',
      seconds: 40,
      match: { path: /actions\/publish$/ }
    });
    expect(await failure(publication.run())).toBeInstanceOf(FilesLostError);
    await publication.run();
    expect(keys(publication)).toEqual(all);
  });
});

describe('individual files', () => {
  it('of which one changed: only that one is sent again', async () => {
    const publication = individual();
    await publication.saveDraft();
    publication.files.write('rivers/README.md', '# Rivers\n\nMore.\n');
    publication.openPage();
    const details: string[] = [];
    publication.observer = {
      step: (name, status, detail) =>
        name === 'pack' && status === 'done' && details.push(detail)
    };
    const before = publication.zenodo.lines.length;
    await publication.run();
    expect(
      publication.zenodo.lines
        .slice(before)
        .filter(line => line.endsWith('/content'))
    ).toEqual([expect.stringContaining('README.md')]);
    expect(details).toEqual(['4 files, changed since: README.md']);
    expect(keys(publication)).toEqual(all);
  });
});
