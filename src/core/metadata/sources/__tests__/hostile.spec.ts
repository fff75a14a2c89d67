import * as fc from 'fast-check';
import { processorTime } from '../../../__tests__/processorTime';
import { plainEnglish as trans } from '../../../text';
import { readKeptMetadata } from '../../keptMetadata';
import { mergeSources } from '../../mergeSources';
import type { ISource } from '../source';
import { fileSources } from '../sourceFiles';
import { draftOf } from './published';

/** Milliseconds on a machine that has much else to do; what is not linear takes minutes. */
const SOON = 30_000;

jest.setTimeout(4 * SOON);

const NAMES = [
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
  'ro-crate-metadata.json',
  'datapackage.json',
  'pyproject.toml',
  'setup.cfg',
  'package.json',
  'DESCRIPTION',
  'Project.toml',
  'README.md',
  'LICENSE'
];

/** Keys that any of the formats has. */
const KEYS = (
  'title name description abstract creators authors author contributors keywords ' +
  'license licenses version doi identifiers identifier related_identifiers references ' +
  'grants funding funder communities dates access_right embargo_date custom metadata ' +
  'preferred-citation repository-code url type @type @id @graph id family-names ' +
  'given-names orcid affiliation value relation start end project tool poetry ' +
  'repository urls subjects softwareRequirements __proto__ constructor toString'
).split(' ');

const all = Object.values(fileSources).flat();

function read(name: string, text: string): ISource {
  const source = all.find(one => one.name.test(name));
  if (!source) {
    throw new Error(name);
  }
  return source.read(text, name, trans);
}

/** All strings in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(strings)
    : [];
}

/** What holds of all that any file gives. */
function check(source: ISource): void {
  const { values } = source;
  // A form that is kept is the same form, so that every value has its type.
  expect({ ...readKeptMetadata(values), ...values }).toEqual(
    readKeptMetadata({ ...values })
  );
  draftOf(values);
  mergeSources([{ origin: 'a', source }]);
  for (const text of strings(values)) {
    expect(text).not.toMatch(/[\0\p{Surrogate}]/u);
  }
  for (const { place, message } of source.findings) {
    expect(place?.path).toBeTruthy();
    expect(message.length).toBeLessThan(400);
  }
  expect(source.findings.length).toBeLessThanOrEqual(21);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
}

const jsonish = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '10.5281/zenodo.1',
      'https://orcid.org/0000-0002-1825-0097',
      '\ud800',
      '\u0000',
      '2026-11-21',
      'MIT',
      'dataset',
      'embargoed'
    ),
    fc.constantFrom(null, true, 0, -1.5, 1e308),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 6 }).map(
      pairs => {
        const object = Object.create(null) as Record<string, unknown>;
        pairs.forEach(([key, value]) => (object[key] = value));
        return object;
      }
    )
  )
})).value; // prettier-ignore

