import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { complete } from '../../src/core/metadata/__tests__/complete';
import { emptyCreator, emptyMetadata } from '../../src/core/metadata/empty';
import type { IMetadata } from '../../src/core/metadata/model';
import { readCff } from '../../src/core/metadata/sources/cff';
import { writeCff } from '../../src/core/metadata/write/writeCff';
import { putCffDoi } from '../../src/core/metadata/write/cffDoiCopy';
import { plainEnglish as trans } from '../../src/core/text';
import { keptVenv, output } from '../environment/venvs';

jest.setTimeout(300_000);

/** In an environment of its own: it wants an older jsonschema than JupyterLab. */
const CFFCONVERT = 'cffconvert==2.0.0';

interface IVerdict {
  readonly error: string | null;
  readonly apa: string;
}

/** What cffconvert says of files. */
function verdicts(
  files: Readonly<Record<string, string>>
): Record<string, IVerdict> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'cff-'));
  try {
    const folder = path.join(scratch, 'files');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, `${name}.cff`), text);
    }
    const python = keptVenv([CFFCONVERT], scratch);
    const script = path.join(__dirname, 'cff.py');
    const said = output(python, [script, folder], { scratch });
    return Object.fromEntries(
      Object.entries(JSON.parse(said) as Record<string, IVerdict>).map(
        ([name, verdict]) => [name.replace(/\.cff$/, ''), verdict]
      )
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const jane = {
  ...emptyCreator('1'),
  familyName: 'Doe',
  givenName: 'Jane'
};

const small: IMetadata = {
  ...emptyMetadata('2026-11-21'),
  title: 'Roses',
  creators: [jane]
};

describe('a CITATION.cff made here, read by cffconvert', () => {
  it('is valid, and cites the work', () => {
    const said = verdicts({
      complete: writeCff(null, complete, { doi: '10.5281/zenodo.7', trans }),
      small: writeCff(null, small, { doi: '', trans })
    });
    expect(said.complete).toEqual({
      error: null,
      apa: 'Doe J., The Team (2026). Rose scent (version 1.2.0). DOI: 10.5281/zenodo.7 URL: https://github.com/a/b\n'
    });
    expect(said.small.error).toBeNull();
  });

  it('is told when it is not (so that the question is a real one)', () => {
    const { bad } = verdicts({ bad: 'cff-version: 1.2.0\ntitle: x\n' });
    expect(bad.error).toMatch(/ValidationError/);
  });

  it('is valid after a change to one that was', () => {
    const before = `# Ours
cff-version: 1.2.0
message: Cite it. # please
title: Roses
type: software
authors:
  - &jane
    family-names: Doe
    given-names: Jane
    email: jane@example.org
  - name: The Rose Team
contact:
  - *jane
license: [MIT, Apache-2.0]
version: 1.0
date-released: 2020-01-01
references:
  - type: article
    title: On roses
    authors: [{family-names: Roe}]
`;
    const { values } = readCff(before, 'CITATION.cff', trans);
    const metadata = { ...emptyMetadata('2026-11-21'), ...values };
    const said = verdicts({
      before,
      changed: writeCff(
        before,
        {
          ...metadata,
          title: 'Roses: "all" #1',
          creators: [
            ...metadata.creators,
            { ...emptyCreator('9'), familyName: 'No', givenName: 'Yes' }
          ],
          version: '1.10',
          description: 'Two\n\nparagraphs: yes',
          descriptionFormat: 'text',
          keywords: ['on', '1', 'a: b']
        },
        { doi: '10.5281/zenodo.7', trans }
      ),
      copy: putCffDoi(before, '10.5281/zenodo.7')
    });
    expect(said).toMatchObject({
      before: { error: null },
      changed: { error: null },
      copy: { error: null }
    });
    expect(said.changed.apa).toBe(
      'Doe J., The Rose Team, No Y. (2026). Roses: "all" #1 (version 1.10). DOI: 10.5281/zenodo.7\n'
    );
    expect(said.copy.apa).toContain('DOI: 10.5281/zenodo.7');
  });

  it('is valid whatever is in the form', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('No', '1.10', '2026-11-21', 'a: b', '- x', '# y', "it's", '"q"', 'null', '~', '@x', '<b>x</b>', 'ends:')
    ); // prettier-ignore
    const person = fc.record({
      kind: fc.constantFrom('person' as const, 'organisation' as const),
      familyName: text,
      givenName: text,
      name: text,
      orcid: fc.constantFrom('', '0000-0002-1825-0097', 'nonsense'),
      affiliations: fc.array(fc.record({ name: text }), { maxLength: 2 })
    });
    const form = fc.record({
      title: text.map(one => `T${one}`),
      creators: fc
        .array(person, { maxLength: 3 })
        .map(people => [
          jane,
          ...people.map((one, index) => ({
            ...emptyCreator(`p${index}`, one.kind),
            ...one
          }))
        ]),
      description: text,
      descriptionFormat: fc.constantFrom('text' as const, 'html' as const),
      keywords: fc.array(text, { maxLength: 3 }),
      licenses: fc.constantFrom<IMetadata['licenses']>(
        [],
        [{ id: 'mit', title: '' }],
        [{ id: 'gpl-3.0-or-later', title: '' }, { id: 'cc0-1.0', title: '' }],
        [{ id: 'other-open', title: '' }],
        [{ id: '', title: 'Own', own: { key: '1', description: '', link: 'https://example.org/x' } }]
      ),
      version: text,
      software: fc.record({
        repository: fc.constantFrom('', 'https://github.com/a/b', 'over there'),
        programmingLanguages: fc.constant([]),
        developmentStatus: fc.constant('')
      }),
      publicationDate: fc.constantFrom('2026-11-21', '2026', '', '2026-01/2026-02'),
      alternateIdentifiers: fc.array(
        fc.constantFrom(
          { key: '1', identifier: '10.1234/x<y>', scheme: 'doi' },
          { key: '2', identifier: 'https://example.org/a b', scheme: 'url' },
          { key: '3', identifier: 'swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505', scheme: 'other' },
          { key: '4', identifier: 'ark:/1/2', scheme: '' }
        ),
        { maxLength: 3 }
      )
    }); // prettier-ignore
    const forms = fc.sample(form, { numRuns: 60, seed: 20261121 });
    const files: Record<string, string> = {};
    forms.forEach((values, index) => {
      const metadata: IMetadata = { ...small, ...values };
      files[`made-${index}`] = writeCff(null, metadata, { doi: '', trans });
      files[`changed-${index}`] = writeCff(
        writeCff(null, small, { doi: '', trans }),
        metadata,
        { doi: '10.5281/zenodo.7', trans }
      );
    });
    const wrong = Object.entries(verdicts(files)).filter(
      ([, { error }]) => error !== null
    );
    expect(
      wrong.map(([name, { error }]) => `${error}\n${files[name]}`)
    ).toEqual([]);
  });
});