describe.each(NAMES)('a hostile %s', name => {
  const text = /json$/.test(name)
    ? { open: '{"title": "x", "authors": ', deep: '[' }
    : { open: 'title: x\nauthors: ', deep: '[' };

  it.each([
    ['empty', ''],
    ['broken', '{ "a": [1,\n  "b" }'],
    ['broken YAML', 'title: x\nauthors: [\n}\n'],
    ['only NUL', '\0'.repeat(1000)],
    ['lone surrogates', '{"title": "a\\ud800b", "name": "\ud800"}'],
    ['a prototype', '{"__proto__": {"polluted": 1}, "title": "x"}'],
    ['a prototype in YAML', '__proto__:\n  polluted: 1\ntitle: x\n'],
    ['a prototype in TOML', '[__proto__]\npolluted = 1\n[project]\nname = "x"'],
    ['a constructor', '{"constructor": {"prototype": {"polluted": 1}}}'],
    ['deep arrays', text.open + text.deep.repeat(100_000)],
    ['deep objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['deep lists', `x:\n  ${'- '.repeat(100_000)}`],
    ['keys of keys', 'a.'.repeat(100_000) + 'a = 1'],
    ['long lines', `${'a '.repeat(400_000)}\n`],
    ['many lines', 'a\n'.repeat(400_000)],
    ['many blanks', ' \n'.repeat(400_000)],
    ['many colons', ': '.repeat(400_000)],
    ['many quotes', '"\\'.repeat(400_000)],
    ['many brackets', '<[('.repeat(300_000)],
    ['many stars', '*_`'.repeat(300_000)],
    ['many aliases', `a: &a x\nb:\n${'- *a\n'.repeat(100_000)}`],
    ['10 MB', 'title: x\n'.repeat(1_200_000)]
  ])('%s gives no error, soon', (_, content) => {
    // As much as is read at all, and all of it.
    const isYaml = name.endsWith('.cff');
    const begin = processorTime();
    check(read(name, content.slice(0, isYaml ? 240_000 : 990_000)));
    check(read(name, content));
    expect(processorTime() - begin).toBeLessThan(SOON);
  });

  it('is told when it is too large', () => {
    const { values, findings } = read(name, ' '.repeat(1_000_001));
    if (!/README|LICENSE/.test(name)) {
      expect(values).toEqual({});
      expect(findings.map(({ id }) => id)).toEqual([
        'metadata.source.too-long'
      ]);
    }
  });

  it('of any content gives values of the right types only', () => {
    fc.assert(
      fc.property(jsonish, value => {
        check(read(name, JSON.stringify(value)));
      })
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), content => {
        check(read(name, content));
      })
    );
  });
});

describe.each(['.zenodo.json', 'codemeta.json', 'CITATION.cff'])(
  'a large %s',
  name => {
    it.each([
      ['creators', 'name'],
      ['author', 'name'],
      ['authors', 'family-names'],
      ['keywords', ''],
      ['related_identifiers', 'identifier'],
      ['references', 'title'],
      ['license', '']
    ])('with thousands of %s is read soon, and merged', (key, inner) => {
      const list = Array.from({ length: 5_000 }, (_, index) =>
        inner ? { [inner]: `Doe, J${index}` } : `word ${index}`
      );
      const text = JSON.stringify({ [key]: list });
      const begin = processorTime();
      const source = read(name, text);
      mergeSources([
        { origin: 'a', source },
        { origin: 'b', source }
      ]);
      expect(processorTime() - begin).toBeLessThan(SOON);
      expect(source.findings.length).toBeLessThanOrEqual(21);
    });
  }
);

it('tells of a bomb of aliases', () => {
  const bomb = ['a0: &a0 [x]'];
  for (let level = 1; level < 30; level++) {
    const alias = `*a${level - 1}`;
    bomb.push(`a${level}: &a${level} [${alias}, ${alias}, ${alias}]`);
  }
  const { values, findings } = read('CITATION.cff', bomb.join('\n'));
  expect(values).toEqual({});
  expect(findings.map(({ id }) => id)).toEqual(['metadata.source.fields']);
});

it('says in which line a file is broken', () => {
  const lineOf = (name: string, text: string) =>
    read(name, text).findings.map(({ place }) => place?.line);
  expect(lineOf('CITATION.cff', 'title: x\nauthors: [\n}\n')).toEqual([3]);
  expect(lineOf('.zenodo.json', '{\n  "a": 1,\n  b\n}')).toEqual([3]);
  expect(lineOf('pyproject.toml', '[project]\nname = "x"\nversion 1')).toEqual([
    3
  ]);
});

it('keeps HTML out of what is shown as it stands', () => {
  const script = '<script>alert(1)</script>';
  const { values } = read(
    '.zenodo.json',
    JSON.stringify({
      title: `A ${script} title`,
      creators: [{ name: `${script}Doe, Jane`, affiliation: script }],
      keywords: [script],
      references: [script],
      journal_title: script,
      conference_title: script
    })
  );
  for (const text of strings(values)) {
    expect(text).not.toContain('<');
  }
});
